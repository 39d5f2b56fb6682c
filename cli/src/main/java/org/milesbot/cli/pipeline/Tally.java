package org.milesbot.cli.pipeline;

/**
 * How much a visit went through.
 *
 * @param pages pages that were read
 * @param announcements items on them
 * @param bytes bytes that were fetched, after decompression
 */
public record Tally(int pages, int announcements, long bytes) {

    /** Nothing was gone through. */
    public static final Tally NONE = new Tally(0, 0, 0);

    Tally fetched(long more) {
        return new Tally(pages, announcements, bytes + more);
    }

    Tally read(int more) {
        return new Tally(pages + 1, announcements + more, bytes);
    }
}
