package org.milesbot.cli.web.json;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.cli.output.ForecastJson;
import org.milesbot.cli.output.ForecastShown;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.cli.web.read.OpenFilter;
import org.milesbot.cli.web.read.Parameters;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.forecast.history.SeriesKey;

/** Tells the newest forecast that is kept. */
final class ForecastOperation {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Shelf shelf;

    ForecastOperation(Shelf shelf) {
        this.shelf = shelf;
    }

    Operation operation() {
        Parameters parameters = new Parameters(Set.of("of", "from", "lang"), Set.of("program"));
        return new Operation("/forecast", parameters, this::answer);
    }

    private WebReply answer(WebRequest request) {
        boolean ofRoutes =
                PromoQuery.choice(request.query(), "of", "programs", "routes").equals("routes");
        OpenFilter filter = OpenFilter.of(request.query());
        List<String> lines = ForecastPipeline.kept(shelf.forecasts(), ofRoutes)
                .map(kept -> lines(kept.only(key -> isWanted(key, filter)), request))
                .orElse(List.of());
        return Items.all(lines, FRESH);
    }

    private static boolean isWanted(SeriesKey key, OpenFilter filter) {
        return (filter.programs().isEmpty() || filter.programs().contains(key.program()))
                && (filter.from() == null || filter.from().equals(key.origin()));
    }

    private static List<String> lines(ToldForecast told, WebRequest request) {
        ForecastJson json = new ForecastJson(ForecastShown.on(Shelf.today(request), told, null, false));
        return told.series().stream().map(json::line).toList();
    }
}
