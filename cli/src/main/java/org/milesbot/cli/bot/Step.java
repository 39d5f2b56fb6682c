package org.milesbot.cli.bot;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.milesbot.api.bot.BotReply;

/** What comes of an update. */
sealed interface Step {

    /** It is dealt with. */
    record Done(List<BotReply> replies) implements Step {

        /** Copies the list. */
        public Done {
            replies = List.copyOf(replies);
        }

        static Done silently() {
            return new Done(List.of());
        }
    }

    /**
     * First there is work that takes time, for which nobody keeps a desk.
     *
     * @param work is done without one; what it returns goes on at one, in a transaction of its own
     */
    record Later(Supplier<Function<Desk, Step>> work) implements Step {}
}
