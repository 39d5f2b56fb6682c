package org.milesbot.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GammaShapeTest {

    @ParameterizedTest
    @ValueSource(doubles = {.25, .5, 1, 1.7, 4, 12.5, 60, 400})
    void agreesWithAnotherProgram(double shape) {
        GammaShape own = new GammaShape(shape);
        GammaDistribution other = new GammaDistribution(shape, 1);
        for (double factor = 1e-9; factor < 1e4; factor *= 1.7) {
            double value = shape * factor;
            assertThat(own.below(value, own.slope(value))).isCloseTo(other.cumulativeProbability(value), within(1e-12));
        }
    }
}
