package org.milesbot.cli.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.fare.FareDays;
import org.milesbot.cli.fare.FareEnd;
import org.milesbot.cli.fare.FareQuestion;
import org.milesbot.cli.fare.FareWishes;
import org.milesbot.cli.fare.Stay;
import org.milesbot.cli.people.RouteForm.Written;
import org.milesbot.cli.people.RouteGrammar.Trip;
import org.milesbot.cli.people.TripWords.Part;
import org.milesbot.scrapers.extract.lexicon.Places;

/**
 * Reads which fares somebody looks for: {@code GRU,VCP LIS 2027-03 executiva até 90 mil}, and beside a route how many fly,
 * whether direct, and for how long. Keeps notes of what they did not say; therefore not for use by several threads.
 */
public final class FareForm {

    /** Airports at one end, with which the largest region is taken and two of the largest are not. */
    private static final int MOST_AIRPORTS = 200;

    private static final int MOST_YEARS = 2;
    private static final int USUAL_STAY = 30;
    private static final int MOST_MENDINGS = 8;
    private static final int MOST_WORDS = 40;
    private static final String KEY = "fares";
    private static final String OPTION = "--";
    private static final Pattern PASSENGERS = Pattern.compile("[0-9]{1,4}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,3}");
    private static final Places PLACES = Places.shipped();

    private final UserSettingsForm form;
    private final RouteForm routes;
    private final LocalDate today;
    private final List<Text> notes = new ArrayList<>();

    /**
     * @param form knows the cabins, and keeps the notes of their names
     * @param clock what day it is
     */
    public FareForm(UserSettingsForm form, Clock clock) {
        this.form = form;
        routes = new RouteForm(form, clock);
        today = LocalDate.ofInstant(clock.instant(), Zones.SAO_PAULO);
    }

    /**
     * What was told as options; it goes before what the words say.
     *
     * @param cabin in which cabin, or null
     * @param maxMiles the most miles, or null
     * @param passengers how many fly, or null
     * @param isDirect whether only without changing planes
     */
    public record Options(
            @Nullable String cabin,
            @Nullable String maxMiles,
            @Nullable String passengers,
            boolean isDirect) {

        /** No option. */
        public static final Options NONE = new Options(null, null, null, false);
    }

    /** What is to be said of what the last question left open, and of names that were new. */
    public List<Text> notes() {
        List<Text> all = new ArrayList<>(notes);
        all.addAll(form.notes());
        return List.copyOf(all);
    }

    /**
     * The question that somebody wrote.
     *
     * @throws WrongSetting if it is none; it names the nearest one that is right
     */
    public FareQuestion question(String words, Options options) {
        try {
            return read(words, options);
        } catch (WrongSetting e) {
            if (e.key().startsWith(OPTION)) {
                throw e;
            }
            Optional<String> right = mended(e, words, options);
            throw WrongSetting.meaning(e, right.orElse(null), example());
        }
    }

    private FareQuestion read(String words, Options options) {
        notes.clear();
        Trip trip = RouteGrammar.readTrip(words, PLACES, today);
        Written written = trip.route();
        FareEnd origin = end("origin", written.from());
        FareEnd destination = end("destination", written.to());
        Set<String> elsewhere = new TreeSet<>(destination.airports());
        elsewhere.removeAll(origin.airports());
        if (elsewhere.isEmpty()) {
            throw WrongSetting.saying(KEY, "fare.same", RouteForm.shown(origin.codes()));
        }
        return new FareQuestion(
                origin,
                destination,
                days(written.months()),
                wishes(written, trip.parts(), options),
                stay(trip.parts()));
    }

    private FareEnd end(String which, @Nullable String words) {
        if (words == null) {
            throw WrongSetting.saying(KEY, "fare.missing." + which);
        }
        Set<String> codes = RouteForm.codes(KEY, words);
        Set<String> airports =
                codes.stream().flatMap(code -> PLACES.airports(code).stream()).collect(Collectors.toUnmodifiableSet());
        if (airports.size() > MOST_AIRPORTS) {
            throw WrongSetting.saying(KEY, "fare.airports", airports.size(), MOST_AIRPORTS);
        }
        codes.stream()
                .filter(code -> !PLACES.hasCode(code))
                .sorted()
                .forEach(code -> notes.add(Text.of(FareForm.class, "fare.note.code", code)));
        return FareEnd.of(codes, airports);
    }

    private FareDays days(@Nullable String words) {
        if (words == null) {
            FareDays usual = FareDays.usual(today);
            notes.add(Text.of(
                    FareForm.class,
                    "fare.note.days",
                    FareDays.USUAL,
                    usual.from().toString(),
                    usual.to().toString()));
            return usual;
        }
        TravelDates travel = routes.ahead(KEY, words);
        LocalDate first = travel.from() == null || travel.from().isBefore(today) ? today : travel.from();
        if (first.isAfter(today.plusYears(MOST_YEARS))) {
            throw WrongSetting.saying(KEY, "fare.far", Quoted.of(words));
        }
        LocalDate last = travel.to() == null ? first.plusDays(FareDays.MOST - 1L) : travel.to();
        if (!FareDays.isAtMost(first, last)) {
            throw WrongSetting.saying(KEY, "fare.window", Quoted.of(words), FareDays.MOST);
        }
        return new FareDays(first, last.isBefore(first) ? first : last, false);
    }

    private FareWishes wishes(Written written, Map<Part, String> parts, Options options) {
        String cabin = options.cabin() == null ? written.cabin() : options.cabin();
        boolean isDirect = options.isDirect() || parts.containsKey(Part.DIRECT);
        return new FareWishes(
                cabin == null ? null : form.names().cabin(options.cabin() == null ? KEY : "--cabin", cabin),
                miles(written.miles(), options.maxMiles()),
                passengers(parts.get(Part.PASSENGERS), options.passengers()),
                isDirect);
    }

    private static @Nullable Long miles(@Nullable String words, @Nullable String option) {
        if (option != null) {
            return RouteForm.miles("--max", option);
        }
        return words == null ? null : Long.valueOf(RouteForm.miles(KEY, words));
    }

    private static int passengers(@Nullable String words, @Nullable String option) {
        String told = option == null ? words : option.strip();
        if (told == null) {
            return 1;
        }
        int many = PASSENGERS.matcher(told).matches() ? Integer.parseInt(told) : 0;
        if (many < 1 || many > FareWishes.MOST_PASSENGERS) {
            throw WrongSetting.of(option == null ? KEY : "--passengers", told, "passengers");
        }
        return many;
    }

    private @Nullable Stay stay(Map<Part, String> parts) {
        String least = parts.get(Part.LEAST_DAYS);
        String most = parts.get(Part.MOST_DAYS);
        if (least == null && most == null && !parts.containsKey(Part.RETURN)) {
            return null;
        }
        if (parts.containsKey(Part.ONE_WAY)) {
            throw WrongSetting.saying(KEY, "fare.both_ways");
        }
        int first = least == null ? 1 : Integer.parseInt(least);
        int last = most == null ? Math.max(first, USUAL_STAY) : Integer.parseInt(most);
        if (first < 1 || last < first || last > Stay.LONGEST) {
            throw WrongSetting.saying(KEY, "fare.stay", String.valueOf(first), String.valueOf(last), Stay.LONGEST);
        }
        if (least == null || most == null) {
            notes.add(Text.of(FareForm.class, "fare.note.stay", String.valueOf(first), String.valueOf(last)));
        }
        return new Stay(first, last);
    }

    /** The nearest question that can be read: with the words that were meant, else without the one that is wrong. */
    private Optional<String> mended(WrongSetting wrong, String words, Options options) {
        Optional<String> meant = wrong.meant();
        String text = words;
        for (int i = 0; i < MOST_MENDINGS && meant.isPresent(); i++) {
            text = meant.get();
            Optional<WrongSetting> still = wrong(text, options);
            if (still.isEmpty()) {
                return meant;
            }
            meant = still.get().meant();
        }
        return without(List.of(text.strip().split("\\s+", -1)), options);
    }

    /** Without a word, and the number of it if there is one. */
    private Optional<String> without(List<String> words, Options options) {
        if (words.size() > MOST_WORDS) {
            return Optional.empty();
        }
        for (int i = words.size() - 1; i >= 0; i--) {
            List<String> fewer = new ArrayList<>(words);
            fewer.remove(i);
            boolean isCounted = i > 0 && COUNT.matcher(words.get(i - 1)).matches();
            if (isCounted) {
                fewer.remove(i - 1);
            }
            String text = Quoted.of(String.join(" ", fewer));
            if (wrong(text, options).isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private Optional<WrongSetting> wrong(String words, Options options) {
        try {
            read(words, options);
            return Optional.empty();
        } catch (WrongSetting e) {
            return Optional.of(e);
        }
    }

    /** One of a month that is still to come. */
    private String example() {
        return "SAO Europa " + today.plusMonths(4).toString().substring(0, "2027-03".length())
                + " business 90k 2 pax m7 M14";
    }

    /** A question in the words in which it is read. */
    public static String shown(FareQuestion question) {
        FareWishes wishes = question.wishes();
        Stay stay = question.stay();
        List<String> words = new ArrayList<>();
        words.add(RouteForm.shown(question.origin().codes()));
        words.add(RouteForm.shown(question.destination().codes()));
        words.add(RouteForm.shown(
                new TravelDates(question.days().from(), question.days().to())));
        if (wishes.cabin() != null) {
            words.add(wishes.cabin().value());
        }
        if (wishes.maxMiles() != null) {
            words.add(wishes.maxMiles().toString());
        }
        if (wishes.passengers() > 1) {
            words.add(TripWords.shown(Part.PASSENGERS, String.valueOf(wishes.passengers())));
        }
        if (wishes.isDirect()) {
            words.add("direct");
        }
        if (stay != null) {
            words.add(TripWords.shown(Part.LEAST_DAYS, String.valueOf(stay.least())));
            words.add(TripWords.shown(Part.MOST_DAYS, String.valueOf(stay.most())));
        }
        return String.join(" ", words);
    }
}
