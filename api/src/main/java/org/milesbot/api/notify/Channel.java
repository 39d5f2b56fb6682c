package org.milesbot.api.notify;

/**
 * A way for messages to reach people. Called by several threads at once, so it must be safe for that; each call is given a
 * time limit by the host.
 */
public interface Channel {

    /** Its name: unique, of the form {@code [a-z][a-z0-9_]*}. People choose their channel by it. */
    String id();

    /**
     * Sends one message and says how that ended. Outcomes are values: what is thrown counts as {@link Receipt.Unreachable}.
     * Must not try again by itself: when to do so is the host's business, which shares the budget among all.
     */
    Receipt send(Recipient recipient, Message message);
}
