package org.milesbot.cli.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds months among words: {@code 2027-03}, {@code março de 2027}, {@code mar/27}, {@code março a maio}. */
final class MonthWords {

    private static final List<String> LISTED = List.of(
            "janeiro,jan,january",
            "fevereiro,fev,february,feb",
            "marco,mar,march",
            "abril,abr,april,apr",
            "maio,mai,may",
            "junho,jun,june",
            "julho,jul,july",
            "agosto,ago,august,aug",
            "setembro,set,september,sep",
            "outubro,out,october,oct",
            "novembro,nov,november",
            "dezembro,dez,december,dec");
    private static final Map<String, Integer> NUMBERS = numbers();

    private static final Pattern EXACT = Pattern.compile("[0-9.-]*[0-9]{4}-[0-9]{2}[0-9.-]*");
    private static final Pattern NAMED = Pattern.compile("([a-z]+)(?:/([0-9]{4}|[0-9]{2}))?");
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,2})/(20[0-9]{2})");
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
    private static final Set<String> OF = Set.of("de", "of");
    private static final Set<String> TO = Set.of("a", "ate", "to", "e", "and", "-");

    private final List<String> words;
    private final YearMonth now;

    MonthWords(List<String> words, LocalDate today) {
        this.words = words;
        now = YearMonth.from(today);
    }

    /**
     * Months that were found.
     *
     * @param value as {@link RouteForm} takes them
     * @param end where the words go on
     */
    record Found(String value, int end) {}

    /** A month of which the year may not be told. */
    record Month(int number, @Nullable Integer year, int end) {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int month = 0; month < LISTED.size(); month++) {
            for (String name : LISTED.get(month).split(",", -1)) {
                numbers.put(name, month + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    static Collection<String> names() {
        return NUMBERS.keySet();
    }

    static boolean isName(String word) {
        return NUMBERS.containsKey(word);
    }

    /** The months that begin with a word. */
    Optional<Found> at(int index) {
        String word = words.get(index);
        if (EXACT.matcher(word).matches()) {
            boolean isRange = isTo(index + 1)
                    && index + 2 < words.size()
                    && !word.contains("..")
                    && EXACT.matcher(words.get(index + 2)).matches();
            return Optional.of(
                    isRange ? new Found(word + ".." + words.get(index + 2), index + 3) : new Found(word, index + 1));
        }
        return month(index).map(this::named);
    }

    /** Whether a word stands between the first of a range and the last. */
    boolean isTo(int index) {
        return index < words.size() && TO.contains(words.get(index));
    }

    private Found named(Month first) {
        Optional<Month> last = isTo(first.end()) ? month(first.end() + 1) : Optional.empty();
        if (last.isEmpty()) {
            return new Found(next(first, now).toString(), first.end());
        }
        Integer lastYear = last.get().year();
        YearMonth from;
        YearMonth to;
        if (first.year() == null && lastYear != null) {
            to = YearMonth.of(lastYear, last.get().number());
            from = YearMonth.of(lastYear, first.number());
            from = from.isAfter(to) ? from.minusYears(1) : from;
        } else {
            from = next(first, now);
            to = next(last.get(), from);
        }
        return new Found(from + ".." + to, last.get().end());
    }

    /** In its own year, or the first time that it comes. */
    private static YearMonth next(Month month, YearMonth from) {
        Integer year = month.year();
        if (year != null) {
            return YearMonth.of(year, month.number());
        }
        YearMonth soonest = YearMonth.of(from.getYear(), month.number());
        return soonest.isBefore(from) ? soonest.plusYears(1) : soonest;
    }

    /** The month that begins with a word. */
    Optional<Month> month(int index) {
        if (index >= words.size()) {
            return Optional.empty();
        }
        Matcher numbered = NUMBERED.matcher(words.get(index));
        if (numbered.matches()) {
            int number = Integer.parseInt(numbered.group(1));
            return number < 1 || number > LISTED.size()
                    ? Optional.empty()
                    : Optional.of(new Month(number, Integer.valueOf(numbered.group(2)), index + 1));
        }
        Matcher named = NAMED.matcher(words.get(index));
        if (!named.matches() || !isName(named.group(1))) {
            return Optional.empty();
        }
        int number = NUMBERS.getOrDefault(named.group(1), 1);
        String year = named.group(2);
        return Optional.of(year == null ? withYear(number, index + 1) : new Month(number, year(year), index + 1));
    }

    /** A year of two digits or four. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return year < 100 ? 2_000 + year : year;
    }

    private Month withYear(int number, int next) {
        int at = next < words.size() && OF.contains(words.get(next)) ? next + 1 : next;
        boolean hasYear = at < words.size() && YEAR.matcher(words.get(at)).matches();
        return hasYear ? new Month(number, Integer.valueOf(words.get(at)), at + 1) : new Month(number, null, next);
    }
}
