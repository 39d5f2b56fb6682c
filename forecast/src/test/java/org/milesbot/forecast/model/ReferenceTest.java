package org.milesbot.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.milesbot.forecast.history.Known;
import org.milesbot.forecast.history.Series;

/** Holds the method to values that were worked out independently. */
final class ReferenceTest {

    private static final double PROBABILITY = 1e-9;
    private static final double LESS_SHARP = 1e-7;

    private final List<Series> series = Reference.programs();
    private final Panel panel = Panel.ofPrograms(new Known(series, List.of(), Reference.origin()));

    private static void near(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(Math.max(Math.abs(expected) * relative, 1e-13)));
    }

    private static void near(double[] actual, JsonNode expected, double relative) {
        double[] numbers = Reference.numbers(expected);
        assertThat(actual).hasSameSizeAs(numbers);
        for (int i = 0; i < numbers.length; i++) {
            near(actual[i], numbers[i], relative);
        }
    }

    private Model full() {
        return Objects.requireNonNull(panel.full());
    }

    @Test
    void findsThePooledPrior() {
        near(panel.paces().prior().shape(), Reference.root().get("kappa").asDouble(), PROBABILITY);
        near(panel.paces().prior().mean(), Reference.root().get("m0").asDouble(), PROBABILITY);
    }

    @Test
    void weighsTheHalfLives() {
        near(panel.paces().weights(panel.grid().last()), Reference.root().get("half_life_weights"), PROBABILITY);
    }

    @Test
    void countsStartsAndDays() {
        for (int i = 0; i < series.size(); i++) {
            JsonNode expected = program(i);
            Counts counts = panel.paces().counts(i);
            double[] starts = new double[HalfLives.COUNT];
            double[] days = new double[HalfLives.COUNT];
            double[] plain = new double[HalfLives.COUNT];
            double[] corrected = new double[HalfLives.COUNT];
            for (int speed = 0; speed < HalfLives.COUNT; speed++) {
                starts[speed] = counts.starts(speed);
                days[speed] = counts.days(speed);
                plain[speed] =
                        panel.paces().prior().rate() + panel.plain().counts(i).days(speed);
                corrected[speed] =
                        panel.paces().prior().rate() + full().counts(i).days(speed);
            }
            near(starts, expected.get("N"), PROBABILITY);
            near(days, expected.get("E"), PROBABILITY);
            near(plain, expected.get("B").get("plain"), 1e-8);
            near(corrected, expected.get("B").get("full"), 1e-8);
            near(
                    panel.paces().mean(i, panel.grid().last()),
                    expected.get("pace_per_day").asDouble(),
                    PROBABILITY);
        }
    }

    private JsonNode program(int i) {
        return Reference.root().get("programmes").get(series.get(i).key().toString());
    }

    @Test
    void fitsBothModels() {
        near(
                panel.plain().posterior().mode().toArray(),
                Reference.root().get("beta").get("plain"),
                LESS_SHARP);
        near(full().posterior().mode().toArray(), Reference.root().get("beta").get("full"), LESS_SHARP);
        near(
                panel.plain().posterior().logEvidence(),
                Reference.root().get("logz").get("plain").asDouble(),
                1e-8);
        near(
                full().posterior().logEvidence(),
                Reference.root().get("logz").get("full").asDouble(),
                1e-8);
        near(panel.fullWeight(), Reference.root().get("omega_full").asDouble(), 1e-8);
    }

    @Test
    void looksAtTheFeatures() {
        for (int i = 0; i < series.size(); i++) {
            near(features(i, 1), program(i).get("features_day1"), PROBABILITY);
            near(features(i, 30), program(i).get("features_day30"), PROBABILITY);
        }
    }

    private double[] features(int i, int ahead) {
        double[] sparse = new double[Columns.FULL.width()];
        full().design().add(i, ahead, 1, sparse);
        return Columns.FULL.gather(sparse);
    }

    @Test
    void looksAhead() {
        for (int i = 0; i < series.size(); i++) {
            for (int horizon : List.of(7, 30)) {
                JsonNode expected = program(i).get("h" + horizon);
                Outlook plain = panel.outlook(panel.plain(), i);
                Outlook corrected = panel.outlook(full(), i);
                near(plain.sum(horizon), expected.get("R").get("plain").asDouble(), 1e-8);
                near(corrected.sum(horizon), expected.get("R").get("full").asDouble(), 1e-8);
                near(plain.variance(horizon), expected.get("v").get("plain").asDouble(), 1e-8);
                near(corrected.variance(horizon), expected.get("v").get("full").asDouble(), 1e-8);
                near(
                        plain.expected(horizon).atLeastOne(),
                        expected.get("prob_plain").asDouble(),
                        PROBABILITY);
                near(
                        corrected.expected(horizon).atLeastOne(),
                        expected.get("prob_full").asDouble(),
                        PROBABILITY);
                RateMixture both = panel.outlooks(i).expected(horizon, 1);
                near(both.atLeastOne(), expected.get("prob").asDouble(), PROBABILITY);
                near(new double[] {both.quantile(.1), both.quantile(.9)}, expected.get("ci80"), LESS_SHARP);
            }
        }
    }

    @Test
    void forecastsAProgrammeWithoutAHistory() {
        Outlook outlook = panel.strangersOutlook();
        near(
                outlook.expected(7).atLeastOne(),
                Reference.root().get("no_history_programme").get("h7").asDouble(),
                PROBABILITY);
        near(
                outlook.expected(30).atLeastOne(),
                Reference.root().get("no_history_programme").get("h30").asDouble(),
                PROBABILITY);
    }

    @Test
    void integratesGammaAndPoisson() {
        Reference.root().get("unit_gamma_poisson").forEach(unit -> {
            double rate = unit.get("b").asDouble() / unit.get("h").asDouble();
            RateMixture mixture = new RateMixture(
                    List.of(new RateMixture.Part(1, new GammaShape(unit.get("a").asDouble()), rate)));
            near(mixture.atLeastOne(), unit.get("prob").asDouble(), PROBABILITY);
            near(new double[] {mixture.quantile(.1), mixture.quantile(.9)}, unit.get("ci80"), LESS_SHARP);
        });
    }

    @Test
    void knowsBlackFridays() {
        Reference.root()
                .get("unit_black_friday")
                .properties()
                .forEach(year -> assertThat(Calendar.blackFriday(Integer.parseInt(year.getKey())))
                        .isEqualTo(LocalDate.parse(year.getValue().asText())));
    }

    @Test
    void sharesAValueAmongKnots() {
        Reference.root().get("unit_hat").forEach(unit -> {
            double value = unit.get("u").asDouble();
            double[] shared = new double[Feature.ELAPSED.width()];
            shared[Hats.before(value)] = 1 - Hats.after(value);
            shared[Hats.before(value) + 1] = Hats.after(value);
            near(shared, unit.get("basis"), PROBABILITY);
        });
    }

    @Test
    void findsPriorsOfOtherPanels() {
        Reference.root().get("unit_eb_prior").forEach(unit -> {
            PooledPrior prior = PooledPrior.of(Reference.numbers(unit.get("N")), Reference.numbers(unit.get("E")));
            near(prior.shape(), unit.get("kappa").asDouble(), PROBABILITY);
            assertThat(prior.mean()).isCloseTo(unit.get("m0").asDouble(), Percentage.withPercentage(1e-7));
        });
    }
}
