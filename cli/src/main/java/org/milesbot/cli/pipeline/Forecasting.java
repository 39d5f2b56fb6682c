package org.milesbot.cli.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.forecast.SignalQuestion;
import org.milesbot.api.promo.Percent;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.model.Forecast;
import org.milesbot.forecast.model.Forecaster;
import org.milesbot.forecast.model.SeriesForecast;
import org.milesbot.store.forecast.Opinion;

/** Makes forecasts of programmes and routes from what is known. */
public final class Forecasting {

    private Forecasting() {}

    /** What there is to do, one after the other. */
    public enum Step {
        /** The history is read. */
        READ,
        /** The programmes are forecast. */
        PROGRAMS,
        /** The routes are forecast. */
        ROUTES,
        /** The forecasts are kept. */
        KEEP
    }

    /**
     * What is to be forecast.
     *
     * @param origin the day at whose end
     * @param asked the percentage whose probability is asked for, too, or null
     * @param wanted series that are told of even if nothing is known of them
     */
    public record Order(LocalDate origin, @Nullable Percent asked, Set<SeriesKey> wanted) {

        /** Copies the set. */
        public Order {
            wanted = Set.copyOf(wanted);
        }

        /** The same without series that nobody ever named. */
        Order ofAll() {
            return new Order(origin, asked, Set.of());
        }
    }

    /**
     * Since when somebody watched.
     *
     * @param since the day of the first scrape that went well, or null if none is known
     * @param blindSince the first of the days without one that last to the day of the forecast, or null if that was watched
     */
    public record Watch(@Nullable LocalDate since, @Nullable LocalDate blindSince) {

        /** A file does not tell. */
        public static final Watch UNTOLD = new Watch(null, null);
    }

    /**
     * Forecasts.
     *
     * @param campaigns the distinct campaigns that had begun
     * @param programs of the programmes
     * @param routes of the routes
     * @param watch since when somebody watched
     */
    public record Made(List<DatedCampaign> campaigns, ToldForecast programs, ToldForecast routes, Watch watch) {

        /** Copies the list. */
        public Made {
            campaigns = List.copyOf(campaigns);
        }

        /** The same, and what plug-ins think of it. */
        Made with(@Nullable Map<SeriesKey, List<Opinion>> opinions) {
            return new Made(campaigns, programs.with(opinions), routes.with(opinions), watch);
        }

        /** All series, as plug-ins are asked about them. */
        List<SignalQuestion.Series> asked() {
            return Stream.of(programs, routes)
                    .flatMap(told -> told.series().stream())
                    .map(SeriesForecast::key)
                    .map(key -> new SignalQuestion.Series(key.program(), key.origin()))
                    .toList();
        }

        /** Whether all these series are told of. */
        boolean tellsOf(Set<SeriesKey> wanted) {
            return Stream.of(programs, routes)
                    .flatMap(told -> told.series().stream())
                    .map(SeriesForecast::key)
                    .collect(Collectors.toSet())
                    .containsAll(wanted);
        }
    }

    /** Forecasts all series of a history; nothing is said of them if no campaign is known. */
    public static Made make(History history, Watch watch, Order order, Consumer<Step> progress) {
        LocalDate origin = order.origin();
        List<DatedCampaign> campaigns = history.campaigns(origin);
        if (campaigns.isEmpty()) {
            return new Made(campaigns, ToldForecast.nothing(origin), ToldForecast.nothing(origin), watch);
        }
        History whole = KnownPast.with(history, order.wanted());
        progress.accept(Step.PROGRAMS);
        Forecast programs = Forecaster.programs(whole, origin, order.asked());
        progress.accept(Step.ROUTES);
        Forecast routes =
                whole.routes(origin).series().isEmpty() ? null : Forecaster.routes(whole, origin, order.asked());
        return new Made(
                campaigns,
                ToldForecast.of(programs),
                routes == null ? ToldForecast.nothing(origin) : ToldForecast.of(routes),
                watch);
    }
}
