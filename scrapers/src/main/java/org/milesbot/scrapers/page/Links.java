package org.milesbot.scrapers.page;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.milesbot.api.source.Link;
import org.milesbot.api.source.Reading;

/** Chooses which of the links of a page are followed. */
final class Links {

    /** A programme has a dozen campaigns at a time; the limit bounds what one odd page can make us fetch. */
    static final int MOST = 60;

    private static final Comparator<Link> NEWEST_FIRST = Comparator.comparing(
                    (Link link) -> link.changedAt() == null ? Instant.MIN : link.changedAt())
            .reversed();

    private Links() {}

    /** The links whose whole address matches, each once, the last changed first, within bounds. */
    static Reading matching(Pattern pattern, Collection<Link> links) {
        Map<URI, Link> chosen = new LinkedHashMap<>();
        links.stream()
                .filter(link -> pattern.matcher(link.uri().toString()).matches())
                .forEach(link -> chosen.putIfAbsent(link.uri(), link));
        return followed(chosen.values());
    }

    /** All of the links, the last changed first, within bounds. */
    static Reading followed(Collection<Link> links) {
        return new Reading(
                List.of(), links.stream().sorted(NEWEST_FIRST).limit(MOST).toList());
    }
}
