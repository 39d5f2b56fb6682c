package org.milesbot.cli.web.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A promo in a feed. All of it is plain text without control characters but line ends.
 *
 * @param id of the promo
 * @param title what it offers
 * @param text what else there is to say, line by line
 * @param page where it is shown
 * @param read where its source has it
 * @param source who that is
 * @param tags the programme and the kind
 * @param published when it was published
 * @param updated when the last thing happened to it
 */
record Entry(
        UUID id,
        String title,
        String text,
        String page,
        String read,
        String source,
        List<String> tags,
        Instant published,
        Instant updated) {

    Entry {
        tags = List.copyOf(tags);
    }

    /** The name it has everywhere, for ever. */
    String urn() {
        return "urn:uuid:" + id;
    }
}
