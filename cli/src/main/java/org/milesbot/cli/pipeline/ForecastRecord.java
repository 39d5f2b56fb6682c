package org.milesbot.cli.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.milesbot.forecast.backtest.HorizonScore;
import org.milesbot.forecast.backtest.Scorecard;
import org.milesbot.forecast.backtest.Scorecard.Published;
import org.milesbot.forecast.history.History;
import org.milesbot.store.forecast.Forecasts;
import org.milesbot.store.forecast.Opinion;
import org.milesbot.store.forecast.PastCampaigns;
import org.milesbot.store.forecast.StoredForecast;

/** How right the forecasts were that were kept. */
public final class ForecastRecord {

    private final PastCampaigns campaigns;
    private final Forecasts forecasts;

    /** A record over what was kept. */
    public ForecastRecord(PastCampaigns campaigns, Forecasts forecasts) {
        this.campaigns = campaigns;
        this.forecasts = forecasts;
    }

    /** What is known of past campaigns at the end of a day. */
    public History past(LocalDate origin) {
        return KnownPast.of(campaigns, origin).history();
    }

    /**
     * How right those were whose horizon has passed.
     *
     * @param ofRoutes whether of routes, not of programmes
     * @param from the first day at whose end those were made that count
     * @param to the last day of which it is known whether a campaign began
     * @return by horizon; nothing where none has passed
     */
    public List<HorizonScore> scorecard(boolean ofRoutes, LocalDate from, LocalDate to) {
        List<Published> published = forecasts.of(ofRoutes, from, to).stream()
                .flatMap(KeptForecasts::published)
                .toList();
        return Scorecard.of(published, KeptForecasts.METHODS, past(to), to);
    }

    /**
     * The same for the signals of plug-ins, each over the forecasts of which it had an opinion: beside the shipped method's and
     * climatology's answers to the same questions, the last of the methods is the signal's.
     *
     * @return by signal, then by horizon; nothing for those of which the time of none has come
     */
    public List<HorizonScore> signals(boolean ofRoutes, LocalDate from, LocalDate to) {
        Map<String, List<Published>> published = new TreeMap<>();
        for (StoredForecast kept : forecasts.of(ofRoutes, from, to)) {
            for (Opinion opinion : Objects.requireNonNullElse(kept.rivals().opinions(), List.<Opinion>of())) {
                List<Published> all = published.computeIfAbsent(opinion.method(), first -> new ArrayList<>());
                KeptForecasts.published(kept, opinion).forEach(all::add);
            }
        }
        if (published.isEmpty()) {
            return List.of();
        }
        History past = past(to);
        return published.entrySet().stream()
                .flatMap(signal ->
                        Scorecard.of(signal.getValue(), KeptForecasts.judged(signal.getKey()), past, to).stream())
                .toList();
    }
}
