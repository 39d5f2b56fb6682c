package org.milesbot.cli.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Link;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.source.SourceItem;

/**
 * What one page holds.
 *
 * @param items its items
 * @param sightings the promos in them
 * @param links further pages that the source wants
 */
record Harvest(List<SourceItem> items, List<Sighted> sightings, List<Link> links) {

    /** How many items and links it has. */
    int size() {
        return items.size() + links.size();
    }

    /** Reads and extracts a page; without side effects. */
    static Harvest of(Source source, Page page, Extractor extractor) {
        Reading reading = source.read(page);
        List<Sighted> sightings = new ArrayList<>();
        for (Announcement announcement : reading.announcements()) {
            for (Promo promo : source.promos(announcement, extractor)) {
                sightings.add(sighted(source, page, announcement, promo));
            }
        }
        List<SourceItem> items = reading.announcements().stream()
                .map(announcement -> new SourceItem(announcement.id(), announcement.publishedAt()))
                .toList();
        return new Harvest(items, sightings, reading.links());
    }

    private static Sighted sighted(Source source, Page page, Announcement announcement, Promo promo) {
        URI url = announcement.url() == null ? page.url() : announcement.url();
        return new Sighted(
                announcement.id(),
                new Sighting(
                        promo,
                        source.id(),
                        source.provenance(),
                        announcement.title(),
                        url,
                        announcement.publishedAt()));
    }
}
