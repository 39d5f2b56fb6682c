package org.milesbot.cli.web.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.web.WebFields;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.cli.output.PromoJson;
import org.milesbot.cli.output.ReportedPromo;
import org.milesbot.cli.search.TypedSearch;
import org.milesbot.cli.web.read.Parameters;
import org.milesbot.cli.web.read.SearchFields;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.store.promo.PromoPlace;
import org.milesbot.store.search.Facet;
import org.milesbot.store.search.Facets;
import org.milesbot.store.search.SearchKey;
import org.milesbot.store.search.SearchPage;
import org.milesbot.store.search.SearchQuery;

/** Finds promos among all that ever were. */
final class SearchOperation {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int USUAL = 25;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shelf shelf;
    private final TypedSearch typed;

    SearchOperation(Shelf shelf) {
        this.shelf = shelf;
        typed = new TypedSearch(shelf.names());
    }

    Operation operation() {
        Parameters parameters = new Parameters(
                Set.of("q", "year", "pct", "limit", "cursor", "lang"), Set.of("program", "from", "kind"));
        return new Operation("/search", parameters, this::answer);
    }

    private WebReply answer(WebRequest request) {
        WebFields fields = request.query();
        String list = ListName.of(fields, "q", "program", "from", "kind", "year", "pct");
        SearchKey after = fields.first("cursor")
                .map(text -> key(Cursor.read(text, list).last()))
                .orElse(null);
        SearchQuery query = typed.query(
                fields.first("q").orElse(""),
                SearchFields.filter(fields),
                after,
                PageSize.of(fields, USUAL, SearchQuery.MOST));
        SearchPage found = shelf.search().find(query, shelf.rule(), request.at());
        PromoJson json = new PromoJson(Shelf.today(request));
        return Items.page(
                found.rows().stream()
                        .map(row -> json.line(ReportedPromo.of(row)))
                        .toList(),
                next(found.next(), request, list),
                about(found),
                FRESH);
    }

    private static SearchKey key(PromoPlace place) {
        return new SearchKey(place.score() > 0, place.publishedAt(), place.id());
    }

    private static @Nullable String next(@Nullable SearchKey key, WebRequest request, String list) {
        return key == null
                ? null
                : new Cursor(
                                request.at().truncatedTo(ChronoUnit.SECONDS),
                                new PromoPlace(key.named() ? 1 : 0, key.publishedAt(), key.id()))
                        .written(list);
    }

    private static ObjectNode about(SearchPage found) {
        ObjectNode about = JSON.createObjectNode();
        about.put("total", found.total());
        Facets facets = found.facets();
        ObjectNode all = about.putObject("facets");
        put(all.putArray("program"), facets.programs(), ProgramId::value);
        put(all.putArray("from"), facets.origins(), OriginId::value);
        put(all.putArray("kind"), facets.kinds(), PromoKind::value);
        put(all.putArray("year"), facets.years(), year -> Integer.toString(year));
        put(all.putArray("pct"), facets.percents(), SearchFields::name);
        return about;
    }

    /** Values as they can be asked for. */
    private static <T> void put(ArrayNode array, List<Facet<T>> facets, Function<T, String> name) {
        facets.forEach(facet ->
                array.addObject().put("value", name.apply(facet.value())).put("count", facet.count()));
    }
}
