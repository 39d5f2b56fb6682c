package org.milesbot.api.source;

import java.util.List;

/**
 * What a source read from one page.
 *
 * @param announcements the items on it, in the page's order
 * @param links further pages to fetch and hand to the same source, such as those of a sitemap
 */
public record Reading(List<Announcement> announcements, List<Link> links) {

    /** Copies the lists. */
    public Reading {
        announcements = List.copyOf(announcements);
        links = List.copyOf(links);
    }

    /** Announcements only. */
    public static Reading of(List<Announcement> announcements) {
        return new Reading(announcements, List.of());
    }
}
