package org.milesbot.cli.bot.assistant;

import org.milesbot.notify.assistant.Suggestion.Outage;
import org.milesbot.store.llm.Grant.Limit;

/** What was made of words that no command is for. Nothing has happened yet. */
public sealed interface Understood {

    /** They ask for a command. */
    record Command(CommandLine line) implements Understood {}

    /** The model answers, in words that are to be escaped like any stranger's. */
    record Words(String text) implements Understood {}

    /** Nothing. */
    record Nothing() implements Understood {}

    /** The model was not asked, for it has cost enough. */
    record Spent(Limit limit) implements Understood {}

    /** The model could not be asked. */
    record Unavailable(Outage outage) implements Understood {}
}
