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
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.cli.config.Quoted;
import org.milesbot.store.user.UserRoute;

/** Reads the routes that people write: {@code GRU LIS 2027-03 business 90k}. */
public final class RouteForm {

    private static final int MOST_CODES = 50;
    private static final long MOST_MILES = 10_000_000;
    private static final String RANGE = "..";
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern CODES = Pattern.compile("[A-Za-z]{3}(?:,[A-Za-z]{3})*");
    private static final Pattern MONTHS = Pattern.compile("[0-9.-]*[0-9]{4}-[0-9]{2}[0-9.-]*");
    private static final Pattern MILES = Pattern.compile("([0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,8})\\s?(k|mil)?");
    private static final Set<String> FILLERS = Set.of(
            "de", "do", "da", "para", "pra", "em", "ate", "até", "milhas", "from", "to", "in", "up", "miles", "->");

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
     * Sorts words into the parts of a route, in any order but that the start comes before the end.
     *
     * @throws WrongSetting if a word is no part of a route, or there are two of a part
     */
    public Written sorted(List<String> words) {
        @Nullable String[] parts = new @Nullable String[5];
        for (String word : words) {
            String plain = word.strip().toLowerCase(Locale.ROOT);
            if (!plain.isEmpty() && !FILLERS.contains(plain)) {
                int part = partOf(plain, parts[0] != null);
                if (part < 0 || parts[part] != null) {
                    throw WrongSetting.of("route", word, "route");
                }
                parts[part] = plain;
            }
        }
        return new Written(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    private static int partOf(String plain, boolean hasStart) {
        if (SettingNames.isCabin(plain)) {
            return 2;
        }
        if (MONTHS.matcher(plain).matches()) {
            return 4;
        }
        if (MILES.matcher(plain).matches()) {
            return 3;
        }
        return !CODES.matcher(plain).matches() ? -1 : hasStart ? 1 : 0;
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
        for (String code : codes) {
            if (!CODE.matcher(code).matches()) {
                throw WrongSetting.of(key, code, "code");
            }
        }
        return codes.stream().collect(Collectors.toUnmodifiableSet());
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

    private TravelDates ahead(String key, String words) {
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
        words.add(route.origins().stream().sorted().collect(Collectors.joining(",")));
        words.add(route.dests().stream().sorted().collect(Collectors.joining(",")));
        TravelDates travel = route.travel();
        if (!travel.equals(TravelDates.UNKNOWN)) {
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

    private static String shown(TravelDates travel) {
        LocalDate from = travel.from();
        LocalDate to = travel.to();
        boolean isOfMonths =
                (from == null || from.getDayOfMonth() == 1) && (to == null || to.getDayOfMonth() == to.lengthOfMonth());
        String first = from == null ? "" : isOfMonths ? YearMonth.from(from).toString() : from.toString();
        String last = to == null ? "" : isOfMonths ? YearMonth.from(to).toString() : to.toString();
        return first.equals(last) ? first : first + RANGE + last;
    }
}
