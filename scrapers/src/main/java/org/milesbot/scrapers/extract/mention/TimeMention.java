package org.milesbot.scrapers.extract.mention;

import java.time.LocalTime;

/**
 * A time of day.
 *
 * @param from its first token
 * @param to the token after its last
 * @param time the time
 */
public record TimeMention(int from, int to, LocalTime time) {}
