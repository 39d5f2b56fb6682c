package org.milesbot.store.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.milesbot.store.promo.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.SourceId;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.PromoFilter.Order;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.Samples;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.promo.StoredPromo;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.testing.TestScores;

final class ScoresTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOON, Zones.SAO_PAULO);

    private TestDatabase test;
    private int announcements;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
    }

    @AfterEach
    void close() {
        test.close();
    }

    private UUID tell(Promo promo, String source, Provenance provenance, Duration age) {
        Sighted one = new Sighted(
                "a" + announcements++, Samples.sighting(promo, new SourceId(source), provenance, NOON.minus(age)));
        List<StoredPromo> stored = new Sightings(test.database()).store("blogs", 1, NOON.minus(age), List.of(one));
        return stored.get(0).id();
    }

    private static Promo bonus(int percent, String origin) {
        return Promo.builder(PromoKind.TRANSFER_BONUS, Samples.SMILES)
                .origins(List.of(new OriginId(origin)))
                .bonus(Bonus.of(Percent.of(percent), null))
                .build();
    }

    private static Promo until(LocalDate end) {
        return Promo.builder(PromoKind.TRANSFER_BONUS, Samples.SMILES)
                .bonus(Bonus.of(Percent.of(80), null))
                .window(new Window(null, Moment.of(end)))
                .build();
    }

    /** Lets the sightings of one promo speak of another, as settling does. */
    private void merge(UUID kept, UUID merged) {
        test.database().useTransaction(open -> {
            open.execute("update promo_fingerprint set promo_id = ? where promo_id = ?", kept, merged);
            open.execute("delete from promo where id = ?", merged);
        });
    }

    private int refresh(UUID... promos) {
        return test.database().inTransaction(open -> TestScores.refresh(open, List.of(promos)));
    }

    private PromoRow listed(UUID promo, Instant now) {
        return new Promos(test.database())
                .list(PromoFilter.ALL, ScoreRule.DEFAULT, now).stream()
                        .filter(row -> row.id().equals(promo))
                        .findFirst()
                        .orElseThrow();
    }

    private ScoreParts parts(UUID promo, Instant now) {
        return Objects.requireNonNull(listed(promo, now).score()).parts();
    }

    private Map<String, SourceRecord> records() {
        return test.database()
                .with(open -> open
                        .createQuery("select source_name, promos, confirmed from source_record")
                        .map((row, context) -> Map.entry(
                                row.getString("source_name"),
                                new SourceRecord(row.getLong("promos"), row.getLong("confirmed"))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void hasNoScoreBeforeItIsSettled() {
        UUID promo = tell(bonus(80, "livelo"), "one", Provenance.BLOG, Duration.ZERO);

        assertThat(listed(promo, NOON).score()).isNull();
        assertThat(listed(promo, NOON).standing()).isNull();
    }

    @Test
    void keepsThePartsOfEachScore() {
        UUID promo = tell(Samples.transfer(), "one", Provenance.BLOG, Duration.ZERO);
        refresh(promo);

        assertThat(parts(promo, NOON)).isEqualTo(new ScoreParts(1, 0.6, 0.4, 0.4));
        assertThat(listed(promo, NOON).score()).isEqualTo(new Score(70, parts(promo, NOON)));
    }

    @Test
    void losesHalfOfItsFreshnessInThreeDaysAndAllAtTheEnd() {
        UUID promo = tell(until(TODAY.plusDays(6)), "one", Provenance.BLOG, Duration.ZERO);
        refresh(promo);
        Instant end = TODAY.plusDays(7).atStartOfDay(Zones.SAO_PAULO).toInstant();

        assertThat(parts(promo, NOON.plus(Duration.ofDays(3))).freshness()).isEqualTo(0.5);
        assertThat(parts(promo, end.minusSeconds(1)).freshness()).isPositive();
        assertThat(parts(promo, end).freshness()).isZero();
    }

    @Test
    void isNotFreshOnceItIsKnownToBeOver() {
        UUID promo = tell(bonus(80, "livelo"), "one", Provenance.BLOG, Duration.ZERO);
        refresh(promo);
        test.database().useTransaction(open -> open.execute("update promo set state = 'withdrawn'"));

        assertThat(parts(promo, NOON).freshness()).isZero();
    }

    @Test
    void ageCountsFromTheFirstSightingAndOtherSourcesConfirm() {
        UUID first = tell(bonus(80, "livelo"), "channel", Provenance.CHANNEL, Duration.ofDays(3));
        UUID second = tell(bonus(80, "*"), "blog", Provenance.BLOG, Duration.ZERO);
        merge(first, second);
        refresh(first);

        assertThat(parts(first, NOON).freshness()).isEqualTo(0.5);
        assertThat(parts(first, NOON).provenance()).isEqualTo(1 - 0.4 * 2 / 3, within(1e-12));
        assertThat(parts(first, NOON).hitRate()).isEqualTo(0.6);
        assertThat(records()).isEqualTo(Map.of("channel", new SourceRecord(1, 1), "blog", new SourceRecord(1, 1)));
    }

    @Test
    void sightingsOfOneSourceDoNotConfirmEachOther() {
        UUID first = tell(bonus(80, "livelo"), "blog", Provenance.BLOG, Duration.ofDays(1));
        UUID second = tell(bonus(80, "*"), "blog", Provenance.BLOG, Duration.ZERO);
        merge(first, second);
        refresh(first);

        assertThat(parts(first, NOON).provenance()).isEqualTo(0.6, within(1e-12));
        assertThat(records()).isEqualTo(Map.of("blog", new SourceRecord(1, 0)));
    }

    @Test
    void recordsFollowTheSourcesOfAPromo() {
        UUID first = tell(bonus(80, "livelo"), "one", Provenance.BLOG, Duration.ofDays(1));
        UUID second = tell(bonus(90, "livelo"), "one", Provenance.BLOG, Duration.ofDays(1));
        refresh(first, second);
        assertThat(records()).isEqualTo(Map.of("one", new SourceRecord(2, 0)));

        merge(first, tell(bonus(80, "*"), "two", Provenance.BLOG, Duration.ZERO));
        refresh(first);
        assertThat(records()).isEqualTo(Map.of("one", new SourceRecord(2, 1), "two", new SourceRecord(1, 1)));

        test.database().useTransaction(open -> open.execute("delete from sighting where source_name = 'two'"));
        refresh(first);
        assertThat(records()).isEqualTo(Map.of("one", new SourceRecord(2, 0)));
    }

    @Test
    void recordsForgetPromosThatAreGone() {
        UUID first = tell(bonus(80, "livelo"), "one", Provenance.BLOG, Duration.ZERO);
        UUID second = tell(bonus(90, "livelo"), "two", Provenance.BLOG, Duration.ZERO);
        refresh(first, second);
        test.database().useTransaction(open -> open.execute("delete from promo where id = ?", second));

        UUID third = tell(bonus(95, "livelo"), "three", Provenance.BLOG, Duration.ZERO);
        refresh(third);

        assertThat(records()).isEqualTo(Map.of("one", new SourceRecord(1, 0), "three", new SourceRecord(1, 0)));
    }

    @Test
    void writesNothingWhereNothingChanged() {
        UUID first = tell(bonus(80, "livelo"), "one", Provenance.BLOG, Duration.ZERO);
        UUID second = tell(Samples.fare(), "two", Provenance.BLOG, Duration.ZERO);

        assertThat(refresh(first, second)).isEqualTo(2);
        List<String> before = versions();
        assertThat(refresh(first, second)).isZero();
        assertThat(versions()).isEqualTo(before);
    }

    /** Which transaction wrote or locked each row last. */
    private List<String> versions() {
        return test.database()
                .with(open -> open.createQuery("""
                        select concat(promo_id, ctid, xmin, xmax) from promo_score
                        union all
                        select concat(source_name, ctid, xmin, xmax) from source_record
                        order by 1
                        """).mapTo(String.class).list());
    }

    @Test
    void passesOverWhatIsGone() {
        assertThat(refresh(new UUID(1, 2))).isZero();
        assertThat(refresh()).isZero();
    }

    @Test
    void ranksATransferBonusAmongThoseBeforeIt() {
        List<UUID> promos = new ArrayList<>();
        int[] percents = {100, 60, 70, 80, 90};
        for (int i = 0; i < percents.length; i++) {
            promos.add(tell(bonus(percents[i], "livelo"), "one", Provenance.BLOG, Duration.ofDays(500 - 100L * i)));
        }
        promos.add(tell(Samples.fare(), "one", Provenance.BLOG, Duration.ZERO));
        refresh(promos.toArray(UUID[]::new));

        Ranking ranking = new Ranking(
                new Rank(1, 4),
                new Rank(2, 5),
                LocalDate.ofInstant(NOON.minus(Duration.ofDays(500)), Zones.SAO_PAULO),
                3);
        assertThat(listed(promos.get(4), NOON).standing()).isEqualTo(new Standing(ranking, ranking));
        assertThat(listed(promos.get(5), NOON).standing()).isNull();
    }

    @Test
    void doesNotRankAmongWhatIsNotSettledYet() {
        UUID first = tell(bonus(80, "livelo"), "one", Provenance.BLOG, Duration.ofDays(3));
        tell(bonus(100, "livelo"), "one", Provenance.BLOG, Duration.ofDays(5));
        refresh(first);

        assertThat(Objects.requireNonNull(listed(first, NOON).standing())
                        .program()
                        .ever())
                .isEqualTo(new Rank(1, 1));
    }

    @Test
    void listsTheHighestScoreFirst() {
        UUID old = tell(bonus(80, "livelo"), "one", Provenance.BLOG, Duration.ofDays(30));
        UUID unsettled = tell(bonus(85, "livelo"), "one", Provenance.BLOG, Duration.ZERO);
        UUID fresh = tell(bonus(90, "livelo"), "one", Provenance.BLOG, Duration.ofDays(1));
        UUID official = tell(bonus(95, "livelo"), "smiles", Provenance.OFFICIAL, Duration.ofDays(1));
        refresh(old, fresh, official);
        Promos promos = new Promos(test.database());
        PromoFilter four = new PromoFilter(Set.of(), null, null, null, null, 4).in(Order.SCORE);
        PromoFilter two = new PromoFilter(Set.of(), null, null, null, null, 2).in(Order.SCORE);

        assertThat(Samples.listed(promos, four))
                .extracting(PromoRow::id)
                .containsExactly(official, fresh, old, unsettled);
        assertThat(Samples.listed(promos, two)).extracting(PromoRow::id).containsExactly(official, fresh);
    }

    @Test
    void refreshesMorePromosThanOneStatementTakes() {
        List<Sighted> many = Stream.iterate(0, i -> i + 1)
                .limit(5_100)
                .map(i -> Samples.sighted("a" + i, Samples.undated(i)))
                .toList();
        UUID[] promos = new Sightings(test.database())
                .store("blogs", 1, NOON, many).stream().map(StoredPromo::id).toArray(UUID[]::new);

        assertThat(refresh(promos)).isEqualTo(5_100);
        assertThat(records()).isEqualTo(Map.of(Samples.BLOG.value(), new SourceRecord(5_100, 0)));
    }
}
