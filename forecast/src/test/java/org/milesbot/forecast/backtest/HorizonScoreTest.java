package org.milesbot.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.forecast.history.SeriesKey;

final class HorizonScoreTest {

    private static final SeriesKey SMILES = SeriesKey.of(new ProgramId("smiles"));
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static Sample sample(int day, boolean came, double model, double climatology) {
        return new Sample(SMILES, FIRST.plusDays(day), came, List.of(model, climatology));
    }

    private static final List<Sample> SAMPLES = List.of(
            sample(0, true, .9, .5), sample(100, false, .2, .5), sample(200, true, .6, .5), sample(300, false, .7, .5));

    private static final HorizonScore SCORE = HorizonScore.of(7, List.of("model", "climatology"), SAMPLES);

    @Test
    void scoresByHand() {
        MethodScore.Accuracy model = SCORE.methods().get(0).accuracy();
        assertThat(SCORE.baseRate()).isEqualTo(.5);
        assertThat(model.brier()).isCloseTo((.01 + .04 + .16 + .49) / 4, within(1e-12));
        assertThat(model.skill()).isCloseTo(1 - model.brier() / .25, within(1e-12));
        assertThat(model.logLoss())
                .isCloseTo(-(Math.log(.9) + Math.log(.8) + Math.log(.6) + Math.log(.3)) / 4, within(1e-12));
        assertThat(model.auc()).isCloseTo(.75, within(1e-12));
        assertThat(model.sharpness()).isCloseTo(Math.sqrt((.09 + .16 + 0 + .01) / 3), within(1e-12));
    }

    @Test
    void tellsNoOneApartWhoSaysTheSameAlways() {
        MethodScore.Accuracy climatology = SCORE.methods().get(1).accuracy();
        assertThat(climatology.auc()).isEqualTo(.5);
        assertThat(climatology.sharpness()).isZero();
        assertThat(climatology.skill()).isZero();
        assertThat(SCORE.methods().get(1).calibration().error().value()).isZero();
    }

    @Test
    void holdsForecastsBesideWhatHappened() {
        assertThat(SCORE.methods().get(0).calibration().bins())
                .containsExactly(new Bin(.2, 0, 1), new Bin(.6, 1, 1), new Bin(.7, 0, 1), new Bin(.9, 1, 1));
        assertThat(SCORE.methods().get(0).calibration().error().value())
                .isCloseTo((.2 + .4 + .7 + .1) / 4, within(1e-12));
    }

    @Test
    void saysHowFarOneIsBehindTheFirst() {
        MethodScore.Behind behind = SCORE.methods().get(1).behind();
        assertThat(behind.brier().value())
                .isCloseTo(.25 - SCORE.methods().get(0).accuracy().brier(), within(1e-12));
        assertThat(behind.brier().low()).isLessThan(behind.brier().value());
        assertThat(behind.brier().high()).isGreaterThan(behind.brier().value());
        assertThat(SCORE.methods().get(0).behind().logLoss()).isEqualTo(new Estimate(0, 0, 0));
    }

    @Test
    void needsClimatologyAndSamples() {
        assertThatIllegalArgumentException().isThrownBy(() -> HorizonScore.of(7, List.of("model"), SAMPLES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HorizonScore.of(7, List.of("model", "climatology"), List.of()));
    }
}
