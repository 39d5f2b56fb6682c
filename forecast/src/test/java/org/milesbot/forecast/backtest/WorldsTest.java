package org.milesbot.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.milesbot.forecast.backtest.Backtest.Plan;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.method.Climatology;
import org.milesbot.forecast.method.GammaPoisson;
import org.milesbot.forecast.model.Forecaster;
import org.milesbot.forecast.model.HedgedGammaPoisson;
import org.milesbot.forecast.model.Probability;
import org.milesbot.forecast.model.SeriesForecast;

/** Holds the model to made-up markets: it is calibrated in each, and never worse than the baseline beyond noise. */
final class WorldsTest {

    private static final long SEED = 11;
    private static final int STEP = 11;

    private static MethodScore score(HorizonScore horizon, String method) {
        return horizon.methods().stream()
                .filter(score -> score.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void isCalibratedAndNoWorseThanTheBaseline(World world) {
        Plan plan = new Plan(World.FIRST.plusYears(1), World.LAST, STEP, List.of(7, 30), false);
        Backtest.Report report = Backtest.run(
                world.history(SEED),
                plan,
                List.of(new HedgedGammaPoisson(false), new Climatology(), new GammaPoisson()),
                day -> {});
        assertThat(report.horizons()).hasSize(2);
        for (HorizonScore horizon : report.horizons()) {
            MethodScore model = score(horizon, "hedged_gamma_poisson");
            MethodScore baseline = score(horizon, "gamma_poisson");
            assertThat(baseline.behind().logLoss().high())
                    .as("%s: how far the baseline is behind at %s days", world, horizon.horizon())
                    .isPositive();
            model.calibration().bins().forEach(bin -> isCalibrated(bin, horizon.horizon()));
        }
    }

    /** Windows that overlap are counted as often as they do not. */
    private static void isCalibrated(Bin bin, int horizon) {
        double independent = bin.count() * Math.min(1, STEP / (double) horizon);
        double error = Math.sqrt(bin.forecast() * (1 - bin.forecast()) / independent);
        assertThat(bin.frequency())
                .as("%s at %s days", bin, horizon)
                .isBetween(bin.forecast() - 3 * error, bin.forecast() + 3 * error);
    }

    @Test
    void intervalsHoldTheTruthWhereItIsConstant() {
        History history = World.CONSTANT.history(SEED);
        int inside = 0;
        int asked = 0;
        for (LocalDate day = World.FIRST.plusYears(1); day.isBefore(World.LAST); day = day.plusDays(60)) {
            for (SeriesForecast forecast :
                    Forecaster.programs(history, day, null).series()) {
                int program = Integer.parseInt(forecast.key().program().value().substring(1));
                double truth = 1 - Math.pow(1 - World.CONSTANT.pace(program, day, 1), 30);
                Probability said = forecast.chances().at(30);
                inside += said.low() <= truth && truth <= said.high() ? 1 : 0;
                asked++;
            }
        }
        assertThat(inside / (double) asked)
                .as("share of 80 %% intervals that hold the truth")
                .isGreaterThan(.7);
    }
}
