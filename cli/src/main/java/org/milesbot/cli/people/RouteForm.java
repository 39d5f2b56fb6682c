package org.milesbot.cli.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.cli.config.Quoted;
import org.milesbot.scrapers.extract.lexicon.Places;
import org.milesbot.store.user.UserRoute;

/** Reads the routes that people write: {@code GRU LIS 2027-03 business 90k}. */
public final class RouteForm {

    private static final int MOST_CODES = 200;
    private static final long MOST_MILES = 10_000_000;
    private static final String RANGE = "..";
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern MILES = Pattern.compile("([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,8})\\s?(k|mil)?");
    private static final Places PLACES = Places.shipped();

    private final UserSettingsForm form;
    private final Clock clock;

    /**
     * @param form knows the cabins, and keeps the notes
     * @param clock what day it is
     */
    public RouteForm(UserSettingsForm form, Clock clock) {
        this.form = form;
        this.clock = clock;
    }

    /**
     * The parts of a route as somebody wrote them; null where they wrote nothing.
     *
     * @param from airports or cities where it starts, separated by commas
     * @param to where it ends
     * @param cabin in which cabin
     * @param miles the most miles
     * @param months when: a month, a day, or two of them with {@code ..} between
     */
    public record Written(
            @Nullable String from,
            @Nullable String to,
            @Nullable String cabin,
            @Nullable String miles,
            @Nullable String months) {}

    /**
     * Sorts words into the parts of a route, in any order but that the start comes before the end, unless "de" and "para" say
     * which is which. Places may be told by their names, and regions.
     *
     * @throws WrongSetting if a word is no part of a route, or there are two of a part
     */
    public Written sorted(List<String> words) {
        return sorted(String.join(" ", words));
    }

    /** The same of words that were not split yet. */
    public Written sorted(String words) {
        return RouteGrammar.read(words, PLACES, LocalDate.ofInstant(clock.instant(), Zones.SAO_PAULO));
    }

    /**
     * The route that somebody wrote.
     *
     * @param prefix what comes before the names of the parts where they are written, such as {@code --}
     * @throws WrongSetting if a part is wrong, or an end is missing
     */
    public UserRoute route(String prefix, Written written) {
        String cabin = written.cabin();
        String miles = written.miles();
        String months = written.months();
        return new UserRoute(
                0,
                codes(prefix + "from", written.from()),
                codes(prefix + "to", written.to()),
                cabin == null ? null : form.names().cabin(prefix + "cabin", cabin),
                miles == null ? null : Long.valueOf(miles(prefix + "max-miles", miles)),
                months == null ? TravelDates.UNKNOWN : ahead(prefix + "months", months));
    }

    /**
     * Looks at the parts that are told, whether or not an end is missing.
     *
     * @param prefix as of {@link #route}
     * @throws WrongSetting if one is wrong
     */
    public void check(String prefix, Written written) {
        String anywhere = "GRU";
        route(
                prefix,
                new Written(
                        written.from() == null ? anywhere : written.from(),
                        written.to() == null ? anywhere : written.to(),
                        written.cabin(),
                        written.miles(),
                        written.months()));
    }

    static Set<String> codes(String key, @Nullable String words) {
        List<String> codes = words == null
                ? List.of()
                : Arrays.stream(words.split(",", -1))
                        .map(each -> each.strip().toUpperCase(Locale.ROOT))
                        .filter(each -> !each.isEmpty())
                        .toList();
        if (codes.isEmpty()) {
            throw WrongSetting.saying(key, "missing.code", key);
        }
        if (codes.size() > MOST_CODES) {
            throw WrongSetting.saying(key, "wrong.many", Quoted.of(key), MOST_CODES);
        }
        Set<String> all = codes.stream().flatMap(code -> named(key, code)).collect(Collectors.toUnmodifiableSet());
        if (all.size() > MOST_CODES) {
            throw WrongSetting.saying(key, "wrong.many", Quoted.of(key), MOST_CODES);
        }
        return all;
    }

    /** A code stands for itself; a name for that of the place, a region's for those of its cities. */
    private static Stream<String> named(String key, String words) {
        return CODE.matcher(words).matches()
                ? Stream.of(words)
                : PLACES.named(words).orElseThrow(() -> WrongSetting.of(key, words, "code")).stream();
    }

    static long miles(String key, String words) {
        Matcher miles = MILES.matcher(words.strip().toLowerCase(Locale.ROOT));
        if (!miles.matches()) {
            throw WrongSetting.of(key, words, "miles");
        }
        long number = Long.parseLong(miles.group(1).replaceAll("[.,]", ""));
        long value = miles.group(2) == null ? number : number * 1_000;
        if (value == 0 || value > MOST_MILES) {
            throw WrongSetting.of(key, words, "miles");
        }
        return value;
    }

    /** When, if that is not past. */
    TravelDates ahead(String key, String words) {
        TravelDates travel = travel(key, words);
        LocalDate last = travel.to();
        // Somewhere it is yesterday still.
        if (last != null && last.isBefore(LocalDate.ofInstant(clock.instant(), ZoneId.of("Etc/GMT+12")))) {
            throw WrongSetting.saying(key, "wrong.travelled", Quoted.of(words), key);
        }
        return travel;
    }

    private static TravelDates travel(String key, String words) {
        String plain = words.strip();
        int range = plain.indexOf(RANGE);
        String first = range < 0 ? plain : plain.substring(0, range);
        String last = range < 0 ? plain : plain.substring(range + RANGE.length());
        try {
            LocalDate from = first.isEmpty() ? null : firstDay(first);
            LocalDate to = last.isEmpty() ? null : lastDay(last);
            if ((from == null && to == null) || (from != null && to != null && to.isBefore(from))) {
                throw WrongSetting.of(key, words, "months");
            }
            return new TravelDates(from, to);
        } catch (DateTimeParseException e) {
            throw WrongSetting.of(key, words, "months");
        }
    }

    private static LocalDate firstDay(String words) {
        return isMonth(words) ? YearMonth.parse(words).atDay(1) : LocalDate.parse(words);
    }

    private static LocalDate lastDay(String words) {
        return isMonth(words) ? YearMonth.parse(words).atEndOfMonth() : LocalDate.parse(words);
    }

    private static boolean isMonth(String words) {
        return words.length() == "2027-03".length();
    }

    /** A route in the words in which it is read. */
    public static String shown(UserRoute route) {
        List<String> words = new ArrayList<>();
        words.add(shown(route.origins()));
        words.add(shown(route.dests()));
        TravelDates travel = route.travel();
        if (!travel.isUnknown()) {
            words.add(shown(travel));
        }
        if (route.cabin() != null) {
            words.add(route.cabin().value());
        }
        if (route.maxMiles() != null) {
            words.add(route.maxMiles().toString());
        }
        return String.join(" ", words);
    }

    /** One end of a route in the words in which it is read: the name of a region, or codes. */
    public static String shown(Set<String> codes) {
        return PLACES.region(codes).orElseGet(() -> codes.stream().sorted().collect(Collectors.joining(",")));
    }

    /** When, in the words in which it is read. */
    public static String shown(TravelDates travel) {
        LocalDate from = travel.from();
        LocalDate to = travel.to();
        boolean isOfMonths =
                (from == null || from.getDayOfMonth() == 1) && (to == null || to.getDayOfMonth() == to.lengthOfMonth());
        String first = from == null ? "" : isOfMonths ? YearMonth.from(from).toString() : from.toString();
        String last = to == null ? "" : isOfMonths ? YearMonth.from(to).toString() : to.toString();
        return first.equals(last) ? first : first + RANGE + last;
    }
}
