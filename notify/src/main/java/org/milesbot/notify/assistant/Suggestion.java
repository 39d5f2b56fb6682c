package org.milesbot.notify.assistant;

/** What a model made of somebody's words. Nothing has happened yet. */
public sealed interface Suggestion {

    /** What it cost, also where nothing came of it; estimated where the endpoint did not say. */
    Tokens tokens();

    /**
     * They ask for a tool.
     *
     * @param tool the name of one that was offered
     * @param arguments checked against its parameters
     */
    record Call(String tool, Arguments arguments, Tokens tokens) implements Suggestion {}

    /**
     * The model speaks instead: it asks for what is missing, or says what milesbot can do. A stranger's words: bounded, in
     * one paragraph, without links and mentions, but not escaped.
     */
    record Words(String text, Tokens tokens) implements Suggestion {}

    /** Nothing can be made of the words, or of what the model said to them. */
    record NotUnderstood(Reason reason, Tokens tokens) implements Suggestion {

        /** Why. */
        public enum Reason {
            /** There are too many words, or none; the model was not asked. */
            LENGTH,
            /** The model neither called a tool nor said anything. */
            SILENCE,
            /** It called a tool that was not offered. */
            NOT_OFFERED,
            /** It called one with arguments that do not fit. */
            WRONG_ARGUMENTS
        }
    }

    /** The model could not be asked. */
    record Unavailable(Outage outage, Tokens tokens) implements Suggestion {}

    /** Why a model cannot be asked. */
    enum Outage {
        /** Nobody answers at the address, or the connection broke. */
        UNREACHABLE,
        /** No whole answer came in time. */
        TIMED_OUT,
        /** It has too much to do, or the account behind the key has run out. */
        BUSY,
        /** It does not take the key. */
        LOCKED,
        /** It does not take the request: no such model, or one that knows no tools. */
        REFUSED,
        /** It failed. */
        FAILED,
        /** It answered, but not as a chat endpoint does, or far too much. */
        UNREADABLE
    }
}
