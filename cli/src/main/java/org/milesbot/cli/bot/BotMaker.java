package org.milesbot.cli.bot;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.bot.BotCommand;
import org.milesbot.cli.bot.assistant.Interpreter;
import org.milesbot.cli.bot.command.BuiltInCommands;
import org.milesbot.cli.bot.command.Workshop;
import org.milesbot.notify.telegram.TelegramSettings;
import org.milesbot.notify.telegram.TelegramTalk;
import org.milesbot.notify.telegram.TelegramUpdates;
import org.milesbot.store.alert.SendBudget;
import org.milesbot.store.bot.BotInbox;
import org.milesbot.store.bot.Conversations;
import org.milesbot.store.bot.Proposals;
import org.milesbot.store.db.Database;
import org.milesbot.store.metric.MetricLog;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.Users;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a bot.
 *
 * @param telegram how to get at Telegram
 * @param operators who may ask for what is the operators'
 * @param database a connection to make others of, and to keep updates by
 * @param budget what messages are counted to
 * @param workshop makes what the built-in commands work with, of a connection and a company
 * @param interpreter understands free text, or null if nothing does
 * @param company what plug-ins add
 * @param clock the time
 */
public record BotMaker(
        TelegramSettings telegram,
        Set<Long> operators,
        Database database,
        SendBudget budget,
        BiFunction<Database, Company, Workshop> workshop,
        @Nullable Interpreter interpreter,
        Company.Present company,
        Clock clock) {

    private static final Logger log = LoggerFactory.getLogger(BotMaker.class);

    /**
     * Makes it.
     *
     * @param talk by which it speaks
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION if Telegram does not take the token, EXTERNAL if Telegram is not there
     */
    public Bot make(TelegramTalk talk) {
        Manner manner = new Manner(talk.username(), operators, BuiltInCommands.READER);
        Bot.Parts parts = new Bot.Parts(
                new BotInbox(database, telegram.botId()),
                new TelegramUpdates(telegram),
                new Talker(talk, this::count, this::forget),
                new Answering(manner, clock, interpreter == null ? null : new AssistedText(interpreter, talk::typing)),
                database::another,
                company,
                this::desk);
        return new Bot(parts, clock);
    }

    /** Tells Telegram which commands there are at this moment. */
    public void list(TelegramTalk talk) {
        try (Database own = database.another()) {
            company.with(now -> new CommandList(talk).show(commands(own, now), operators));
        }
    }

    private Desk desk(Database own, Company now) {
        return new Desk(
                own,
                new BotInbox(own, telegram.botId()),
                new Users(own),
                new Conversations(own),
                new Proposals(own),
                commands(own, now));
    }

    private Commands commands(Database own, Company now) {
        List<Commands> made = new ArrayList<>();
        Supplier<Commands> listed = () -> made.get(0);
        List<BotCommand> all = new ArrayList<>(BuiltInCommands.of(
                workshop.apply(own, now),
                request -> listed.get().open(operators.contains(request.asker().chatId()))));
        // Not of this desk: a guest is asked while nobody sits at it.
        MetricLog faults = new MetricLog(database);
        now.commands().forEach(guest -> all.add(new Guest(guest, faults::countPluginError)));
        made.add(new Commands(all));
        return listed.get();
    }

    /** An answer does not wait for its turn, but it takes one. */
    private void count(int messages) {
        try {
            budget.reserve(messages);
        } catch (RuntimeException e) {
            log.debug("an answer was not counted", e);
        }
    }

    private void forget(Talker.Gone gone) {
        Instant now = clock.instant();
        Users users = new Users(database);
        users.findByTelegram(gone.chatId()).ifPresent(user -> users.disable(user.id(), new Disabled(now, gone.why())));
    }
}
