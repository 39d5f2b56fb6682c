package org.milesbot.cli.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.cli.bot.Bot;
import org.milesbot.cli.bot.BotMaker;
import org.milesbot.cli.bot.Commands;
import org.milesbot.cli.bot.Company;
import org.milesbot.cli.bot.assistant.CommandTools;
import org.milesbot.cli.bot.assistant.Interpreter;
import org.milesbot.cli.bot.command.BuiltInCommands;
import org.milesbot.cli.bot.command.Workshop;
import org.milesbot.cli.config.AssistantSettings;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.OfEachSet;
import org.milesbot.cli.plugin.PluginException;
import org.milesbot.cli.plugin.PluginSets;
import org.milesbot.cli.privacy.Privacy;
import org.milesbot.notify.assistant.ChatAssistant;
import org.milesbot.notify.telegram.TelegramSettings;
import org.milesbot.notify.telegram.TelegramTalk;
import org.milesbot.scrapers.extract.PromoExtractor;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Locks;
import org.milesbot.store.llm.Caps;
import org.milesbot.store.llm.LlmBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the bot. Of one installation one process at a time listens; another waits until that one ends. */
public final class Bots {

    private static final Logger log = LoggerFactory.getLogger(Bots.class);
    private static final String LOCK = "bot";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Settings settings;
    private final Clock clock;
    private final Database database;
    private final PluginSets plugins;
    private final OfEachSet<Company> company;
    private final ProgramNames names = ProgramNames.known();
    private final PromoExtractor extractor = new PromoExtractor();

    /** What is done with the bot. */
    public interface Work {

        /** Another process listens; this one waits for it. */
        void waits();

        /** Uses the bot until it is over. */
        void with(Bot bot) throws InterruptedException;
    }

    Bots(Settings settings, Clock clock, Database database, PluginSets plugins) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        this.plugins = plugins;
        company = new OfEachSet<>(plugins, this::company);
    }

    @SuppressWarnings("try") // The lock is held and changes are heard of, and that is all there is to do with them.
    void run(Work work) throws InterruptedException {
        TelegramParts parts = new TelegramParts(settings);
        TelegramSettings telegram = parts.telegram();
        try (Database keeping = database.another();
                Database counting = database.another();
                ChatAssistant assistant = Assistants.of(settings.services().assistant(), clock);
                Database pace = database.another();
                TelegramParts.Budget budget = parts.budget(pace);
                TelegramTalk talk = new TelegramTalk(telegram);
                Locks.Held lock = lock(work)) {
            BotMaker maker = new BotMaker(
                    telegram,
                    settings.sending().operators(),
                    keeping,
                    budget,
                    this::workshop,
                    interpreter(assistant, counting),
                    company::use,
                    clock);
            try (Bot bot = maker.make(talk);
                    PluginSets.Listening changes = plugins.onChange(() -> listAside(maker, talk))) {
                maker.list(talk);
                work.with(bot);
            }
        }
    }

    private Locks.Held lock(Work work) throws InterruptedException {
        Locks locks = new Locks(database);
        Optional<Locks.Held> held = locks.tryAcquire(LOCK);
        if (held.isEmpty()) {
            work.waits();
        }
        while (held.isEmpty()) {
            Thread.sleep(LOOK_AGAIN.toMillis());
            held = locks.tryAcquire(LOCK);
        }
        return held.get();
    }

    /** Whoever takes up plug-ins does not wait for Telegram. */
    private static void listAside(BotMaker maker, TelegramTalk talk) {
        Thread thread = new Thread(() -> list(maker, talk), "list of commands");
        thread.setDaemon(true);
        thread.start();
    }

    private static void list(BotMaker maker, TelegramTalk talk) {
        try {
            maker.list(talk);
        } catch (RuntimeException e) {
            log.warn("Telegram was not told which commands there are now; they work all the same", e);
        }
    }

    private Workshop workshop(Database own, Company now) {
        return new Workshop(own, settings.score(), names, extractor, now.privacy(), clock);
    }

    private @Nullable Interpreter interpreter(@Nullable ChatAssistant assistant, Database counting) {
        if (assistant == null) {
            return null;
        }
        AssistantSettings limits = settings.services().assistant();
        Caps caps = new Caps(limits.daily(), limits.monthly());
        return new Interpreter(assistant, new LlmBudget(counting, caps, clock), new CommandTools(names.slugs(), clock));
    }

    private Company company(List<LoadedPlugin> present) {
        List<BotCommand> guests = new ArrayList<>();
        Set<String> taken = new HashSet<>(BuiltInCommands.NAMES);
        for (LoadedPlugin plugin : present) {
            try {
                guests.addAll(welcome(plugin, taken));
            } catch (PluginException e) {
                log.warn("the commands of the plug-in {} are left out", plugin.id(), e);
            }
        }
        return new Company(guests, new Privacy(database, present, clock));
    }

    /** One plug-in's commands, unless a name of them is somebody else's: that may not keep all others from answering. */
    private static List<BotCommand> welcome(LoadedPlugin plugin, Set<String> taken) {
        List<BotCommand> commands = plugin.botCommands();
        List<String> names = commands.stream().flatMap(Commands::names).toList();
        List<String> foreign = names.stream().filter(taken::contains).toList();
        if (!foreign.isEmpty()) {
            log.warn("the commands of the plug-in {} are left out: {} are another's", plugin.id(), foreign);
            return List.of();
        }
        taken.addAll(names);
        return commands;
    }
}
