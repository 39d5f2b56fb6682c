package org.milesbot.store.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.Database;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.score.ScoreRule;

/** Looks through all campaigns that were ever kept, save those that were withdrawn. */
public final class Search {

    private final Database database;
    private final Promos promos;

    public Search(Database database, Promos promos) {
        this.database = database;
        this.promos = promos;
    }

    /**
     * One page of what is found. Whatever was typed finds something or nothing, and never fails.
     *
     * @param rule how scores are worked out
     * @param now when they are
     */
    public SearchPage find(SearchQuery query, ScoreRule rule, Instant now) {
        return database.inTransaction(open -> {
            Words words = Words.of(open, query);
            List<SearchKey> keys = keys(open, query, words);
            boolean last = keys.size() <= query.limit();
            List<SearchKey> shown = last ? keys : keys.subList(0, query.limit());
            FacetCounts counts = new FacetCounts(open, words.found(), query.only());
            return new SearchPage(
                    rows(shown, rule, now),
                    last ? null : shown.get(shown.size() - 1),
                    counts.total(),
                    counts.more(),
                    counts.facets());
        });
    }

    private List<PromoRow> rows(List<SearchKey> keys, ScoreRule rule, Instant now) {
        List<UUID> ids = keys.stream().map(SearchKey::id).toList();
        Map<UUID, PromoRow> rows = promos.byId(ids, rule, now);
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** One more than asked for, if there is one. */
    private static List<SearchKey> keys(Handle open, SearchQuery query, Words words) {
        SearchKey after = query.after();
        boolean ranked = !words.found().isEmpty();
        List<SearchKey> keys = new ArrayList<>();
        if (ranked && !words.named().isEmpty() && (after == null || after.named())) {
            keys.addAll(keys(open, query, words.named(), true, after, query.limit() + 1));
        }
        int left = query.limit() + 1 - keys.size();
        if (left > 0) {
            String others = ranked ? Words.without(words.found(), words.named()) : "";
            keys.addAll(keys(open, query, others, false, after == null || after.named() ? null : after, left));
        }
        return keys;
    }

    private static List<SearchKey> keys(
            Handle open, SearchQuery query, String words, boolean named, @Nullable SearchKey after, int limit) {
        SearchFilter only = query.only();
        Where where = new Where(
                Words.all(words, Words.only(only.programs(), only.origins(), only.kinds(), only.year())),
                only.percents());
        String paging = after == null ? "" : " and published_at <= :at and (published_at < :at or promo_id > :id)";
        Query statement = where.bind(open.createQuery("select promo_id, published_at from promo_search where "
                        + where.sql() + paging + " order by published_at desc, promo_id limit :limit"))
                .bind("limit", limit);
        if (after != null) {
            statement.bind("at", after.publishedAt()).bind("id", after.id());
        }
        return statement
                .map((row, context) -> new SearchKey(
                        named,
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getObject("promo_id", UUID.class)))
                .list();
    }
}
