package org.milesbot.store.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Provenance;

/** For all parts, weights and times: what a score must never do. */
final class ScorePropertiesTest {

    private static final Instant ANNOUNCED = Instant.parse("2026-11-01T12:00:00Z");
    private static final long CENTURY = 100L * 365 * 86_400;

    @Property
    void liesBetween0And100(@ForAll("parts") ScoreParts parts, @ForAll("weights") Weights weights) {
        assertThat(Score.of(parts, weights).value()).isBetween(0.0, 100.0);
    }

    @Property
    void reachesBothEnds(@ForAll("weights") Weights weights) {
        assertThat(Score.of(new ScoreParts(0, 0, 0, 0), weights).value()).isZero();
        assertThat(Score.of(new ScoreParts(1, 1, 1, 1), weights).value()).isEqualTo(100);
    }

    @Property
    void neverFallsWhenAPartRises(
            @ForAll("parts") ScoreParts one, @ForAll("parts") ScoreParts other, @ForAll("weights") Weights weights) {
        double score = Score.of(one, weights).value();
        List<ScoreParts> risen = List.of(
                new ScoreParts(
                        Math.max(one.freshness(), other.freshness()), one.provenance(), one.structure(), one.hitRate()),
                new ScoreParts(
                        one.freshness(),
                        Math.max(one.provenance(), other.provenance()),
                        one.structure(),
                        one.hitRate()),
                new ScoreParts(
                        one.freshness(), one.provenance(), Math.max(one.structure(), other.structure()), one.hitRate()),
                new ScoreParts(
                        one.freshness(), one.provenance(), one.structure(), Math.max(one.hitRate(), other.hitRate())));

        assertThat(risen)
                .allSatisfy(
                        parts -> assertThat(Score.of(parts, weights).value()).isGreaterThanOrEqualTo(score));
    }

    @Property
    void onlyTheProportionsOfWeightsMatter(@ForAll("parts") ScoreParts parts, @ForAll("weights") Weights weights) {
        Weights tenfold = new Weights(
                10 * weights.freshness(), 10 * weights.provenance(), 10 * weights.structure(), 10 * weights.hitRate());

        assertThat(Score.of(parts, tenfold).value())
                .isCloseTo(Score.of(parts, weights).value(), within(0.1 + 1e-9));
    }

    @Property
    void freshnessHalvesWithEachHalfLife(
            @ForAll @LongRange(min = 1, max = 1_000_000) long halfLifeSeconds,
            @ForAll @LongRange(min = 0, max = 10_000_000) long ageSeconds) {
        Duration halfLife = Duration.ofSeconds(halfLifeSeconds);
        ScoreRule rule = new ScoreRule(Weights.DEFAULT, halfLife);
        Instant now = ANNOUNCED.plusSeconds(ageSeconds);

        assertThat(rule.freshness(ANNOUNCED, null, ANNOUNCED)).isEqualTo(1);
        assertThat(rule.freshness(ANNOUNCED, null, now.plus(halfLife)))
                .isCloseTo(rule.freshness(ANNOUNCED, null, now) / 2, within(1e-12));
    }

    @Property
    void freshnessIsAShareAndNothingAfterTheEnd(
            @ForAll @LongRange(min = -CENTURY, max = CENTURY) long age,
            @ForAll @LongRange(min = -CENTURY, max = CENTURY) long over) {
        Instant now = ANNOUNCED.plusSeconds(age);
        double freshness = ScoreRule.DEFAULT.freshness(ANNOUNCED, ANNOUNCED.plusSeconds(over), now);

        assertThat(freshness).isBetween(0.0, 1.0);
        if (age >= over) {
            assertThat(freshness).isZero();
        } else if (age < 1_000_000) {
            assertThat(freshness).isPositive();
        }
    }

    @Property
    void moreSourcesLiftAndTheFirstOnesMost(
            @ForAll Provenance best, @ForAll @IntRange(min = 2, max = 500) int sources) {
        double fewer = new Support(best, sources - 1).provenance();
        double here = new Support(best, sources).provenance();
        double more = new Support(best, sources + 1).provenance();

        assertThat(here).isGreaterThanOrEqualTo(fewer).isBetween(0.0, 1.0);
        assertThat(more - here).isLessThanOrEqualTo(here - fewer + 1e-12);
    }

    @Property
    void aNearerSourceIsWorthMore(@ForAll @IntRange(min = 1, max = 20) int sources) {
        assertThat(List.of(Provenance.RUMOUR, Provenance.CHANNEL, Provenance.BLOG, Provenance.OFFICIAL))
                .extracting(best -> new Support(best, sources).provenance())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Property
    void aConfirmedPromoRaisesTheHitRateAndAnotherLowersIt(
            @ForAll @LongRange(min = 0, max = 1_000_000) long confirmed,
            @ForAll @LongRange(min = 0, max = 1_000_000) long unconfirmed) {
        long promos = confirmed + unconfirmed;
        double rate = new SourceRecord(promos, confirmed).hitRate();

        assertThat(rate).isBetween(0.0, 1.0);
        assertThat(new SourceRecord(promos + 1, confirmed + 1).hitRate()).isGreaterThan(rate);
        assertThat(new SourceRecord(promos + 1, confirmed).hitRate()).isLessThan(rate);
    }

    @Property
    void moreEvidenceNeverLowersStructure(
            @ForAll("kinds") PromoKind kind, @ForAll("fields") Set<String> some, @ForAll("fields") Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);

        assertThat(KeyFields.share(kind, all))
                .isGreaterThanOrEqualTo(KeyFields.share(kind, some))
                .isBetween(0.0, 1.0);
    }

    @Provide
    Arbitrary<ScoreParts> parts() {
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 1).ofScale(6);
        return Combinators.combine(share, share, share, share).as(ScoreParts::new);
    }

    @Provide
    Arbitrary<Weights> weights() {
        Arbitrary<Double> weight = Arbitraries.doubles().between(0, 1_000).ofScale(3);
        Arbitrary<Double> positive = Arbitraries.doubles().between(0.001, 1_000).ofScale(3);
        return Combinators.combine(positive, weight, weight, weight).as(Weights::new);
    }

    @Provide
    Arbitrary<PromoKind> kinds() {
        return Arbitraries.of(
                        "transfer_bonus",
                        "points_purchase",
                        "club",
                        "earn_multiplier",
                        "internal_transfer",
                        "award_fare",
                        "voucher")
                .map(PromoKind::new);
    }

    @Provide
    Arbitrary<Set<String>> fields() {
        return Arbitraries.of(
                        "program", "origins", "bonus_pct", "base_pct", "start", "end", "plan", "rate_max", "miles")
                .set()
                .ofMaxSize(9);
    }
}
