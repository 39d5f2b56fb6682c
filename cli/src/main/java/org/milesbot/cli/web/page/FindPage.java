package org.milesbot.cli.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.source.SourceId;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.output.PromoWords;
import org.milesbot.cli.search.TypedSearch;
import org.milesbot.cli.web.page.Frame.Section;
import org.milesbot.cli.web.read.SearchCursor;
import org.milesbot.cli.web.read.SearchFields;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.search.Facet;
import org.milesbot.store.search.Facets;
import org.milesbot.store.search.PercentRange;
import org.milesbot.store.search.SearchFilter;
import org.milesbot.store.search.SearchPage;
import org.milesbot.store.search.SearchQuery;

/** Finds campaigns among all that ever were. */
final class FindPage {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int LIMIT = 24;

    private final Shelf shelf;
    private final Templates templates;
    private final TypedSearch typed;

    FindPage(Shelf shelf, Templates templates) {
        this.shelf = shelf;
        this.templates = templates;
        typed = new TypedSearch(shelf.names());
    }

    WebRoute route() {
        return WebRoute.get("/search", this::answer);
    }

    private record Found(SearchPage page, Map<UUID, List<SourceId>> sources) {}

    private WebReply answer(WebRequest request) {
        String words = request.query().first("q").orElse("");
        SearchFilter only = SearchFields.filter(request.query());
        Optional<String> after = request.query().first("after");
        SearchQuery query =
                typed.query(words, only, after.map(SearchCursor::read).orElse(null), LIMIT);
        Found found = shelf.database().inPlannedTransaction(open -> found(query, request.at()));
        Words said = new Words(request.language());
        Frame frame = Frame.of(request, Section.SEARCH, said.say("find.title"), said.say("find.description"));
        FindView view = view(frame, query, found, after.isPresent());
        return templates.fill("page/find.jte", Map.of("view", view), FRESH);
    }

    private Found found(SearchQuery query, Instant now) {
        SearchPage page = shelf.search().find(query, shelf.rule(), now);
        return new Found(
                page,
                shelf.promos().sources(page.rows().stream().map(PromoRow::id).toList()));
    }

    private FindView view(Frame frame, SearchQuery query, Found whole, boolean isLater) {
        SearchPage found = whole.page();
        SearchFilter only = query.only();
        Facets facets = found.facets();
        PromoWords words = new PromoWords(shelf.names(), frame.words().locale());
        return new FindView(
                frame,
                query.text(),
                frame.say("find.count", found.total()),
                new Cards(shelf.names(), frame.words().locale()).of(found.rows(), whole.sources()),
                options(
                        facets.programs(),
                        program -> program.value(),
                        shelf.names()::of,
                        value -> only.programs().stream()
                                .anyMatch(program -> program.value().equals(value))),
                options(
                        facets.origins().stream()
                                .filter(facet -> !facet.value().equals(OriginId.EVERY_BANK))
                                .toList(),
                        origin -> origin.value(),
                        shelf.names()::of,
                        value -> only.origins().stream()
                                .anyMatch(origin -> origin.value().equals(value))),
                options(
                        facets.kinds(),
                        kind -> kind.value(),
                        kind -> words.kind(new org.milesbot.api.promo.PromoKind(kind)),
                        value -> only.kinds().stream()
                                .anyMatch(kind -> kind.value().equals(value))),
                options(
                        facets.years(),
                        year -> Integer.toString(year),
                        Function.identity(),
                        value -> only.year() != null && value.equals(Integer.toString(only.year()))),
                percents(frame, facets.percents(), only.percents()),
                found.next() == null ? "" : frame.withField("after", SearchCursor.of(found.next())),
                isLater ? frame.withField("after", "") : "");
    }

    private static <T> List<Option> options(
            List<Facet<T>> facets,
            Function<T, String> name,
            Function<String, String> label,
            Predicate<String> isChosen) {
        return facets.stream()
                .map(facet -> {
                    String value = name.apply(facet.value());
                    return new Option(value, label.apply(value), facet.count(), isChosen.test(value));
                })
                .toList();
    }

    private static List<Option> percents(Frame frame, List<Facet<PercentRange>> facets, PercentRange chosen) {
        return facets.stream()
                .map(facet -> new Option(
                        SearchFields.name(facet.value()),
                        label(frame, facet.value()),
                        facet.count(),
                        facet.value().equals(chosen)))
                .toList();
    }

    private static String label(Frame frame, PercentRange band) {
        String from = String.valueOf(band.from());
        return band.below() == null
                ? frame.say("find.percent.from", from)
                : frame.say("find.percent.between", from, band.below().toString());
    }
}
