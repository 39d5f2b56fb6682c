package org.milesbot.cli.bot.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.output.ChanceWords;
import org.milesbot.cli.output.ForecastShown;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.model.SeriesForecast;
import org.milesbot.notify.message.Escape;
import org.milesbot.notify.message.Html;

/** Chances and the usual bonus as a table that is no wider than a phone: a name, 7 days, 30 days, percentages. */
final class ChanceTable {

    private static final int NAME = 11;
    private static final int CHANCE = 5;
    private static final int BONUS = 9;
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final String ANNOUNCED = "✓";
    private static final String UNKNOWN = "–";

    private final ForecastShown shown;
    private final Locale language;

    ChanceTable(ForecastShown shown, Locale language) {
        this.shown = shown;
        this.language = language;
    }

    /** A row for each series, and what a sign in it means. */
    Html of(List<SeriesForecast> series, Function<SeriesForecast, String> name) {
        Speech speech = Workshop.speech(language);
        String heading =
                row("", speech.plain("forecast.week"), speech.plain("forecast.month"), speech.plain("forecast.bonus"));
        String rows = series.stream()
                .map(one -> row(name.apply(one), chance(one, WEEK), chance(one, MONTH), bonus(one.bonus())))
                .collect(Collectors.joining("\n"));
        boolean isAnySure = series.stream().anyMatch(one -> shown.isAnnounced(one, MONTH));
        return Html.lines(
                new Html("<pre>" + heading + "\n" + rows + "</pre>"),
                isAnySure ? new Html(speech.words("forecast.announced", ANNOUNCED)) : Html.NONE);
    }

    private String chance(SeriesForecast series, int horizon) {
        return shown.isAnnounced(series, horizon)
                ? ANNOUNCED
                : ChanceWords.of(series.chances().at(horizon).value());
    }

    private String bonus(@Nullable Level bonus) {
        return bonus == null ? UNKNOWN : ChanceWords.range(bonus, language);
    }

    private static String row(String name, String week, String month, String bonus) {
        return left(name) + right(week, CHANCE) + right(month, CHANCE) + right(bonus, BONUS);
    }

    private static String left(String words) {
        String clipped =
                words.length() <= NAME ? words : words.substring(0, NAME - 1).strip() + "…";
        return Escape.html(clipped) + " ".repeat(NAME - clipped.length());
    }

    private static String right(String words, int width) {
        return " ".repeat(Math.max(1, width - words.length())) + Escape.html(words);
    }
}
