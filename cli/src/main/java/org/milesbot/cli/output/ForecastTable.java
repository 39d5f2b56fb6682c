package org.milesbot.cli.output;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.model.Certainty;
import org.milesbot.forecast.model.Probability;
import org.milesbot.forecast.model.Readiness;
import org.milesbot.forecast.model.SeriesForecast;

/** A forecast for people: a row for each series, below it a sentence for each, and what carried weight. */
public final class ForecastTable {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    /** The columns of a terminal that has room for more than the bare necessities. */
    private static final int ROOMY = 116;

    private static final int BAR = 10;
    private static final int INDENT = 2;

    private final Console console;
    private final ProgramNames names;
    private final OfferWords offer;

    /**
     * @param names what people call the programmes and banks
     */
    public ForecastTable(Console console, ProgramNames names) {
        this.console = console;
        this.names = names;
        offer = new OfferWords(console.locale());
    }

    /** Prints the series, the likeliest first. */
    public void print(ForecastShown shown) {
        ForecastWords words = new ForecastWords(shown, names, console.locale());
        boolean isRoomy = console.look().width() >= ROOMY && console.look().isTerminal(Console.Stream.OUT);
        Table table = new Table(columns(shown, words, isRoomy));
        shown.ordered().forEach(series -> table.add(cells(shown, words, series, isRoomy)));
        table.print(console);
        console.out().println();
        line(words.say("forecast.legend"), Tint.DIM);
        if (shown.inWords()) {
            shown.ordered().forEach(series -> sentence(words, series));
            console.out().println();
        }
        line(words.pool(), Tint.PLAIN);
        shown.notes().forEach(note -> line(note.in(console.locale()), Tint.YELLOW));
    }

    private void sentence(ForecastWords words, SeriesForecast series) {
        console.out().println();
        new Paragraph(console.look(), INDENT)
                .add(words.name(series.key()) + ": ", Tint.BOLD)
                .add(words.sentence(series))
                .print(console.out());
        words.opinions(series)
                .forEach(opinion -> new Paragraph(console.look(), INDENT)
                        .add(opinion, Tint.DIM)
                        .print(console.out()));
    }

    private void line(String words, Tint tint) {
        new Paragraph(console.look(), 0).add(words, tint).print(console.out());
    }

    private Column[] columns(ForecastShown shown, ForecastWords words, boolean isRoomy) {
        Percent asked = shown.asked();
        return Stream.of(
                        column(words, shown.isOfRoutes() ? "forecast.column.route" : "column.program", Side.LEFT),
                        column(words, "forecast.column.week", Side.RIGHT),
                        column(words, "forecast.column.month", Side.RIGHT),
                        isRoomy ? new Column("", Side.LEFT) : null,
                        asked == null
                                ? null
                                : new Column(words.say("forecast.column.high", offer.percent(asked)), Side.RIGHT),
                        column(words, "forecast.column.bonus", Side.RIGHT),
                        hasWindow(shown, isRoomy) ? column(words, "forecast.column.window", Side.LEFT) : null,
                        column(words, "forecast.column.last", Side.LEFT))
                .filter(Objects::nonNull)
                .toArray(Column[]::new);
    }

    /** What was asked for takes its place where there is not room for both. */
    private static boolean hasWindow(ForecastShown shown, boolean isRoomy) {
        return isRoomy || shown.asked() == null;
    }

    private static Column column(ForecastWords words, String key, Side side) {
        return new Column(words.say(key), side);
    }

    private String[] cells(ForecastShown shown, ForecastWords words, SeriesForecast series, boolean isRoomy) {
        String name = isRoomy ? words.name(series.key()) : words.shortName(series.key());
        return Stream.of(
                        mark(series) + " " + name,
                        words.chanceWithin(series, WEEK),
                        words.chanceWithin(series, MONTH),
                        isRoomy ? bar(series.chances().at(MONTH)) : null,
                        shown.asked() == null
                                ? null
                                : high(series.chances().high().get(MONTH), series.bonus()),
                        bonus(series.bonus(), words, isRoomy),
                        hasWindow(shown, isRoomy) ? words.window(series) : null,
                        isRoomy ? words.standing(series) : words.lastInShort(series))
                .filter(Objects::nonNull)
                .toArray(String[]::new);
    }

    private static String high(@Nullable Probability chance, @Nullable Level bonus) {
        if (chance == null) {
            return bonus == null ? OfferWords.UNKNOWN : ChanceWords.of(0);
        }
        return ChanceWords.withInterval(chance);
    }

    private String bonus(@Nullable Level bonus, ForecastWords words, boolean isRoomy) {
        return isRoomy || bonus == null ? words.usual(bonus) : ChanceWords.range(bonus, console.locale());
    }

    private static String bar(Probability chance) {
        int filled = (int) Math.round(chance.value() * BAR);
        return "█".repeat(filled) + "░".repeat(BAR - filled);
    }

    private static String mark(SeriesForecast series) {
        if (series.grounds().readiness() == Readiness.NONE) {
            return "○";
        }
        Certainty certainty = series.grounds().certainty();
        return switch (certainty) {
            case LOW -> "◔";
            case MEDIUM -> "◑";
            case HIGH -> "●";
        };
    }
}
