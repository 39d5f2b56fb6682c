package org.milesbot.store.promo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.store.db.Database;
import org.milesbot.store.score.Campaign;
import org.milesbot.store.score.CampaignHistory;
import org.milesbot.store.score.Campaigns;
import org.milesbot.store.score.ScoreBasis;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.score.Standing;

/** Lists the promos that are kept, each with its score at the time and with where it stands among those before it. */
public final class Promos {

    /** A promo whose end nobody stated counts as open for so long after it was published. */
    private static final int DAYS_WITHOUT_END = 15;

    private static final String SELECT = """
            select id, kind, program, origins, bonus_pct, base_pct, tiers, min_points, cap_points,
                start_dt, start_time, end_dt, end_time, origin, dest, cabin, miles, taxes_brl,
                gain, origin_city, dest_city, trip, travel_from, travel_to,
                rate_max, rate_base, rate_unit, shops, plan, monthly_price_brl, evidence,
                promo.source_name, promo.provenance, title, src_url, published_at, fetched_at, date_suspect,
                state, settled_at,
            """ + ScoreBasisMapper.COLUMNS;

    private static final String WHERE = """
            where (cardinality(cast(:programs as text[])) = 0 or program = any(:programs))
              and (cast(:from as text) is null or origins && array[cast(:from as text), '*'])
              and (cast(:kind as text) is null or kind = :kind)
              and (cast(:since as timestamptz) is null or published_at >= :since)
              and (cast(:day as date) is null
                or (start_dt is null or start_dt <= :day)
                  and (settled_at is null or state <> 'withdrawn')
                  and (end_dt >= :day
                    or end_dt is null
                      and (settled_at is null and published_at >= :recent
                        or settled_at is not null and state <> 'ended')))
            """;

    private final Database database;

    public Promos(Database database) {
        this.database = database;
    }

    private record Found(PromoRow row, @Nullable ScoreBasis basis) {}

    /**
     * The promos that pass the filter; always in the same order.
     *
     * @param rule how scores are worked out
     * @param now when they are
     */
    public List<PromoRow> list(PromoFilter filter, ScoreRule rule, Instant now) {
        return database.inTransaction(open -> {
            List<Found> found = switch (filter.order()) {
                case NEWEST -> newest(open, filter);
                case SCORE -> best(open, filter, rule, now);
            };
            return told(open, found, rule, now);
        });
    }

    /** How many promos pass the filter; its limit does not matter. */
    public long count(PromoFilter filter) {
        return database.with(open -> bind(open.createQuery("select count(*) from promo " + WHERE), filter)
                .mapTo(Long.class)
                .one());
    }

    /** Those of these promos that are there, by their ids. */
    public Map<UUID, PromoRow> byId(Collection<UUID> ids, ScoreRule rule, Instant now) {
        return database.inTransaction(open -> told(open, inOrder(open, ids), rule, now).stream()
                .collect(Collectors.toMap(PromoRow::id, Function.identity())));
    }

    /** With their scores, and with where they stand. */
    private static List<PromoRow> told(Handle open, List<Found> found, ScoreRule rule, Instant now) {
        CampaignHistory history = history(open, found);
        return found.stream()
                .map(one -> one.row()
                        .with(one.basis() == null ? null : rule.score(one.basis(), now), standing(one, history)))
                .toList();
    }

    private static List<Found> newest(Handle open, PromoFilter filter) {
        Query query = open.createQuery(
                SELECT + ScoreBasisMapper.FROM + WHERE + "order by published_at desc, id limit :limit");
        return found(bind(query, filter).bind("limit", filter.limit()));
    }

    private record Scored(UUID id, double score, Instant publishedAt) {}

    /** Looks at all by their scores alone, then reads the best whole. */
    private static List<Found> best(Handle open, PromoFilter filter, ScoreRule rule, Instant now) {
        Query query = open.createQuery("select id, published_at, end_dt, end_time, " + ScoreBasisMapper.COLUMNS
                + ScoreBasisMapper.FROM + WHERE);
        List<UUID> best = bind(query, filter)
                .map((row, context) -> {
                    ScoreBasis basis = ScoreBasisMapper.INSTANCE.map(row, context);
                    return new Scored(
                            row.getObject("id", UUID.class),
                            basis == null ? -1 : rule.score(basis, now).value(),
                            PromoRowMapper.instant(row, "published_at"));
                })
                .stream()
                .sorted(Comparator.comparing(Scored::score)
                        .thenComparing(Scored::publishedAt)
                        .reversed()
                        .thenComparing(one -> one.id().toString()))
                .limit(filter.limit())
                .map(Scored::id)
                .toList();
        return inOrder(open, best);
    }

    private static List<Found> inOrder(Handle open, Collection<UUID> ids) {
        Map<UUID, Found> byId = new HashMap<>();
        found(open.createQuery(SELECT + ScoreBasisMapper.FROM + "where id = any(:ids)")
                        .bindArray("ids", UUID.class, ids))
                .forEach(one -> byId.put(one.row().id(), one));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private static List<Found> found(Query query) {
        return query.map((row, context) -> new Found(
                        PromoRowMapper.INSTANCE.map(row, context), ScoreBasisMapper.INSTANCE.map(row, context)))
                .list();
    }

    private static CampaignHistory history(Handle open, List<Found> found) {
        List<Campaign> listed =
                found.stream().map(Promos::campaign).filter(Objects::nonNull).toList();
        Set<ProgramId> programs = listed.stream().map(Campaign::program).collect(Collectors.toSet());
        return listed.stream()
                .map(Campaign::announcedAt)
                .max(Comparator.naturalOrder())
                .map(last -> Campaigns.before(open, last, programs))
                .orElseGet(() -> CampaignHistory.of(List.of()));
    }

    private static @Nullable Campaign campaign(Found one) {
        Promo promo = one.row().promo();
        Percent percent = promo.bonus().highest();
        return one.basis() == null || percent == null || !promo.kind().equals(PromoKind.TRANSFER_BONUS)
                ? null
                : new Campaign(
                        promo.program(), promo.origins(), percent, one.basis().announcedAt());
    }

    private static @Nullable Standing standing(Found one, CampaignHistory history) {
        Campaign campaign = campaign(one);
        return campaign == null ? null : history.standing(campaign);
    }

    private static Query bind(Query query, PromoFilter filter) {
        LocalDate day = filter.activeOn();
        return query.bindArray(
                        "programs",
                        String.class,
                        filter.programs().stream().map(ProgramId::value).toList())
                .bind("from", slug(filter.from()))
                .bind("kind", filter.kind() == null ? null : filter.kind().value())
                .bind("since", filter.since())
                .bind("day", day)
                .bind(
                        "recent",
                        day == null
                                ? null
                                : day.minusDays(DAYS_WITHOUT_END)
                                        .atStartOfDay(Zones.SAO_PAULO)
                                        .toInstant());
    }

    private static @Nullable String slug(@Nullable OriginId origin) {
        return origin == null ? null : origin.value();
    }

    /**
     * Where a promo would stand if it was announced at an instant; nothing for what is no transfer bonus with a percentage.
     */
    public Optional<Standing> standing(Promo promo, Instant at) {
        Percent percent = promo.bonus().highest();
        if (percent == null || !promo.kind().equals(PromoKind.TRANSFER_BONUS)) {
            return Optional.empty();
        }
        Campaign campaign = new Campaign(promo.program(), promo.origins(), percent, at);
        return Optional.of(database.with(
                open -> Campaigns.before(open, at, Set.of(promo.program())).standing(campaign)));
    }

    /** How much is kept. */
    public Counts counts() {
        return database.with(open -> open.createQuery("""
                        select
                            (select count(*) from capture) as captures,
                            (select count(*) from sighting) as sightings,
                            (select count(*) from promo) as promos
                        """)
                .map((row, context) ->
                        new Counts(row.getLong("captures"), row.getLong("sightings"), row.getLong("promos")))
                .one());
    }
}
