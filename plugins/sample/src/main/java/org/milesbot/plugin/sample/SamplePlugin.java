package org.milesbot.plugin.sample;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.Fetcher;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;

/**
 * Shows both ways to contribute. Watching a page is the {@link SampleSource}'s work, and the host fetches, keeps and reads
 * it; {@code scrape} is for what no source can describe, and here asks for the archive that lies beside the page.
 */
final class SamplePlugin implements Plugin {

    private final SampleSource source;
    private final URI archive;
    private final Fetcher fetcher;

    SamplePlugin(URI address, Fetcher fetcher) {
        this.source = new SampleSource(address);
        this.archive = address.resolve("archive.txt");
        this.fetcher = fetcher;
    }

    @Override
    public String schedule() {
        return "hourly";
    }

    @Override
    public Set<String> categories() {
        return Set.of("bonus");
    }

    @Override
    public List<Source> sources() {
        return List.of(source);
    }

    @Override
    public List<Sighting> scrape(Instant since) {
        FetchResult result = fetcher.fetch(FetchRequest.of(archive));
        if (result instanceof FetchResult.Fetched fetched) {
            return sightings(fetched.page(), since);
        }
        if (result instanceof FetchResult.NotModified || result instanceof FetchResult.Gone) {
            return List.of();
        }
        throw new MilesbotException(
                ErrorKind.EXTERNAL,
                Text.of(
                        SamplePlugin.class,
                        "archive",
                        archive.toString(),
                        result.getClass().getSimpleName()));
    }

    private List<Sighting> sightings(Page page, Instant since) {
        return source.read(page).announcements().stream()
                .filter(announcement -> !announcement.publishedAt().isBefore(since))
                .flatMap(announcement ->
                        source.promosOf(announcement).stream().map(promo -> sighting(promo, announcement)))
                .toList();
    }

    private Sighting sighting(Promo promo, Announcement from) {
        URI url = Objects.requireNonNullElse(from.url(), archive);
        return new Sighting(promo, source.id(), source.provenance(), from.title(), url, from.publishedAt());
    }
}
