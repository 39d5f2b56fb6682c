package org.milesbot.scrapers.extract.mention;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A day, or a period from one day to another.
 *
 * @param from its first token
 * @param to the token after its last
 * @param first the day, or the first day
 * @param last the last day of a period, or null if this is one day
 * @param firstTime the hour told with the first day
 * @param lastTime the hour told with the last day
 * @param relative whether it is told by a word such as "hoje" alone
 */
public record DateMention(
        int from,
        int to,
        LocalDate first,
        @Nullable LocalDate last,
        @Nullable LocalTime firstTime,
        @Nullable LocalTime lastTime,
        boolean relative) {}
