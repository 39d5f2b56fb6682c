package org.milesbot.cli.web.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebRequest;

/**
 * A feed, before it is written in one form or another.
 *
 * @param links where pages are
 * @param request what was asked for
 * @param entries the last updated first
 */
record Feed(Links links, WebRequest request, List<Entry> entries) {

    Feed {
        entries = List.copyOf(entries);
    }

    Locale language() {
        return request.language();
    }

    String title() {
        return Text.of(Feed.class, "feed.title").in(language());
    }

    String subtitle() {
        return Text.of(Feed.class, "feed.subtitle").in(language());
    }

    String self() {
        return links.self(request);
    }

    /** The name of what was asked for, the same for as long as it is asked for at the same address. */
    String urn() {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(self().getBytes(StandardCharsets.UTF_8));
    }

    /** When its newest entry was; the day for one without. */
    Instant updated() {
        return entries.isEmpty()
                ? request.at().truncatedTo(ChronoUnit.DAYS)
                : entries.get(0).updated();
    }
}
