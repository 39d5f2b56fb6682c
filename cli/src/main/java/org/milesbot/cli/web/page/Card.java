package org.milesbot.cli.web.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign at a glance. All of it is plain text.
 *
 * @param id of the campaign
 * @param slug of the programme
 * @param program what people call it
 * @param kind what kind of offer it is
 * @param where points come from, flights go, or shops are
 * @param highest the most that anyone gets
 * @param base what everyone gets; empty where that says no more
 * @param details what else is known; may be empty
 * @param when it is open
 * @param over the first instant at which it is over, or null if that is not known
 * @param standing whether it is a good one; may be empty
 * @param isGood whether that is worth a second look
 * @param title as its source has it
 * @param url where people read it
 * @param sources who report it
 * @param score from 0 to 100, or null
 */
record Card(
        UUID id,
        String slug,
        String program,
        String kind,
        String where,
        String highest,
        String base,
        String details,
        String when,
        @Nullable Instant over,
        String standing,
        boolean isGood,
        String title,
        URI url,
        List<String> sources,
        @Nullable Long score) {

    Card {
        sources = List.copyOf(sources);
    }
}
