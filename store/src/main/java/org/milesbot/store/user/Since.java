package org.milesbot.store.user;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.StorableText;

/**
 * How long somebody has been known.
 *
 * @param createdAt since when
 * @param welcomedAt when it was looked what was open as they came; null if that has not happened yet
 * @param disabled why nothing is sent to them, or null if it is
 */
public record Since(
        Instant createdAt,
        @Nullable Instant welcomedAt,
        @Nullable Disabled disabled) {

    /** Cuts the instants to what the database keeps. */
    public Since {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        welcomedAt = welcomedAt == null ? null : welcomedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Why nothing is sent.
     *
     * @param at since when
     * @param why such as that they blocked the bot; on one line and cut after {@value #LONGEST} characters
     */
    public record Disabled(Instant at, String why) {

        private static final int LONGEST = 500;

        /** Cuts the words and the instant. */
        public Disabled {
            Objects.requireNonNull(at, "at is null");
            at = at.truncatedTo(ChronoUnit.MICROS);
            StringBuilder line = new StringBuilder();
            StorableText.clean(why)
                    .codePoints()
                    .limit(LONGEST)
                    .map(each -> Character.isISOControl(each) ? ' ' : each)
                    .forEach(line::appendCodePoint);
            why = line.toString();
        }
    }

    /** Somebody who has just come. */
    public static Since joined(Instant at) {
        return new Since(at, null, null);
    }

    /** The same, disabled or not. */
    public Since withDisabled(@Nullable Disabled other) {
        return new Since(createdAt, welcomedAt, other);
    }
}
