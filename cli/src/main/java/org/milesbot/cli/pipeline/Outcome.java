package org.milesbot.cli.pipeline;

import java.util.Locale;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.source.FetchResult;

/** How the visit to a source ended. Sorted from the best to the worst. */
public enum Outcome {
    /** At least one page was read. */
    READ,
    /** Nothing has changed since the last visit. */
    NOT_MODIFIED,
    /** The answer has the right form and nothing in it, where there used to be something. */
    EMPTY,
    /** Kept out by the server, its robots.txt or an anti-bot page. */
    BLOCKED,
    /** There is nothing at the address any more. */
    GONE,
    /** No whole answer in time. */
    TIMED_OUT,
    /** An address that is not fetched: private, too large, too many redirects. */
    REFUSED,
    /** No usable answer. */
    FAILED,
    /** The answer is not of the form the source reads. */
    UNREADABLE,
    /** The answer is not of the form the source reads any more: the site was rebuilt. */
    CHANGED,
    /** The plug-in failed: it threw, took too long or returned nonsense. */
    BROKEN;

    /** Whether what was wanted could not be had. */
    public boolean isFailure() {
        return switch (this) {
            case READ, NOT_MODIFIED -> false;
            case EMPTY, BLOCKED, GONE, TIMED_OUT, REFUSED, FAILED, UNREADABLE, CHANGED, BROKEN -> true;
        };
    }

    /** Whether the fault lies with somebody else's server. */
    public boolean isExternal() {
        return switch (this) {
            case BLOCKED, GONE, TIMED_OUT, FAILED -> true;
            case READ, NOT_MODIFIED, EMPTY, REFUSED, UNREADABLE, CHANGED, BROKEN -> false;
        };
    }

    /** As it is kept and as JSON has it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of a fetch that brought no page. */
    static Outcome of(FetchResult result) {
        // Java 17 has no switch over sealed types.
        if (result instanceof FetchResult.Fetched) {
            return READ;
        }
        if (result instanceof FetchResult.NotModified) {
            return NOT_MODIFIED;
        }
        if (result instanceof FetchResult.Blocked) {
            return BLOCKED;
        }
        if (result instanceof FetchResult.Gone) {
            return GONE;
        }
        if (result instanceof FetchResult.TimedOut) {
            return TIMED_OUT;
        }
        return result instanceof FetchResult.Refused ? REFUSED : FAILED;
    }

    /** The outcome of an error while fetching or reading. */
    static Outcome of(ErrorKind kind) {
        return switch (kind) {
            case EXTERNAL -> FAILED;
            case DATA, CONFIGURATION, USAGE -> UNREADABLE;
            case INTERNAL -> BROKEN;
        };
    }
}
