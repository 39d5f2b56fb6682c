package org.milesbot.plugin.seatmap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;

/**
 * What somebody waits for.
 *
 * @param origin the IATA code of an airport
 * @param dest the IATA code of another
 * @param from the first day of departure
 * @param to the last day of departure
 * @param cabin {@code premium_economy}, {@code business} or {@code first}
 * @param seats at least so many
 */
record Wish(String origin, String dest, LocalDate from, LocalDate to, String cabin, int seats) {

    /** The cabins in which seats are rare enough to wait for. */
    static final Set<String> CABINS = Set.of("premium_economy", "business", "first");

    private static final int MOST_SEATS = 9;
    private static final int MOST_DAYS = 62;
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_WORDS = 5;

    private static final Map<String, String> CABIN_OF = Map.of(
            "executiva", "business",
            "business", "business",
            "primeira", "first",
            "first", "first",
            "premium", "premium_economy",
            "premium_economy", "premium_economy",
            "premium-economy", "premium_economy",
            "econômica-premium", "premium_economy");

    /** Codes of cities, which people know better than the codes of their airports. */
    private static final Map<String, String> AIRPORT_OF = Map.ofEntries(
            Map.entry("SAO", "GRU"),
            Map.entry("RIO", "GIG"),
            Map.entry("BHZ", "CNF"),
            Map.entry("BUE", "EZE"),
            Map.entry("NYC", "JFK"),
            Map.entry("WAS", "IAD"),
            Map.entry("CHI", "ORD"),
            Map.entry("YTO", "YYZ"),
            Map.entry("LON", "LHR"),
            Map.entry("PAR", "CDG"),
            Map.entry("ROM", "FCO"),
            Map.entry("MIL", "MXP"),
            Map.entry("TYO", "HND"));

    /**
     * Reads {@code GRU LIS 2027-03 executiva 2}: one seat if no number is written; a month, a day, or two days with {@code ..}
     * between.
     *
     * @throws MilesbotException of kind USAGE with the first thing that is wrong
     */
    static Wish of(List<String> words, LocalDate today) {
        if (words.size() < FEWEST_WORDS || words.size() > MOST_WORDS) {
            throw wrong("wish.form");
        }
        String origin = airport(words.get(0));
        String dest = airport(words.get(1));
        if (origin.equals(dest)) {
            throw wrong("wish.same", origin);
        }
        LocalDate[] days = days(words.get(2), today);
        return new Wish(
                origin,
                dest,
                days[0],
                days[1],
                cabin(words.get(3)),
                seats(words.size() < MOST_WORDS ? "1" : words.get(4)));
    }

    private static String airport(String written) {
        String code = written.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{3}")) {
            throw wrong("wish.airport", written);
        }
        String airport = AIRPORT_OF.get(code);
        if (airport != null) {
            throw wrong("wish.city", code, airport);
        }
        return code;
    }

    private static LocalDate[] days(String written, LocalDate today) {
        LocalDate[] days = parsed(written);
        if (days == null || days[1].isBefore(days[0])) {
            throw wrong("wish.days", written);
        }
        if (days[1].isBefore(today) || days[0].isAfter(today.plusYears(1))) {
            throw wrong("wish.far", written);
        }
        if (ChronoUnit.DAYS.between(days[0], days[1]) >= MOST_DAYS) {
            throw wrong("wish.many", written, MOST_DAYS);
        }
        return new LocalDate[] {days[0].isBefore(today) ? today : days[0], days[1]};
    }

    private static LocalDate @Nullable [] parsed(String written) {
        try {
            if (written.length() == "2027-03".length()) {
                YearMonth month = YearMonth.parse(written);
                return new LocalDate[] {month.atDay(1), month.atEndOfMonth()};
            }
            int between = written.indexOf("..");
            String first = between < 0 ? written : written.substring(0, between);
            String last = between < 0 ? written : written.substring(between + 2);
            return new LocalDate[] {LocalDate.parse(first), LocalDate.parse(last)};
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String cabin(String written) {
        String cabin = CABIN_OF.get(written.toLowerCase(Locale.ROOT));
        if (cabin == null) {
            Text near = Nearest.to(written, new TreeSet<>(CABIN_OF.keySet()))
                    .map(known -> Text.of(Wish.class, "wish.cabin.near", known))
                    .orElseGet(() -> Text.plain(""));
            throw wrong("wish.cabin", written, near);
        }
        return cabin;
    }

    private static int seats(String written) {
        int seats = written.matches("[0-9]{1,2}") ? Integer.parseInt(written) : 0;
        if (seats < 1 || seats > MOST_SEATS) {
            throw wrong("wish.seats", written, MOST_SEATS);
        }
        return seats;
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(Wish.class, key, arguments));
    }
}
