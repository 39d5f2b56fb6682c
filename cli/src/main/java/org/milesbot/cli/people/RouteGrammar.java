package org.milesbot.cli.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Nearest;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.people.RouteForm.Written;
import org.milesbot.cli.people.TripWords.Part;
import org.milesbot.scrapers.extract.lexicon.Places;
import org.milesbot.scrapers.extract.text.Folding;

/**
 * Sorts the words of a route into its parts: {@code GRU,VCP LIS 2027-03 executiva até 90 mil}. The order is free, but that what
 * comes first is the start; "de" and "para" say it otherwise. Several places of one end stand with commas, "e" or "ou" between
 * them; without these, three places in a row could mean two things, and are refused.
 */
final class RouteGrammar {

    /** What is read, and the sentence that says what a right one looks like. */
    private static final String ROUTE = "route";

    private static final String FARES = "fares";
    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 6;
    private static final Pattern CODE = Pattern.compile("[a-z]{3}");
    private static final Pattern MILES = Pattern.compile("(?:[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,8})(?:k|mil)?");
    private static final Pattern YEAR = Pattern.compile("20[2-9][0-9]");
    private static final Pattern WITHOUT_UNIT = Pattern.compile(".*[0-9]");
    private static final Set<String> THOUSAND = Set.of("mil", "k");
    private static final Set<String> STARTS = Set.of("de", "do", "da", "from", "saindo", "partindo");
    private static final Set<String> ENDS = Set.of("para", "pra", "pro", "to", ">");
    private static final Set<String> JOINTS = Set.of(",", "e", "ou", "and", "or");
    private static final Set<String> FILLERS = Set.of(
            "a", "as", "o", "os", "em", "no", "na", "in", "ate", "com", "por", "up", "with", "milhas", "miles",
            "pontos", "points", "classe", "class", "ida", "volta", "voo", "flight", "mes", "month");

    private final Places places;
    private final String key;
    private final DayWords days;
    private final MonthWords months;
    private final Optional<TripWords> trip;
    private final List<String> words;
    private final List<Group> groups = new ArrayList<>();
    private int at;
    private boolean isJoined;
    private boolean isPlaceBefore;
    private final Map<Part, String> tripParts = new EnumMap<>(Part.class);
    private @Nullable Side side;
    private @Nullable String when;
    private @Nullable String miles;
    private @Nullable String cabin;

    private enum Side {
        START,
        END
    }

    /** Places that stand together. */
    private record Group(@Nullable Side side, Set<String> codes) {}

    private RouteGrammar(Places places, LocalDate today, String key, List<String> words) {
        this.places = places;
        this.key = key;
        this.words = words;
        days = new DayWords(words, today);
        months = new MonthWords(words, today);
        trip = key.equals(FARES) ? Optional.of(new TripWords(words)) : Optional.empty();
    }

    /** A route, and what was said of the trip besides. */
    record Trip(Written route, Map<Part, String> parts) {}

    /**
     * Reads a route, or parts of one.
     *
     * @throws WrongSetting if a word is no part of a route, or there are two of a part
     */
    static Written read(String text, Places places, LocalDate today) {
        return of(ROUTE, text, places, today).read();
    }

    /**
     * Reads a question for fares, or parts of one.
     *
     * @throws WrongSetting if a word is no part of one, or there are two of a part
     */
    static Trip readTrip(String text, Places places, LocalDate today) {
        RouteGrammar grammar = of(FARES, TripWords.marked(text), places, today);
        return new Trip(grammar.read(), grammar.tripParts);
    }

    private static RouteGrammar of(String key, String text, Places places, LocalDate today) {
        if (text.length() > LONGEST) {
            throw key.equals(FARES) ? WrongSetting.saying(key, "fare.long", LONGEST) : WrongSetting.of(key, text, key);
        }
        return new RouteGrammar(places, today, key, tokens(text));
    }

    private static List<String> tokens(String text) {
        String plain = Folding.fold(text)
                .replaceAll("->|=>|>", " > ")
                .replaceAll("[!?;:\"'()]", " ")
                .replaceAll("(?<=[a-z])/(?=[a-z])", ",")
                .replaceAll("(?<![0-9]),|,(?![0-9])", " , ")
                .replaceAll("(?<!\\.)\\.(?=\\s|$)", " ");
        return Stream.of(plain.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Written read() {
        while (at < words.size()) {
            if (!readPlace(2)
                    && !readTrip()
                    && !readLink()
                    && !readWhen()
                    && !readYear()
                    && !readMiles()
                    && !readCabin()
                    && !readPlace(1)) {
                throw unknown(words.get(at));
            }
        }
        return sided();
    }

    /** A name of at least so many words; the longest there is. */
    private boolean readPlace(int least) {
        for (int many = Math.min(LONGEST_NAME, words.size() - at); many >= least; many--) {
            Optional<Set<String>> codes = places.named(String.join(" ", words.subList(at, at + many)));
            if (codes.isPresent()) {
                add(codes.get(), many);
                return true;
            }
        }
        if (least == 1 && CODE.matcher(words.get(at)).matches()) {
            add(Set.of(words.get(at).toUpperCase(Locale.ROOT)), 1);
            return true;
        }
        return false;
    }

    private void add(Set<String> codes, int many) {
        if (isJoined && !groups.isEmpty()) {
            groups.get(groups.size() - 1).codes().addAll(codes);
        } else {
            groups.add(new Group(side, new TreeSet<>(codes)));
            side = side == Side.START ? null : side;
        }
        at += many;
        isJoined = false;
        isPlaceBefore = true;
    }

    private boolean readLink() {
        String word = words.get(at);
        if (JOINTS.contains(word)) {
            isJoined = isPlaceBefore;
        } else if (STARTS.contains(word)) {
            side = Side.START;
        } else if (ENDS.contains(word)) {
            side = Side.END;
        } else if (!FILLERS.contains(word)) {
            return false;
        }
        at++;
        return true;
    }

    private boolean readTrip() {
        Optional<TripWords.Found> found = trip.flatMap(each -> each.at(at));
        found.ifPresent(each -> {
            each.parts().forEach(this::say);
            boolean isOfPeople = each.parts().containsKey(Part.PASSENGERS);
            past(each.end());
            side = isOfPeople ? null : side;
        });
        return found.isPresent();
    }

    /** Of two least stays the longer one is the longest, for few write "m7 M14" with a capital. */
    private void say(Part part, String value) {
        boolean isSecond = part == Part.LEAST_DAYS && tripParts.containsKey(part);
        Part meant = isSecond ? Part.MOST_DAYS : part;
        if (tripParts.put(meant, value) != null && meant != Part.DIRECT && meant != Part.RETURN) {
            throw wrong();
        }
    }

    private boolean readWhen() {
        Optional<MonthWords.Found> found = days.at(at).or(() -> months.at(at));
        found.ifPresent(each -> {
            when = once(when, each.value());
            past(each.end());
        });
        return found.isPresent();
    }

    /** A year alone is no number of miles, though it looks like one. */
    private boolean readYear() {
        String word = words.get(at);
        boolean isThousands = at + 1 < words.size() && THOUSAND.contains(words.get(at + 1));
        if (isThousands || !YEAR.matcher(word).matches()) {
            return false;
        }
        when = once(when, word + "-01.." + word + "-12");
        past(at + 1);
        return true;
    }

    private boolean readMiles() {
        String word = words.get(at);
        if (!MILES.matcher(word).matches()) {
            return false;
        }
        boolean hasUnit = !WITHOUT_UNIT.matcher(word).matches();
        boolean isThousands = !hasUnit && at + 1 < words.size() && THOUSAND.contains(words.get(at + 1));
        miles = once(miles, isThousands ? word + "k" : word);
        past(at + (isThousands ? 2 : 1));
        return true;
    }

    private boolean readCabin() {
        String word = words.get(at);
        if (!SettingNames.isCabin(word)) {
            return false;
        }
        boolean isTwo = word.equals("premium")
                && at + 1 < words.size()
                && Set.of("economy", "economica").contains(words.get(at + 1));
        cabin = once(cabin, word);
        past(at + (isTwo ? 2 : 1));
        return true;
    }

    private String once(@Nullable String before, String now) {
        if (before != null) {
            throw wrong();
        }
        return now;
    }

    private WrongSetting wrong() {
        return trip.isEmpty()
                ? WrongSetting.of(key, words.get(at), key)
                : WrongSetting.saying(key, "fare.word", Quoted.of(words.get(at)));
    }

    private void past(int next) {
        at = next;
        isPlaceBefore = false;
        side = side == Side.START ? null : side;
    }

    private Written sided() {
        boolean hasEnd = groups.stream().anyMatch(group -> group.side() == Side.END);
        boolean hasStart = groups.stream().anyMatch(group -> group.side() == Side.START);
        List<Group> loose =
                groups.stream().filter(group -> group.side() == null).toList();
        int first = hasEnd ? loose.size() : hasStart ? 0 : Math.min(1, loose.size());
        List<Group> loosely = loose.subList(first, loose.size());
        if (loosely.size() > 1) {
            throw manyPlaces();
        }
        return new Written(
                codes(Stream.concat(of(Side.START), loose.subList(0, first).stream())),
                codes(Stream.concat(of(Side.END), loosely.stream())),
                cabin,
                miles,
                when);
    }

    private Stream<Group> of(Side wanted) {
        return groups.stream().filter(group -> group.side() == wanted);
    }

    private static @Nullable String codes(Stream<Group> groups) {
        String codes =
                groups.flatMap(group -> group.codes().stream()).distinct().collect(Collectors.joining(","));
        return codes.isEmpty() ? null : codes;
    }

    /** Both that it could mean. */
    private WrongSetting manyPlaces() {
        List<String> all =
                groups.stream().map(group -> RouteForm.shown(group.codes())).toList();
        int last = all.size() - 1;
        String one = String.join(",", all.subList(0, last)) + " " + all.get(last);
        String other = all.get(0) + " " + String.join(",", all.subList(1, all.size()));
        return WrongSetting.saying(key, "wrong.places", Quoted.of(one), Quoted.of(other))
                .meaning(Quoted.of(Stream.concat(Stream.of(other), others()).collect(Collectors.joining(" "))));
    }

    /** All that was said but the places, in words in which it is read. */
    private Stream<String> others() {
        return Stream.concat(
                Stream.of(when, cabin, miles).filter(Objects::nonNull),
                tripParts.entrySet().stream().map(part -> TripWords.shown(part.getKey(), part.getValue())));
    }

    private WrongSetting unknown(String word) {
        List<String> known = Stream.concat(
                        Stream.of(places.names(), MonthWords.names(), SettingNames.cabins())
                                .flatMap(Collection::stream),
                        trip.stream().flatMap(each -> TripWords.names()))
                .toList();
        Optional<String> meant = word.length() < 4 ? Optional.empty() : Nearest.within(2, word, known);
        return meant.map(near ->
                        trip.isEmpty() ? WrongSetting.nearly(key, word, with(near)) : wrong().meaning(with(near)))
                .orElseGet(this::wrong);
    }

    /** The whole route with another word in the place of the one that is not understood. */
    private String with(String meant) {
        List<String> corrected = new ArrayList<>(words);
        corrected.set(at, meant);
        return Quoted.of(corrected.stream()
                .map(this::written)
                .collect(Collectors.joining(" "))
                .replace(" , ", ","));
    }

    private String written(String word) {
        boolean isCode = CODE.matcher(word).matches()
                && !FILLERS.contains(word)
                && !JOINTS.contains(word)
                && !MonthWords.isName(word)
                && (trip.isEmpty() || !TripWords.isName(word));
        return isCode ? word.toUpperCase(Locale.ROOT) : TripWords.unmarked(word);
    }
}
