package org.milesbot.store.promo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.db.Database;
import org.milesbot.store.score.Campaign;
import org.milesbot.store.score.CampaignHistory;
import org.milesbot.store.score.Campaigns;
import org.milesbot.store.score.RememberedCampaigns;
import org.milesbot.store.score.ScoreBasis;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.score.Standing;

/** Lists the promos that are kept, each with its score at the time and with where it stands among those before it. */
public final class Promos {

    /** How many of the best can be gone through, a page at a time. */
    public static final int MOST_RANKED = 1_000;

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

    /** Of a promo: whether it is open on {@code :day}. */
    static final String OPEN = """
            (start_dt is null or start_dt <= :day)
              and (settled_at is null or state <> 'withdrawn')
              and (end_dt >= :day
                or end_dt is null
                  and state not in ('ended', 'withdrawn')
                  and (settled_at is not null or published_at >= :recent))
            """;

    private static final String WHERE = """
            where (cardinality(cast(:programs as text[])) = 0 or program = any(:programs))
              and (cast(:from as text) is null or origins && array[cast(:from as text), '*'])
              and (cast(:kind as text) is null or kind = :kind)
              and (cast(:least as numeric) is null or bonus_pct >= :least)
              and (cast(:since as timestamptz) is null or published_at >= :since)
              and (cast(:day as date) is null or
            """ + OPEN + ")\n";

    private static final String AFTER = """
            and published_at <= :publishedAt
            and (published_at < :publishedAt or id > :id)
            """;

    private final Database database;
    private final @Nullable RememberedCampaigns remembered;

    /** Compares with all campaigns that are kept at the time. */
    public Promos(Database database) {
        this(database, null);
    }

    /** For a process that lists again and again: compares with the campaigns that it remembers. */
    public static Promos remembering(Database database, RememberedCampaigns remembered) {
        return new Promos(database, remembered);
    }

    private Promos(Database database, @Nullable RememberedCampaigns remembered) {
        this.database = database;
        this.remembered = remembered;
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
                case NEWEST -> newest(open, filter, null);
                case SCORE -> best(open, filter, null, rule, now);
            };
            return told(open, found, rule, now);
        });
    }

    /**
     * The promos that pass the filter and come after a place in its order. In the order of their scores, only the best
     * {@value #MOST_RANKED} are ever come by.
     *
     * @param after the place of the last that was seen
     * @param rule how scores are worked out
     * @param now when they are: for one list, always the same instant
     */
    public List<PromoRow> list(PromoFilter filter, PromoPlace after, ScoreRule rule, Instant now) {
        return database.inTransaction(open -> {
            List<Found> found = switch (filter.order()) {
                case NEWEST -> newest(open, filter, after);
                case SCORE -> best(open, filter, after, rule, now);
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
    private List<PromoRow> told(Handle open, List<Found> found, ScoreRule rule, Instant now) {
        CampaignHistory history = remembered == null ? history(open, found) : remembered.history(open);
        return found.stream()
                .map(one -> one.row()
                        .with(one.basis() == null ? null : rule.score(one.basis(), now), standing(one, history)))
                .toList();
    }

    private static List<Found> newest(Handle open, PromoFilter filter, @Nullable PromoPlace after) {
        Query query = open.createQuery(SELECT
                + ScoreBasisMapper.FROM
                + WHERE
                + (after == null ? "" : AFTER)
                + "order by published_at desc, id limit :limit");
        if (after != null) {
            query.bind("publishedAt", after.publishedAt()).bind("id", after.id());
        }
        return found(bind(query, filter).bind("limit", filter.limit()));
    }

    /** Looks at all by their scores alone, then reads the best whole. */
    private static List<Found> best(
            Handle open, PromoFilter filter, @Nullable PromoPlace after, ScoreRule rule, Instant now) {
        Query query = open.createQuery("select id, published_at, end_dt, end_time, " + ScoreBasisMapper.COLUMNS
                + ScoreBasisMapper.FROM + WHERE);
        Stream<PromoPlace> ranked = bind(query, filter)
                .map((row, context) -> {
                    ScoreBasis basis = ScoreBasisMapper.INSTANCE.map(row, context);
                    return new PromoPlace(
                            basis == null ? -1 : rule.score(basis, now).value(),
                            PromoRowMapper.instant(row, "published_at"),
                            row.getObject("id", UUID.class));
                })
                .stream()
                .sorted(PromoPlace.BEST_FIRST);
        if (after != null) {
            ranked = ranked.limit(MOST_RANKED).filter(one -> PromoPlace.BEST_FIRST.compare(one, after) > 0);
        }
        return inOrder(open, ranked.limit(filter.limit()).map(PromoPlace::id).toList());
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
                .bind("least", filter.least() == null ? null : filter.least().value())
                .bind("since", filter.since())
                .bind("day", day)
                .bind("recent", day == null ? null : openSince(day));
    }

    /** A promo without an end that nobody settled is open on a day if it was published then or later. */
    public static Instant openSince(LocalDate day) {
        return day.minusDays(DAYS_WITHOUT_END).atStartOfDay(Zones.SAO_PAULO).toInstant();
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

    /** The sources that report each of these promos, the nearest to the programme first. */
    public Map<UUID, List<SourceId>> sources(Collection<UUID> ids) {
        Map<UUID, List<SourceId>> sources = new HashMap<>();
        database.with(open -> open.createQuery("""
                        select promo_id, source_name
                        from promo_fingerprint
                        join sighting using (fingerprint)
                        where promo_id = any(:ids)
                        group by promo_id, source_name
                        order by min(array_position(array['official', 'blog', 'channel', 'rumour'], provenance)),
                            min(published_at), source_name
                        """)
                        .bindArray("ids", UUID.class, ids)
                        .map((row, context) -> Map.entry(
                                row.getObject("promo_id", UUID.class), new SourceId(row.getString("source_name"))))
                        .list())
                .forEach(found -> sources.computeIfAbsent(found.getKey(), id -> new ArrayList<>())
                        .add(found.getValue()));
        return sources;
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
