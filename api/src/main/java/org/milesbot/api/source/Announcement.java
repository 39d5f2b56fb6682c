package org.milesbot.api.source;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One item of a capture: a post, a message of a channel, a campaign page.
 *
 * @param id what the source calls it; the same item read again has the same id
 * @param title its heading as plain text; may be empty
 * @param html its body as HTML; may be empty
 * @param url where people read it, or null if it has no address of its own
 * @param publishedAt when it was published; for a page that does not say, when it was fetched
 */
public record Announcement(
        String id, String title, String html, @Nullable URI url, Instant publishedAt) {

    /** Refuses nulls where absence has no meaning. */
    public Announcement {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(html, "html is null");
        Objects.requireNonNull(publishedAt, "publishedAt is null");
    }
}
