package org.milesbot.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.SeriesKey;

final class ExtremeForecastTest {

    private static final LocalDate ORIGIN = LocalDate.of(2026, 11, 20);
    private static final ProgramId SMILES = new ProgramId("smiles");

    @Test
    void isNotCertainEvenIfACampaignStartsEachDay() {
        List<Campaign> daily = IntStream.range(0, 400)
                .mapToObj(ago -> campaign(ORIGIN.minusDays(ago), "bank" + ago % 9, 10 + 40 * (ago % 9)))
                .toList();

        SeriesForecast forecast =
                Forecaster.programs(History.of(daily), ORIGIN, null).series().get(0);

        assertThat(forecast.past().campaigns()).isGreaterThan(100);
        assertThat(forecast.chances().within().values()).allSatisfy(chance -> {
            assertThat(chance.value()).isGreaterThan(0).isLessThan(1);
            assertThat(chance.low()).isGreaterThan(0).isLessThan(1);
            assertThat(chance.high()).isGreaterThan(0).isLessThan(1);
        });
        assertThat(forecast.chances().curve())
                .allSatisfy(chance -> assertThat(chance).isLessThan(1));
    }

    @Test
    void givesARouteThatNobodyNamedWhatIsForEveryBank() {
        SeriesKey nubank = new SeriesKey(SMILES, new OriginId("nubank"));
        List<Campaign> told =
                List.of(campaign(ORIGIN.minusDays(40), "*", 80), campaign(ORIGIN.minusDays(10), "livelo", 70));
        History history = new History(told, List.of(), Map.of(nubank, ORIGIN.minusDays(100)), Set.of());

        Forecast routes = Forecaster.routes(history, ORIGIN, null);

        assertThat(routes.series())
                .extracting(
                        series -> series.key().toString(),
                        series -> series.past().campaigns())
                .containsExactly(tuple("livelo>smiles", 2), tuple("nubank>smiles", 1));
        assertThat(routes.series())
                .allSatisfy(series -> assertThat(series.grounds().certainty()).isEqualTo(Certainty.LOW));
    }

    private static Campaign campaign(LocalDate start, String origin, long percent) {
        return new Campaign(
                SMILES,
                new TreeSet<>(List.of(new OriginId(origin))),
                Percent.of(percent),
                null,
                start,
                start,
                Confidence.EXACT);
    }
}
