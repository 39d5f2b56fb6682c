package org.milesbot.cli.pipeline;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Extractor;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.FetchResult;
import org.milesbot.api.source.Fetcher;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.Validators;

/** Visits the sources of a plug-in as {@code scrape} does, but keeps nothing: for those who write plug-ins. */
public final class PluginTrial {

    private final Fetcher fetcher;
    private final Extractor extractor;
    private final Predicate<URI> follows;
    private final int mostLinked;

    /**
     * @param follows which of the pages that a page links to are visited
     * @param mostLinked how many of them at most, for each source
     */
    public PluginTrial(Fetcher fetcher, Extractor extractor, Predicate<URI> follows, int mostLinked) {
        this.fetcher = fetcher;
        this.extractor = extractor;
        this.follows = follows;
        this.mostLinked = mostLinked;
    }

    /**
     * One page that was asked for.
     *
     * @param source whose page it is
     * @param address the address that was asked for
     * @param isBeginning whether the source begins with it, or it was linked to
     * @param page what came, or null if nothing that can be read did
     * @param announcements what was read from it
     * @param links how many pages it leads to
     * @param problem why it could not be fetched or read, or null
     */
    public record Visited(
            Source source,
            URI address,
            boolean isBeginning,
            @Nullable Page page,
            List<Told> announcements,
            int links,
            @Nullable Text problem) {

        /** Copies the list. */
        public Visited {
            announcements = List.copyOf(announcements);
        }
    }

    /** An announcement and the promos in it. */
    public record Told(Announcement announcement, List<Promo> promos) {

        /** Copies the list. */
        public Told {
            promos = List.copyOf(promos);
        }
    }

    /** Visits a source; never fails for what comes, or does not. */
    public List<Visited> visit(Source source) {
        List<Visited> visited = new ArrayList<>();
        Set<URI> known = new HashSet<>(source.addresses());
        Deque<URI> linked = new ArrayDeque<>();
        for (URI address : source.addresses()) {
            visited.add(visit(source, address, true, linked, known));
        }
        for (int i = 0; i < mostLinked && !linked.isEmpty(); i++) {
            visited.add(visit(source, linked.remove(), false, linked, known));
        }
        return visited;
    }

    private Visited visit(Source source, URI address, boolean isBeginning, Deque<URI> linked, Set<URI> known) {
        Page page = null;
        try {
            FetchResult result = fetcher.fetch(new FetchRequest(address, Validators.NONE));
            if (!(result instanceof FetchResult.Fetched fetched)) {
                return failed(source, address, isBeginning, null, Sentences.of(result, address));
            }
            page = fetched.page();
            Reading reading = source.read(page);
            List<Told> told = reading.announcements().stream()
                    .map(announcement -> new Told(announcement, source.promos(announcement, extractor)))
                    .toList();
            reading.links().stream()
                    .map(link -> link.uri())
                    .filter(follows)
                    .filter(known::add)
                    .forEach(linked::add);
            return new Visited(
                    source, address, isBeginning, page, told, reading.links().size(), null);
        } catch (MilesbotException e) {
            return failed(source, address, isBeginning, page, e.text());
        }
    }

    private static Visited failed(Source source, URI address, boolean isBeginning, @Nullable Page page, Text problem) {
        return new Visited(source, address, isBeginning, page, List.of(), 0, problem);
    }
}
