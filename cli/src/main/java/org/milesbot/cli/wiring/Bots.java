package org.milesbot.cli.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.cli.bot.Bot;
import org.milesbot.cli.bot.BotMaker;
import org.milesbot.cli.bot.assistant.CommandTools;
import org.milesbot.cli.bot.assistant.Interpreter;
import org.milesbot.cli.bot.command.Workshop;
import org.milesbot.cli.config.AssistantSettings;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginException;
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
    private final List<LoadedPlugin> plugins;
    private final Privacy privacy;
    private final ProgramNames names = ProgramNames.known();
    private final PromoExtractor extractor = new PromoExtractor();

    /** What is done with the bot. */
    public interface Work {

        /** Another process listens; this one waits for it. */
        void waits();

        /** Uses the bot until it is over. */
        void with(Bot bot) throws InterruptedException;
    }

    Bots(Settings settings, Clock clock, Database database, List<LoadedPlugin> plugins) {
        this.settings = settings;
        this.clock = clock;
        this.database = database;
        this.plugins = plugins;
        privacy = new Privacy(database, plugins, clock);
    }

    @SuppressWarnings("try") // The lock is held, and that is all there is to do with it.
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
                    guests(),
                    clock);
            try (Bot bot = maker.make(talk)) {
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

    private Workshop workshop(Database own) {
        return new Workshop(own, settings.score(), names, extractor, privacy, clock);
    }

    private @Nullable Interpreter interpreter(@Nullable ChatAssistant assistant, Database counting) {
        if (assistant == null) {
            return null;
        }
        AssistantSettings limits = settings.services().assistant();
        Caps caps = new Caps(limits.daily(), limits.monthly());
        return new Interpreter(assistant, new LlmBudget(counting, caps, clock), new CommandTools(names.slugs(), clock));
    }

    private List<BotCommand> guests() {
        List<BotCommand> guests = new ArrayList<>();
        for (LoadedPlugin plugin : plugins) {
            try {
                guests.addAll(plugin.botCommands());
            } catch (PluginException e) {
                log.warn("the commands of the plug-in {} are left out", plugin.id(), e);
            }
        }
        return guests;
    }
}
