package org.milesbot.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.ProgramForecast;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.bot.command.Foretold;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.StoredForecast.Outlook;
import org.milesbot.store.testing.TestDatabase;

class ForecastNewsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T07:31:00Z");

    @Test
    void tellsWhatIsForecastOfEachProgramme() {
        try (TestDatabase test = TestDatabase.migrated()) {
            Forecasts forecasts = new Forecasts(test.database());
            forecasts.save(List.of(
                    Foretold.of("smiles", 0.354, 0.8),
                    Foretold.of("azul", 0.001, 0.999),
                    Foretold.of("smiles", "livelo", 0.5, 0.9, new Outlook(17, null, null, null))));

            JobContext context = new ForecastNews(forecasts).since(NOW, null);

            assertThat(context.campaigns()).isEmpty();
            assertThat(context.forecasts())
                    .containsExactly(
                            new ProgramForecast(
                                    new ProgramId("azul"), Foretold.DAY, Percent.of(1), Percent.of(99), Percent.of(80)),
                            new ProgramForecast(
                                    new ProgramId("smiles"),
                                    Foretold.DAY,
                                    Percent.of(35),
                                    Percent.of(80),
                                    Percent.of(80)));
        }
    }

    @Test
    void tellsNothingBeforeTheFirstForecast() {
        try (TestDatabase test = TestDatabase.migrated()) {
            assertThat(new ForecastNews(new Forecasts(test.database()))
                            .since(NOW, null)
                            .forecasts())
                    .isEmpty();
        }
    }
}
