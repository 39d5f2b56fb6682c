package org.milesbot.scrapers.fetch;

import java.io.IOException;
import org.milesbot.scrapers.recording.Exchange;
import org.milesbot.scrapers.recording.SentRequest;

/** Carries one request out and its answer back; redirects, compression and statuses are not its business. */
@FunctionalInterface
interface Transport extends AutoCloseable {

    /**
     * Sends one request and reads its whole answer.
     *
     * @throws FetchEndedException if the answer was given up for a reason of ours
     * @throws IOException if no whole answer came
     */
    Exchange send(SentRequest request) throws IOException;

    /** Most have nothing to close. */
    @Override
    default void close() {}
}
