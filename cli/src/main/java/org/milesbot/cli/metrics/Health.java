package org.milesbot.cli.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;

/**
 * Whether milesbot does its work, and if not, why.
 *
 * @param at when that was looked at
 * @param reasons what is amiss; nothing if all is well
 * @param schema the versions of the database's schema
 * @param classes how sources do, by class; empty where the database could not be read
 * @param outbox what waits to be sent, or null where the database could not be read
 */
public record Health(
        Instant at,
        List<Reason> reasons,
        Schema schema,
        List<SourceClass> classes,
        @Nullable Backlog outbox) {

    private static final int OK = 200;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** Copies the lists. */
    public Health {
        reasons = List.copyOf(reasons);
        classes = List.copyOf(classes);
    }

    /** The same and what else is amiss. */
    Health with(List<Reason> more) {
        List<Reason> all = new ArrayList<>(reasons);
        all.addAll(more);
        return new Health(at, all, schema, classes, outbox);
    }

    /** Whether nothing is amiss. */
    public boolean isReady() {
        return reasons.isEmpty();
    }

    /** The status of HTTP that says so. */
    public int status() {
        return isReady() ? OK : SERVICE_UNAVAILABLE;
    }

    /**
     * Something that is amiss.
     *
     * @param code what, for machines; stays as it is
     * @param text what, for people
     */
    public record Reason(Code code, Text text) {}

    /** What may be amiss. */
    public enum Code {
        /** The database does not answer, or refuses. */
        DATABASE_DOWN,
        /** The database did not answer in time. */
        DATABASE_TOO_SLOW,
        /** There are no tables yet. */
        SCHEMA_MISSING,
        /** The tables are of an older milesbot. */
        SCHEMA_OLDER,
        /** The tables are of a newer milesbot. */
        SCHEMA_NEWER,
        /** No source was ever read. */
        NEVER_SCRAPED,
        /** All sources of a class fail. */
        SOURCES_FAILING,
        /** No source of a class was read for longer than is usual. */
        SOURCES_OVERDUE,
        /** Alerts wait for longer than sending them takes. */
        OUTBOX_BACKLOG,
        /** One of the duties of this process fails. */
        DUTY_FAILING;

        /** Its name as JSON has it. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The versions of the database's schema.
     *
     * @param current what it has; 0 if there is none, or it is not known
     * @param known what this milesbot needs
     */
    public record Schema(int current, int known) {}

    /**
     * How the sources of a class do.
     *
     * @param name of the class, as a slug
     * @param sources how many there are; muted ones count
     * @param failing how many of them fail, as the operator was told
     * @param lastSuccess when any of them was last read, or null
     * @param usual how long it usually takes at most until one is read again
     */
    public record SourceClass(
            String name, int sources, int failing, @Nullable Instant lastSuccess, Duration usual) {}

    /**
     * What waits to be sent.
     *
     * @param due how many alerts are to be sent as soon as possible
     * @param dead how many were given up
     * @param oldest for how long the oldest of those that are due has been, or null if none is
     */
    public record Backlog(long due, long dead, @Nullable Duration oldest) {}
}
