package org.milesbot.cli.pipeline;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.FetchResult.Blocked;
import org.milesbot.api.source.FetchResult.Fetched;
import org.milesbot.api.source.FetchResult.NotModified;
import org.milesbot.api.source.Link;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.Validators;
import org.milesbot.store.capture.Contents;
import org.milesbot.store.capture.NewCapture;
import org.milesbot.store.promo.StoredPromo;

/**
 * One visit to one source: its addresses, and what they link to. Each page is stored with all that was read from it in
 * one transaction before the next is fetched, so that a visit that dies half-way loses nothing that it had read.
 */
final class SourceVisit implements Stepwise {

    /** More pages than this are no visit but a crawl. */
    static final int MOST_PAGES = 60;

    private final Scraping scraping;
    private final String plugin;
    private final Source source;
    private final Beginning beginning;
    private final Deque<URI> waiting = new ArrayDeque<>();
    private final Set<URI> known = new HashSet<>();
    private final List<StoredPromo> found = new ArrayList<>();
    private @Nullable List<URI> addresses;
    private Outcome outcome = Outcome.NOT_MODIFIED;
    private @Nullable Text problem;
    private Tally tally = Tally.NONE;
    private int goodLinks;
    private boolean badBeginning;
    private boolean isQuiet = true;
    private @Nullable Duration retryAfter;

    SourceVisit(Scraping scraping, String plugin, Source source, Beginning beginning) {
        this.scraping = scraping;
        this.plugin = plugin;
        this.source = source;
        this.beginning = beginning;
    }

    @Override
    public @Nullable URI next() {
        if (addresses == null) {
            addresses = source.addresses();
            addresses.forEach(this::await);
        }
        return waiting.peek();
    }

    @Override
    public void step() {
        URI uri = waiting.remove();
        boolean isGood = visit(uri);
        if (Objects.requireNonNull(addresses).contains(uri)) {
            badBeginning |= !isGood;
        } else if (isGood) {
            goodLinks++;
        }
    }

    /** What came of it, when all steps were taken. */
    VisitEnd end() {
        SourceReport report = new SourceReport(plugin, source.id().value(), outcome, tally, found, problem);
        boolean failed = badBeginning || (outcome.isFailure() && goodLinks == 0);
        return new VisitEnd(report, failed, isQuiet, retryAfter);
    }

    private void await(URI uri) {
        if (known.size() < MOST_PAGES && known.add(uri)) {
            waiting.add(uri);
        }
    }

    private boolean visit(URI uri) {
        Validators validators = scraping.manner().fresh()
                ? Validators.NONE
                : scraping.kept().captures().validators(source.id(), uri);
        FetchResult result = fetch(new FetchRequest(uri, validators));
        if (result instanceof Fetched fetched) {
            return read(fetched);
        }
        if (result instanceof Blocked blocked && blocked.retryAfter() != null) {
            retryAfter = blocked.retryAfter();
        }
        if (result != null && Outcome.of(result).isFailure()) {
            fail(Outcome.of(result), Sentences.of(result, uri));
        }
        return result instanceof NotModified;
    }

    private @Nullable FetchResult fetch(FetchRequest request) {
        try {
            return scraping.fetcher().fetch(request);
        } catch (MilesbotException e) {
            fail(Outcome.of(e.kind()), e.text());
            return null;
        }
    }

    private boolean read(Fetched fetched) {
        tally = tally.fetched(fetched.body().size());
        Harvest harvest = harvest(fetched);
        if (harvest == null) {
            // Kept, so that a better reader can try; but without validators, so that it is asked for again.
            store(fetched, Validators.NONE, null);
            return false;
        }
        URI uri = fetched.page().requested();
        if (harvest.size() == 0 && scraping.kept().captures().hadItems(source.id(), uri)) {
            fail(Outcome.EMPTY, Sentences.empty(uri));
            // With validators, the next answer would be "not modified", and that looks like a success.
            store(fetched, Validators.NONE, harvest);
            return false;
        }
        // "Not modified" would hide the links of a page, and with them what an earlier visit did not get to.
        boolean leadsOn = !harvest.links().isEmpty();
        store(fetched, leadsOn ? Validators.NONE : fetched.validators(), harvest);
        tally = tally.read(harvest.items().size());
        outcome = outcome.isFailure() ? outcome : Outcome.READ;
        harvest.links().stream().filter(this::isWanted).map(Link::uri).forEach(this::await);
        return true;
    }

    private @Nullable Harvest harvest(Fetched fetched) {
        try {
            return Harvest.of(source, fetched.page(), scraping.extractor());
        } catch (MilesbotException e) {
            boolean hasChanged = e.kind() == ErrorKind.DATA
                    && scraping.kept().items().hasAny(source.id().value());
            fail(
                    hasChanged ? Outcome.CHANGED : Outcome.of(e.kind()),
                    hasChanged ? Sentences.changed(e.text()) : e.text());
            return null;
        }
    }

    private void store(Fetched fetched, Validators validators, @Nullable Harvest harvest) {
        NewCapture capture = new NewCapture(
                plugin,
                source.id(),
                fetched.page(),
                fetched.body(),
                validators,
                scraping.parserVersion(),
                harvest == null ? null : Integer.valueOf(harvest.size()));
        Instant now = scraping.clock().instant();
        Contents contents = harvest == null
                ? Contents.none(now)
                : new Contents(harvest.items(), harvest.sightings(), now, beginning.quietBefore());
        isQuiet = false;
        found.addAll(scraping.kept().captures().store(capture, contents).promos());
    }

    private boolean isWanted(Link link) {
        return link.changedAt() == null || !link.changedAt().isBefore(beginning.since());
    }

    /** Keeps the worst outcome, and the first sentence about it. */
    private void fail(Outcome worse, Text sentence) {
        if (!outcome.isFailure() || worse.compareTo(outcome) > 0) {
            outcome = worse;
            problem = sentence;
        }
    }
}
