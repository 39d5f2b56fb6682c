package org.milesbot.store.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.Database;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.score.ScoreRule;

/** Looks through all campaigns that were ever kept, save those that were withdrawn. */
public final class Search {

    private final Database database;
    private final Promos promos;
    private final SearchIndex index;

    /**
     * @param index of that database
     */
    public Search(Database database, Promos promos, SearchIndex index) {
        this.database = database;
        this.promos = promos;
        this.index = index;
    }

    private record Found(List<SearchKey> keys, long total, Facets facets) {}

    /**
     * One page of what is found. Whatever was typed finds something or nothing, and never fails.
     *
     * @param rule how scores are worked out
     * @param now when they are
     */
    public SearchPage find(SearchQuery query, ScoreRule rule, Instant now) {
        return database.inPlannedTransaction(open -> {
            List<List<List<Words.Stem>>> words = Words.of(open, texts(query));
            Found found = index.with(open, entries -> found(entries, new Matching(entries, query, words), query));
            boolean last = found.keys.size() <= query.limit();
            List<SearchKey> shown = last ? found.keys : found.keys.subList(0, query.limit());
            return new SearchPage(
                    rows(shown, rule, now), last ? null : shown.get(shown.size() - 1), found.total, found.facets);
        });
    }

    private static List<String> texts(SearchQuery query) {
        return Stream.concat(Stream.of(query.text()), query.readings().stream().map(Reading::rest))
                .toList();
    }

    private static Found found(Entries entries, Matching matching, SearchQuery query) {
        return new Found(
                keys(entries, matching, query.after(), query.limit() + 1),
                matching.without(null).getLongCardinality(),
                new FacetCounts(entries, matching).facets());
    }

    /** As many as wanted, if there are as many. */
    private static List<SearchKey> keys(Entries entries, Matching matching, @Nullable SearchKey after, int limit) {
        List<SearchKey> keys = new ArrayList<>();
        if (after == null || after.named()) {
            keys.addAll(entries.newest(matching.first(), true, after, limit));
        }
        if (keys.size() < limit) {
            SearchKey other = after == null || after.named() ? null : after;
            keys.addAll(entries.newest(matching.others(), false, other, limit - keys.size()));
        }
        return keys;
    }

    private List<PromoRow> rows(List<SearchKey> keys, ScoreRule rule, Instant now) {
        List<UUID> ids = keys.stream().map(SearchKey::id).toList();
        Map<UUID, PromoRow> rows = promos.byId(ids, rule, now);
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }
}
