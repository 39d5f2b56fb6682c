package org.milesbot.cli.output;

import java.text.NumberFormat;
import java.util.Locale;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.model.Probability;

/** Probabilities and percentages as people write them. A probability is never said to be 0 % or 100 %. */
public final class ChanceWords {

    private static final int WHOLE = 100;

    private ChanceWords() {}

    /** Such as {@code 34%} or {@code <1%}. */
    public static String of(double probability) {
        return number(probability) + "%";
    }

    /** With its interval, such as {@code 34% (22–47)}. */
    public static String withInterval(Probability chance) {
        return of(chance.value()) + " (" + interval(chance) + ")";
    }

    /** Such as {@code 22–47}. */
    public static String interval(Probability chance) {
        return between(number(chance.low()), number(chance.high()));
    }

    private static String number(double probability) {
        long percent = Math.round(probability * WHOLE);
        if (percent < 1) {
            return "<1";
        }
        return percent >= WHOLE ? ">99" : Long.toString(percent);
    }

    /** By how much a factor differs from 1, such as {@code +40%} or {@code −8%}. */
    static String change(double factor) {
        long percent = Math.round((factor - 1) * WHOLE);
        return (percent < 0 ? "−" : "+") + Math.abs(percent) + "%";
    }

    /** The usual range of a bonus, such as {@code 70–90%}. */
    public static String range(Level level, Locale locale) {
        return between(number(level.low(), locale), number(level.high(), locale)) + "%";
    }

    /** What a bonus typically is, such as {@code 82,5%}. */
    public static String typical(Level level, Locale locale) {
        return number(level.typical(), locale) + "%";
    }

    private static String between(String low, String high) {
        return low.equals(high) ? low : low + "–" + high;
    }

    private static String number(double percent, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(percent);
    }
}
