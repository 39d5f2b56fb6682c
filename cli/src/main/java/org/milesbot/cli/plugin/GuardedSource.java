package org.milesbot.cli.plugin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.CheckInterval;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;

/** A plug-in's source behind the border: what it says of itself was asked once, what it reads is checked. */
final class GuardedSource implements Source {

    private static final int MOST_ANNOUNCEMENTS = 10_000;
    private static final int MOST_LINKS = 50_000;
    private static final int MOST_PROMOS = 1_000;
    private static final int MOST_ADDRESSES = 1_000;

    /** Of all announcements together: far more than a page holds, and no more than memory does. */
    private static final long MOST_LETTERS = 64L << 20;

    private final Source source;
    private final SourceId id;
    private final Provenance provenance;
    private final List<URI> addresses;
    private final CheckInterval checkInterval;
    private final GuardedCall border;
    private final Duration limit;

    private GuardedSource(Source source, Said said, GuardedCall border, Duration limit) {
        this.source = source;
        this.id = said.id;
        this.provenance = said.provenance;
        this.addresses = said.addresses;
        this.checkInterval = said.checkInterval;
        this.border = border;
        this.limit = limit;
    }

    /** What a source says of itself. */
    private record Said(SourceId id, Provenance provenance, List<URI> addresses, CheckInterval checkInterval) {}

    /**
     * Asks a source for its name, its addresses and how often it may be visited.
     *
     * @throws PluginException if it does not say them, or says them wrong
     */
    static GuardedSource of(String plugin, Source source, GuardedCall border, Duration limit) {
        SourceId id = border.call("Source.id()", limit, source::id);
        GuardedCall own = border.forPart(Text.of(GuardedSource.class, "the.source", id.value(), plugin));
        Provenance provenance = own.call("provenance()", limit, source::provenance);
        List<URI> addresses = own.list("addresses()", limit, MOST_ADDRESSES, source::addresses);
        if (addresses.isEmpty()) {
            throw own.refused(ErrorKind.INTERNAL, "addresses.none");
        }
        addresses.stream()
                .filter(uri -> !GuardedFareProvider.isWeb(uri))
                .findFirst()
                .ifPresent(uri -> {
                    throw own.refused(ErrorKind.INTERNAL, "addresses.form", uri.toString());
                });
        CheckInterval checkInterval = own.call("checkInterval()", limit, source::checkInterval);
        return new GuardedSource(source, new Said(id, provenance, addresses, checkInterval), own, limit);
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public List<URI> addresses() {
        return addresses;
    }

    @Override
    public CheckInterval checkInterval() {
        return checkInterval;
    }

    @Override
    public Reading read(Page page) {
        Reading reading = border.call("read()", limit, () -> source.read(page));
        bounded("read()", reading.announcements().size(), MOST_ANNOUNCEMENTS);
        bounded("read()", reading.links().size(), MOST_LINKS);
        border.requireShort(
                "read()",
                reading.announcements().stream()
                        .mapToLong(GuardedSource::letters)
                        .sum(),
                MOST_LETTERS);
        reading.links().stream()
                .filter(link -> !GuardedFareProvider.isWeb(link.uri()))
                .findFirst()
                .ifPresent(link -> {
                    throw border.refused(
                            ErrorKind.DATA, "addresses.form", link.uri().toString());
                });
        return reading;
    }

    @Override
    public List<Promo> promos(Announcement announcement, Extractor extractor) {
        return border.list("promos()", limit, MOST_PROMOS, () -> source.promos(announcement, extractor));
    }

    private static long letters(Announcement announcement) {
        return (long) announcement.id().length()
                + announcement.title().length()
                + announcement.html().length();
    }

    private void bounded(String method, int size, int most) {
        if (size > most) {
            throw border.refused(ErrorKind.INTERNAL, "returned.many", method, String.valueOf(most));
        }
    }
}
