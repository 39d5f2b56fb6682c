package org.milesbot.plugin.wallet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;

/** Numbers and days as Brazilians write them, and as exports of programmes do. */
final class Written {

    /** More points than anybody has. */
    static final long MOST = 1_000_000_000L;

    private static final int MOST_YEARS = 20;
    private static final int LONGEST_QUOTE = 40;
    private static final Pattern WHOLE =
            Pattern.compile("[0-9]{1,12}|[0-9]{1,3}(?:\\.[0-9]{3})+|[0-9]{1,3}(?:,[0-9]{3})+");

    /** Two digits at most after the comma: "42.300 mil" may mean two numbers. */
    private static final Pattern ROUND =
            Pattern.compile("([0-9]{1,4}(?:[.,][0-9]{1,2})?)\\s*(?:(mil|k)|milh(?:ão|ao|ões|oes)|mi|million)");

    private static final Pattern WITHOUT_YEAR = Pattern.compile("[0-9]{1,2}[/.-][0-9]{1,2}");
    private static final List<DateTimeFormatter> DAYS =
            List.of(day("uuuu-MM-dd"), day("d/M/uuuu"), day("d/M/uu"), day("d.M.uuuu"), day("d-M-uuuu"));

    private Written() {}

    private static DateTimeFormatter day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * Reads {@code 42.300}, {@code 42300}, {@code 42,3 mil}.
     *
     * @throws MilesbotException of kind USAGE if it is no number of points
     */
    static long points(String written) {
        String words = written.strip().toLowerCase(Locale.ROOT);
        Matcher round = ROUND.matcher(words);
        BigDecimal points;
        if (WHOLE.matcher(words).matches()) {
            points = new BigDecimal(words.replaceAll("[.,]", ""));
        } else if (round.matches()) {
            BigDecimal factor = BigDecimal.valueOf(round.group(2) == null ? 1_000_000 : 1_000);
            points = new BigDecimal(round.group(1).replace(',', '.')).multiply(factor);
        } else {
            throw wrong("points.wrong", quoted(written));
        }
        if (points.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw wrong("points.many", quoted(written), MOST);
        }
        return points.longValueExact();
    }

    /**
     * Reads {@code 31/01/2027} or {@code 2027-01-31}. A year that nobody wrote is not made up.
     *
     * @throws MilesbotException of kind USAGE if it is no day, or none that is to come
     */
    static LocalDate day(String written, LocalDate today) {
        String words = written.strip();
        for (DateTimeFormatter format : DAYS) {
            LocalDate day = parsed(words, format);
            if (day != null) {
                return checked(day, written, today);
            }
        }
        throw wrong(WITHOUT_YEAR.matcher(words).matches() ? "day.year" : "day.wrong", quoted(written));
    }

    private static @Nullable LocalDate parsed(String words, DateTimeFormatter format) {
        try {
            return LocalDate.parse(words, format);
        } catch (DateTimeException e) {
            // One of the other forms, perhaps.
            return null;
        }
    }

    private static LocalDate checked(LocalDate day, String written, LocalDate today) {
        if (day.isBefore(today)) {
            throw wrong("day.past", quoted(written));
        }
        if (day.isAfter(today.plusYears(MOST_YEARS))) {
            throw wrong("day.far", quoted(written), MOST_YEARS);
        }
        return day;
    }

    /** A day as people read it. */
    static String shown(LocalDate day, Locale language) {
        String pattern = language.getLanguage().equals("en") ? "d MMM uuuu" : "dd/MM/uuuu";
        return day.format(DateTimeFormatter.ofPattern(pattern, language));
    }

    /** What somebody wrote, for a sentence that says what is wrong with it. */
    static String quoted(String written) {
        String line = written.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(Written.class, key, arguments));
    }
}
