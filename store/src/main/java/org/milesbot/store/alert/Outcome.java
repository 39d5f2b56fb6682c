package org.milesbot.store.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sending a parcel ended.
 *
 * @param alerts the alerts in it
 * @param state what becomes of them
 * @param dueAt when they are tried again, for those that are
 * @param messageId the message's number, for those that were sent
 * @param note why not, or null
 */
public record Outcome(
        List<Claimed> alerts,
        State state,
        @Nullable Instant dueAt,
        @Nullable Long messageId,
        @Nullable String note) {

    /** What becomes of an alert that was claimed. */
    public enum State {
        /** It arrived. */
        SENT,
        /** It is tried again, and this try does not count. */
        DUE,
        /** It is tried again. */
        FAILED,
        /** Nobody wants it any more. */
        EXPIRED,
        /** It is never accepted; the operator decides. */
        DEAD
    }

    /** Copies the alerts. */
    public Outcome {
        alerts = List.copyOf(alerts);
    }

    /** They arrived in one message. */
    public static Outcome sent(List<Claimed> alerts, long messageId) {
        return new Outcome(alerts, State.SENT, null, messageId, null);
    }

    /** They are to be sent later, through no fault of their own. */
    public static Outcome later(List<Claimed> alerts, Instant dueAt, String note) {
        return new Outcome(alerts, State.DUE, dueAt, null, note);
    }

    /** Sending them failed, and is tried again. */
    public static Outcome failed(List<Claimed> alerts, Instant dueAt, String note) {
        return new Outcome(alerts, State.FAILED, dueAt, null, note);
    }

    /** They are not worth sending any more. */
    public static Outcome expired(List<Claimed> alerts, String note) {
        return new Outcome(alerts, State.EXPIRED, null, null, note);
    }

    /** They are given up. */
    public static Outcome dead(List<Claimed> alerts, String note) {
        return new Outcome(alerts, State.DEAD, null, null, note);
    }
}
