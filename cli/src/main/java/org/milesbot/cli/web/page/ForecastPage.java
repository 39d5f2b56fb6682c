package org.milesbot.cli.web.page;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;
import org.milesbot.api.web.WebRoute;
import org.milesbot.cli.history.KeptCampaign;
import org.milesbot.cli.output.ForecastShown;
import org.milesbot.cli.output.ForecastWords;
import org.milesbot.cli.pipeline.ForecastPipeline;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.cli.web.page.ForecastView.Heat;
import org.milesbot.cli.web.page.ForecastView.Row;
import org.milesbot.cli.web.page.Frame.Section;
import org.milesbot.cli.web.read.Shelf;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.model.SeriesForecast;

/** What is to come, what came so far, and how right the forecasts were. */
final class ForecastPage {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration MADE_NIGHTLY = Duration.ofMinutes(10);
    private static final Duration CAMPAIGNS = Duration.ofHours(1);
    private static final Duration RECORD = Duration.ofHours(24);
    private static final int MOST_SERIES = 60;
    private static final int OLD_AFTER_DAYS = 2;

    /** Of a campaign that was announced long before, nothing is left to show. */
    private static final int WEEKS_BEFORE = 9;

    private final Templates templates;
    private final Shelf shelf;
    private final Remembered<Told> told;
    private final Remembered<List<DatedCampaign>> campaigns;
    private final Remembered<TrackRecord> record;

    private ForecastPage(
            Shelf shelf,
            Templates templates,
            Remembered<Told> told,
            Remembered<List<DatedCampaign>> campaigns,
            Remembered<TrackRecord> record) {
        this.shelf = shelf;
        this.templates = templates;
        this.told = told;
        this.campaigns = campaigns;
        this.record = record;
    }

    /** What was foretold last night. */
    private record Told(Optional<ToldForecast> programs, Optional<ToldForecast> routes) {

        Optional<ToldForecast> of(boolean ofRoutes) {
            return ofRoutes ? routes : programs;
        }
    }

    static ForecastPage of(Shelf shelf, Templates templates) {
        return new ForecastPage(
                shelf,
                templates,
                Remembered.of(() -> told(shelf), MADE_NIGHTLY, shelf.clock()),
                Remembered.of(() -> campaigns(shelf), CAMPAIGNS, shelf.clock()),
                Remembered.of(() -> TrackRecord.of(shelf, today(shelf).minusDays(1)), RECORD, shelf.clock()));
    }

    /** The same, whose work is done by another. */
    ForecastPage by(Executor other) {
        return new ForecastPage(shelf, templates, told.by(other), campaigns.by(other), record.by(other));
    }

    WebRoute route() {
        return WebRoute.get("/forecast", this::answer);
    }

    private static Told told(Shelf shelf) {
        return new Told(
                ForecastPipeline.kept(shelf.forecasts(), false), ForecastPipeline.kept(shelf.forecasts(), true));
    }

    private static LocalDate today(Shelf shelf) {
        return LocalDate.ofInstant(shelf.clock().instant(), Zones.SAO_PAULO);
    }

    private static List<DatedCampaign> campaigns(Shelf shelf) {
        LocalDate first = HeatMap.first(today(shelf));
        return shelf
                .past()
                .heights(
                        first.minusWeeks(WEEKS_BEFORE)
                                .atStartOfDay(Zones.SAO_PAULO)
                                .toInstant(),
                        shelf.clock().instant())
                .stream()
                .map(KeptCampaign::of)
                .map(DatedCampaign::of)
                .filter(campaign -> !campaign.end().isBefore(first))
                .toList();
    }

    private WebReply answer(WebRequest request) {
        boolean ofRoutes = request.query().first("of").filter("routes"::equals).isPresent();
        Words words = new Words(request.language());
        Frame frame = Frame.of(
                request,
                Section.FORECAST,
                words.say(ofRoutes ? "forecast.title.routes" : "forecast.title"),
                words.say("forecast.description"));
        Optional<ToldForecast> kept = told.get().flatMap(all -> all.of(ofRoutes));
        ForecastView view = kept.map(forecast -> view(request, frame, forecast, ofRoutes))
                .orElseGet(() -> new ForecastView(frame, ofRoutes, "", false, List.of(), 0, "", null, List.of(), ""));
        return templates.fill("page/forecast.jte", Map.of("view", view), FRESH);
    }

    private ForecastView view(WebRequest request, Frame frame, ToldForecast forecast, boolean ofRoutes) {
        LocalDate today = Shelf.today(request);
        ForecastShown shown = ForecastShown.on(today, forecast, null, true);
        ForecastWords words = new ForecastWords(shown, shelf.names(), request.language());
        ForecastDrawings drawings = new ForecastDrawings(frame.words(), shelf.names());
        List<Row> rows = shown.ordered().stream()
                .limit(MOST_SERIES)
                .map(series -> row(series, words))
                .toList();
        TrackRecord scored = ofRoutes ? TrackRecord.NONE : record.get().orElse(TrackRecord.NONE);
        return new ForecastView(
                frame,
                ofRoutes,
                frame.say("forecast.as_of", drawings.day(forecast.origin())),
                forecast.origin().isBefore(today.minusDays(OLD_AFTER_DAYS)),
                rows,
                Math.max(0, forecast.series().size() - MOST_SERIES),
                words.pool(),
                ofRoutes ? null : heat(shown, today, drawings),
                drawings.records(scored),
                scored.basis().slug());
    }

    private static Row row(SeriesForecast series, ForecastWords words) {
        return new Row(
                series.key().program().value(),
                words.name(series.key()),
                words.chanceWithin(series, 7),
                words.chanceWithin(series, 30),
                words.chanceWithin(series, 90),
                words.usual(series.bonus()),
                words.window(series),
                words.standing(series),
                words.sentence(series),
                CurveDrawing.of(series.chances().curve()));
    }

    /** The programmes in the order of the table, then those that have campaigns and no forecast. */
    private @Nullable Heat heat(ForecastShown shown, LocalDate today, ForecastDrawings drawings) {
        List<DatedCampaign> known = campaigns.get().orElse(List.of());
        List<String> having = known.stream()
                .map(campaign -> campaign.program().value())
                .distinct()
                .toList();
        List<String> programs = Stream.concat(
                        shown.ordered().stream()
                                .map(series -> series.key().program().value()),
                        having.stream().sorted())
                .distinct()
                .filter(having::contains)
                .limit(MOST_SERIES)
                .toList();
        return programs.isEmpty() ? null : drawings.heat(programs, known, today);
    }
}
