package org.milesbot.store.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.milesbot.store.dedupe.Offers.instant;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.milesbot.store.promo.PromoFilter;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreParts;
import org.milesbot.store.score.ScoreRule;
import org.milesbot.store.score.Weights;
import org.milesbot.store.testing.TestDatabase;

class KeptScoresTest {

    private static final ScoreRule RULE = new ScoreRule(Weights.DEFAULT, Duration.ofDays(1));

    private TestDatabase test;

    @BeforeEach
    void open() {
        test = TestDatabase.migrated();
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void told(String source, String at, String offer) {
        new Sightings(test.database())
                .store(
                        "blogs",
                        1,
                        instant(at),
                        List.of(new Sighted(source + at, Offers.told(source, at, offer, "Smiles"))));
    }

    private void settle(String now) {
        new Dedupe(test.database(), Duration.ofDays(7), RULE).settle(instant(now), false, settled -> {});
    }

    private record Row(Instant at, Score score) {}

    private Row kept() {
        return test.database()
                .with(open -> open.createQuery(
                                "select scored_at, score, freshness, provenance, structure, hit_rate from promo_score")
                        .map((row, context) -> new Row(
                                row.getObject("scored_at", OffsetDateTime.class).toInstant(),
                                new Score(
                                        row.getDouble("score"),
                                        new ScoreParts(
                                                row.getDouble("freshness"),
                                                row.getDouble("provenance"),
                                                row.getDouble("structure"),
                                                row.getDouble("hit_rate")))))
                        .one());
    }

    private Score listed(String at) {
        return Objects.requireNonNull(new Promos(test.database())
                .list(PromoFilter.ALL, RULE, instant(at))
                .get(0)
                .score());
    }

    @Test
    void keepsAllPartsAsTheyWereWhenThePromoWasSettled() {
        told("blog:passageiro", "2026-11-20", "livelo 80 2026-11-20..2026-11-25");

        settle("2026-11-21");

        assertThat(kept()).isEqualTo(new Row(instant("2026-11-21"), listed("2026-11-21")));
        assertThat(kept().score().parts().freshness()).isEqualTo(0.5, within(1e-12));
        assertThat(kept().score().parts().hitRate()).isEqualTo(0.4);
    }

    @Test
    void keepsThemAnewWhenSomebodyElseTellsOfIt() {
        told("blog:passageiro", "2026-11-20", "livelo 80 2026-11-20..2026-11-25");
        settle("2026-11-20");
        told("blog:melhores", "2026-11-22", "livelo 80 2026-11-20..2026-11-25");

        settle("2026-11-22");

        assertThat(kept()).isEqualTo(new Row(instant("2026-11-22"), listed("2026-11-22")));
        assertThat(kept().score().parts().hitRate()).isEqualTo(0.6);
    }

    @Test
    void keepsThatOneIsOverNow() {
        told("blog:passageiro", "2026-11-20", "livelo 80 2026-11-20..2026-11-25");
        settle("2026-11-20");

        settle("2026-11-26");

        assertThat(kept().at()).isEqualTo(instant("2026-11-26"));
        assertThat(kept().score().parts().freshness()).isZero();
    }

    @Test
    void writesNothingAsTimeGoesBy() {
        told("blog:passageiro", "2026-11-20", "livelo 80 2026-11-20..2026-11-25");
        settle("2026-11-20");

        settle("2026-11-21");

        assertThat(kept().at()).isEqualTo(instant("2026-11-20"));
    }
}
