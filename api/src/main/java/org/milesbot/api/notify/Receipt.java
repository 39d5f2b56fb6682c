package org.milesbot.api.notify;

import java.time.Duration;
import java.util.Objects;

/** How sending a message ended. */
public sealed interface Receipt {

    /**
     * It arrived.
     *
     * @param messageId its number at the recipient, for later answers to it
     */
    record Sent(long messageId) implements Receipt {}

    /**
     * Too many messages; nothing arrived, and this chat takes nothing until the time has passed.
     *
     * @param pause how long, as the channel says it
     */
    record SlowDown(Duration pause) implements Receipt {

        /** Refuses null. */
        public SlowDown {
            Objects.requireNonNull(pause, "pause is null");
        }
    }

    /**
     * The recipient does not take messages any more: blocked, left, deleted.
     *
     * @param reason in the channel's words
     */
    record Gone(String reason) implements Receipt {

        /** Refuses null. */
        public Gone {
            Objects.requireNonNull(reason, "reason is null");
        }
    }

    /**
     * The chat has another number now; nothing arrived.
     *
     * @param chatId the number it has
     */
    record Moved(long chatId) implements Receipt {}

    /**
     * This message is wrong, and will be however often it is sent.
     *
     * @param reason in the channel's words
     */
    record Refused(String reason) implements Receipt {

        /** Refuses null. */
        public Refused {
            Objects.requireNonNull(reason, "reason is null");
        }
    }

    /**
     * The channel could not be reached or failed. Whether the message arrived is not known.
     *
     * @param reason what happened
     */
    record Unreachable(String reason) implements Receipt {

        /** Refuses null. */
        public Unreachable {
            Objects.requireNonNull(reason, "reason is null");
        }
    }

    /**
     * The channel does not let us in: the token is wrong or withdrawn. Nobody can be reached until the operator acts.
     *
     * @param reason in the channel's words, without the token
     */
    record Locked(String reason) implements Receipt {

        /** Refuses null. */
        public Locked {
            Objects.requireNonNull(reason, "reason is null");
        }
    }
}
