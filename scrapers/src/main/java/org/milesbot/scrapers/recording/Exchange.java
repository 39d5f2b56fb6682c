package org.milesbot.scrapers.recording;

import java.time.Duration;
import java.time.Instant;

/**
 * A request and its answer.
 *
 * @param request what was asked
 * @param startedAt when, to the millisecond
 * @param took how long it took
 * @param answer what came back
 */
public record Exchange(SentRequest request, Instant startedAt, Duration took, Answer answer) {}
