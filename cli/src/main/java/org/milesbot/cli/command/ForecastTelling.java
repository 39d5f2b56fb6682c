package org.milesbot.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.chart.ChanceChart;
import org.milesbot.cli.chart.ChartFile;
import org.milesbot.cli.chart.Drawing;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.output.Console;
import org.milesbot.cli.output.ForecastDrawing;
import org.milesbot.cli.output.ForecastJson;
import org.milesbot.cli.output.ForecastShown;
import org.milesbot.cli.output.ForecastTable;
import org.milesbot.cli.pipeline.Forecasting.Made;
import org.milesbot.cli.pipeline.Forecasting.Watch;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.model.SeriesForecast;

/** Tells a forecast as it was asked for: which series, in which form, with a picture or not. */
final class ForecastTelling {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** So long after the first scrape, chances still come out somewhat low. */
    private static final int YOUNG_DAYS = 240;

    /** So many days that nobody watched may hide a campaign or two. */
    private static final int BLIND_DAYS = 7;

    private final Session session;
    private final SeriesChoice choice;
    private final @Nullable ChartFile chart;

    /**
     * @param chart the name of the file for the picture, or null for none
     */
    ForecastTelling(Session session, SeriesChoice choice, @Nullable String chart) {
        this.session = session;
        this.choice = choice;
        this.chart = chart == null ? null : ChartFile.of(chart, session.resolve(Path.of(chart)));
    }

    /** Tells a forecast that was just made. */
    void tell(Made made, @Nullable Percent asked) {
        requireKnown(made.campaigns().stream().flatMap(ForecastTelling::slugs).toList());
        ToldForecast told = choice.ofRoutes() ? made.routes() : made.programs();
        ForecastShown shown = print(told, asked, notes(made.watch(), told.origin()));
        if (chart != null) {
            ForecastDrawing drawing = drawing(shown);
            draw(chart, drawing.chances(ChanceChart.MOST).above(drawing.timeline(made.campaigns())));
        }
    }

    private static List<Text> notes(Watch watch, LocalDate origin) {
        List<Text> notes = new ArrayList<>();
        LocalDate blind = watch.blindSince();
        if (blind != null && ChronoUnit.DAYS.between(blind, origin) >= BLIND_DAYS) {
            notes.add(say("forecast.blind", DAY.format(blind), DAY.format(origin)));
        } else if (watch.since() != null && ChronoUnit.DAYS.between(watch.since(), origin) < YOUNG_DAYS) {
            notes.add(say("forecast.young"));
        }
        return notes;
    }

    /** Tells a forecast that was kept. */
    void tell(ToldForecast kept) {
        requireKnown(kept.series().stream()
                .map(SeriesForecast::key)
                .flatMap(ForecastTelling::slugs)
                .toList());
        boolean isOld = kept.origin().isBefore(session.today().minusDays(1));
        String day = DAY.format(kept.origin());
        ForecastShown shown = print(kept, null, isOld ? List.of(say("forecast.old", day)) : List.of());
        if (shown.forecast().series().isEmpty()) {
            session.console().say(say("forecast.none_of_them"));
        }
        if (chart != null) {
            draw(chart, drawing(shown).chances(ChanceChart.MOST));
        }
    }

    private void requireKnown(Collection<String> heard) {
        choice.requireKnown(heard, session.wiring().names().slugs());
    }

    private static Stream<String> slugs(DatedCampaign campaign) {
        return Stream.concat(
                Stream.of(campaign.program().value()),
                campaign.origins().stream().map(OriginId::value));
    }

    private static Stream<String> slugs(SeriesKey key) {
        return Stream.of(key.program().value(), String.valueOf(key.origin()));
    }

    private ForecastShown print(ToldForecast all, @Nullable Percent asked, List<Text> notes) {
        List<Text> said = new ArrayList<>(notes);
        if (choice.ofRoutes()) {
            said.add(say("forecast.routes"));
        }
        boolean inWords = !choice.ofRoutes() || choice.isNamed();
        ToldForecast told = all.only(choice::wants);
        ForecastShown shown =
                ForecastShown.on(session.today(), told, asked, inWords).with(said);
        Console console = session.console();
        if (session.json()) {
            ForecastJson json = new ForecastJson(shown);
            told.series().forEach(series -> console.out().println(json.line(series)));
        } else if (!told.series().isEmpty()) {
            new ForecastTable(console, session.wiring().names()).print(shown);
        }
        console.flush();
        return shown;
    }

    private ForecastDrawing drawing(ForecastShown shown) {
        return new ForecastDrawing(
                shown, session.wiring().names(), session.console().locale());
    }

    private void draw(ChartFile file, Drawing drawing) {
        file.write(drawing);
        session.console().say(say("forecast.drawn", Quoted.of(file.name())));
    }

    private static Text say(String key, Object... arguments) {
        return Text.of(ForecastTelling.class, key, arguments);
    }
}
