package org.milesbot.cli.output;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.chart.ChanceChart;
import org.milesbot.cli.chart.Drawing;
import org.milesbot.cli.chart.TimelineChart;
import org.milesbot.forecast.history.DatedCampaign;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.model.Probability;
import org.milesbot.forecast.model.SeriesForecast;

/** A forecast as a picture: how likely a start is, and the campaigns so far. */
public final class ForecastDrawing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final List<Integer> HORIZONS = List.of(30, 7);
    private static final int MONTHS = 24;

    private final ForecastShown shown;
    private final ForecastWords words;
    private final Locale locale;

    /**
     * @param names what people call the programmes and banks
     */
    public ForecastDrawing(ForecastShown shown, ProgramNames names, Locale locale) {
        this.shown = shown;
        this.locale = locale;
        words = new ForecastWords(shown, names, locale);
    }

    /**
     * How likely a start is within 30 and 7 days, the likeliest first.
     *
     * @param most how many series at most
     */
    public Drawing chances(int most) {
        List<ChanceChart.Row> rows = shown.ordered().stream()
                .limit(most)
                .map(series -> new ChanceChart.Row(
                        words.name(series.key()),
                        HORIZONS.stream().map(horizon -> bar(series, horizon)).toList()))
                .toList();
        return ChanceChart.of(rows, DAY.format(shown.forecast().origin()), locale);
    }

    private ChanceChart.Bar bar(SeriesForecast series, int horizon) {
        Probability chance = series.chances().at(horizon);
        return new ChanceChart.Bar(
                words.say("forecast.within", horizon),
                chance.value(),
                chance.low(),
                chance.high(),
                ChanceWords.withInterval(chance));
    }

    /**
     * The campaigns of the last two years.
     *
     * @param campaigns the distinct campaigns, by their first day
     */
    public Drawing timeline(List<DatedCampaign> campaigns) {
        List<TimelineChart.Row> rows = shown.ordered().stream()
                .map(series -> new TimelineChart.Row(
                        words.name(series.key()),
                        points(campaigns, series.key()).toList()))
                .toList();
        LocalDate origin = shown.forecast().origin();
        return TimelineChart.of(rows, origin.minusMonths(MONTHS), origin, locale);
    }

    private static Stream<TimelineChart.Point> points(List<DatedCampaign> campaigns, SeriesKey key) {
        return campaigns.stream()
                .filter(campaign -> campaign.isOf(key))
                .map(campaign ->
                        new TimelineChart.Point(campaign.start(), number(campaign.bonus()), number(campaign.base())));
    }

    private static @Nullable Double number(@Nullable Percent percent) {
        return percent == null ? null : Double.valueOf(percent.value().doubleValue());
    }
}
