package org.milesbot.scrapers.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An item as a source states it, before the rules that hold for all sources: a title is plain text, a date is never later
 * than the fetch, an id never changes, every size has a bound.
 *
 * @param id what the source calls it, if it does
 * @param title its heading, as text or HTML
 * @param html its body
 * @param url where people read it, absolute or relative to the page
 * @param publishedAt when the source says that it was published
 */
public record Item(
        @Nullable String id,
        @Nullable String title,
        @Nullable String html,
        @Nullable String url,
        @Nullable Instant publishedAt) {

    private static final Logger log = LoggerFactory.getLogger(Item.class);

    /** More than any feed holds; a page with more is an archive or an attack. */
    private static final int MOST_ITEMS = 300;

    private static final int LONGEST_ID = 500;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_HTML = 500_000;

    /** How far a server's clock may be ahead of ours. */
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(10);

    /** No loyalty programme announced anything on the web before; an older date is a zero or a slip. */
    private static final Instant OLDEST = Instant.parse("1995-01-01T00:00:00Z");

    /** What a page says with its items: those that say nothing, and repeats of an id, are left out. */
    public static Reading reading(Page page, List<Item> items) {
        Map<String, Announcement> announcements = new LinkedHashMap<>();
        items.stream()
                .limit(MOST_ITEMS)
                .flatMap(item -> item.on(page).stream())
                .forEach(announcement -> announcements.putIfAbsent(announcement.id(), announcement));
        if (announcements.size() < items.size()) {
            log.debug("{}: kept {} of {} items", page.requested(), announcements.size(), items.size());
        }
        return Reading.of(List.copyOf(announcements.values()));
    }

    private Optional<Announcement> on(Page page) {
        String heading = Html.clip(Html.plain(Html.storable(title == null ? "" : title)), LONGEST_TITLE);
        String body = Html.storable(html == null ? "" : html).strip();
        if ((heading.isEmpty() && body.isEmpty()) || body.length() > LONGEST_HTML) {
            log.debug("{}: left out item {}, with a body of {} characters", page.requested(), id, body.length());
            return Optional.empty();
        }
        URI address = Addresses.resolve(url, page.url()).orElse(null);
        return Optional.of(new Announcement(stableId(address, heading, body), heading, body, address, dateOn(page)));
    }

    private Instant dateOn(Page page) {
        if (publishedAt == null || publishedAt.isBefore(OLDEST)) {
            return page.fetchedAt();
        }
        return publishedAt.isAfter(page.fetchedAt().plus(CLOCK_DRIFT)) ? page.fetchedAt() : publishedAt;
    }

    private String stableId(@Nullable URI address, String heading, String body) {
        if (id != null && !id.isBlank()) {
            String stated = Html.storable(id.strip());
            return stated.length() <= LONGEST_ID ? stated : digest(stated);
        }
        return address != null ? address.toString() : digest(heading + '\n' + body);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
