package org.milesbot.cli.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.people.MonthWords.Found;
import org.milesbot.cli.people.MonthWords.Month;

/** Finds days among words, as Brazilians write them: {@code 10/03/2027}, {@code 10 de março}, {@code 10 a 20 de março}. */
final class DayWords {

    private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})(?:/(20[0-9]{2}|[0-9]{2}))?");
    private static final Pattern SEVERAL =
            Pattern.compile("([0-9]{1,2}(?:/[0-9/]+)?)(?:-|\\.\\.)([0-9]{1,2}(?:/[0-9/]+)?)");
    private static final Pattern LONE = Pattern.compile("[0-9]{1,2}");
    private static final Set<String> OF = Set.of("de", "of");

    private final List<String> words;
    private final MonthWords months;
    private final LocalDate today;

    DayWords(List<String> words, LocalDate today) {
        this.words = words;
        this.today = today;
        months = new MonthWords(words, today);
    }

    /** A day of which the month and the year may not be told. */
    private record Day(
            int day, @Nullable Integer month, @Nullable Integer year, int end) {}

    /** The day, or the first and the last day, that begin with a word. */
    Optional<Found> at(int index) {
        Matcher several = SEVERAL.matcher(words.get(index));
        Optional<Day> first = several.matches() ? numbered(several.group(1), index) : one(words.get(index), index);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Optional<Day> last = Optional.empty();
        if (several.matches()) {
            last = one(several.group(2), index);
        } else if (months.isTo(first.get().end()) && first.get().end() + 1 < words.size()) {
            int next = first.get().end() + 1;
            last = one(words.get(next), next);
        }
        return found(first.get(), last.filter(day -> day.month() != null).orElse(null));
    }

    private Optional<Day> one(String word, int index) {
        return numbered(word, index).map(day -> day.month() == null ? named(day) : day);
    }

    private static Optional<Day> numbered(String word, int index) {
        Matcher numbered = NUMBERED.matcher(word);
        if (numbered.matches()) {
            String year = numbered.group(3);
            return Optional.of(new Day(
                    Integer.parseInt(numbered.group(1)),
                    Integer.valueOf(numbered.group(2)),
                    year == null ? null : Integer.valueOf(MonthWords.year(year)),
                    index + 1));
        }
        return LONE.matcher(word).matches()
                ? Optional.of(new Day(Integer.parseInt(word), null, null, index + 1))
                : Optional.empty();
    }

    /** With the name of the month that follows, if one does. */
    private Day named(Day lone) {
        int at = lone.end() < words.size() && OF.contains(words.get(lone.end())) ? lone.end() + 1 : lone.end();
        boolean isName = at < words.size() && !Character.isDigit(words.get(at).charAt(0));
        Optional<Month> month = isName ? months.month(at) : Optional.empty();
        return month.map(each -> new Day(lone.day(), each.number(), each.year(), each.end()))
                .orElse(lone);
    }

    private Optional<Found> found(Day first, @Nullable Day last) {
        Integer lastMonth = last == null ? null : last.month();
        if (first.month() == null && lastMonth == null) {
            return Optional.empty();
        }
        try {
            if (last == null || lastMonth == null) {
                return Optional.of(new Found(next(first, today).toString(), first.end()));
            }
            Day whole = first.month() == null ? new Day(first.day(), lastMonth, last.year(), first.end()) : first;
            return Optional.of(new Found(range(whole, last), last.end()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String range(Day first, Day last) {
        Integer year = last.year();
        if (first.year() != null || year == null) {
            LocalDate from = next(first, today);
            return from + ".." + next(last, from);
        }
        LocalDate to = next(last, today);
        LocalDate from = date(first, year);
        return (from.isAfter(to) ? date(first, year - 1) : from) + ".." + to;
    }

    /** In its own year, or the first time that it comes. */
    private static LocalDate next(Day day, LocalDate from) {
        Integer year = day.year();
        if (year != null) {
            return date(day, year);
        }
        LocalDate soonest = date(day, from.getYear());
        return soonest.isBefore(from) ? date(day, from.getYear() + 1) : soonest;
    }

    private static LocalDate date(Day day, int year) {
        return LocalDate.of(year, day.month() == null ? 0 : day.month(), day.day());
    }
}
