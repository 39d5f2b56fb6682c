package org.milesbot.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.Text;
import org.milesbot.api.forecast.ForecastSignal;
import org.milesbot.api.forecast.PaceOpinion;
import org.milesbot.api.forecast.SignalQuestion;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.promo.ProgramId;

class SignalContractTest {

    private static final SignalQuestion.Series OTHER = new SignalQuestion.Series(new ProgramId("azul"), null);
    private static final Text WHY = Text.plain("because");

    private record Signal(String id, Text title, Function<SignalQuestion, List<PaceOpinion>> thinking)
            implements ForecastSignal {

        @Override
        public List<PaceOpinion> opinions(SignalQuestion question) {
            return thinking.apply(question);
        }
    }

    private record Having(List<ForecastSignal> forecastSignals) implements Plugin {

        @Override
        public String schedule() {
            return "daily";
        }

        @Override
        public Set<String> categories() {
            return Set.of("bonus");
        }
    }

    private static void verify(Signal... signals) {
        SignalContract.verify(new Having(List.of(signals)), Instant.parse("2026-11-20T12:00:00Z"));
    }

    private static Signal thinking(Function<SignalQuestion, List<PaceOpinion>> thinking) {
        return new Signal("hunch", Text.plain("Hunch"), thinking);
    }

    private static void assertBreach(String words, Signal... signals) {
        assertThatThrownBy(() -> verify(signals))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(words);
    }

    @Test
    void letsOpinionsPass() {
        verify(
                thinking(question -> question.series().stream()
                        .map(series -> PaceOpinion.of(series, PaceOpinion.MOST, WHY))
                        .toList()),
                new Signal("silent", WHY, question -> List.of()));
    }

    @Test
    void refusesNamesAndTitlesOfAnotherForm() {
        assertBreach("[a-z][a-z0-9_]*", new Signal("Hunch", WHY, question -> List.of()));
        Signal hunch = thinking(question -> List.of());
        assertBreach("two signals with the id hunch", hunch, hunch);
        assertBreach("title() of the signal hunch", new Signal("hunch", Text.plain(" "), question -> List.of()));
    }

    @Test
    void refusesOpinionsThatWereNotAskedForOrComeTwice() {
        assertBreach("which was not asked", thinking(question -> List.of(PaceOpinion.of(OTHER, 2, WHY))));
        assertBreach("has two of", thinking(question -> {
            PaceOpinion one = PaceOpinion.of(question.series().get(0), 2, WHY);
            return List.of(one, one);
        }));
        assertBreach(
                "the reason of opinions()",
                thinking(
                        question -> List.of(PaceOpinion.of(question.series().get(0), 2, Text.plain("x".repeat(201))))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2499, 4.001, 0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesFactorsOutOfBounds(double factor) {
        assertThatThrownBy(() -> PaceOpinion.of(OTHER, factor, WHY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0.25 and 4");
        assertBreach(
                "between 0.25 and 4",
                thinking(question -> List.of(PaceOpinion.of(question.series().get(0), factor, WHY))));
    }

    @Test
    void knowsWhatIsNoOpinion() {
        assertThat(PaceOpinion.of(OTHER, 1, WHY).isNone()).isTrue();
        assertThat(new PaceOpinion(OTHER, 1, 1.1, WHY).isNone()).isFalse();
    }
}
