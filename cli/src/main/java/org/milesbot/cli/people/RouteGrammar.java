package org.milesbot.cli.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.config.Nearest;
import org.milesbot.cli.config.Quoted;
import org.milesbot.cli.people.RouteForm.Written;
import org.milesbot.scrapers.extract.lexicon.Places;
import org.milesbot.scrapers.extract.text.Folding;

/**
 * Sorts the words of a route into its parts: {@code GRU,VCP LIS 2027-03 executiva até 90 mil}. The order is free, but that what
 * comes first is the start; "de" and "para" say it otherwise. Several places of one end stand with commas, "e" or "ou" between
 * them; without these, three places in a row could mean two things, and are refused.
 */
final class RouteGrammar {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 6;
    private static final Pattern CODE = Pattern.compile("[a-z]{3}");
    private static final Pattern MILES = Pattern.compile("(?:[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]{1,8})(?:k|mil)?");
    private static final Pattern WITHOUT_UNIT = Pattern.compile(".*[0-9]");
    private static final Set<String> THOUSAND = Set.of("mil", "k");
    private static final Set<String> STARTS = Set.of("de", "do", "da", "from", "saindo", "partindo");
    private static final Set<String> ENDS = Set.of("para", "pra", "pro", "to", ">");
    private static final Set<String> JOINTS = Set.of(",", "e", "ou", "and", "or");
    private static final Set<String> FILLERS = Set.of(
            "a", "as", "o", "os", "em", "no", "na", "in", "ate", "com", "por", "up", "with", "milhas", "miles",
            "pontos", "points", "classe", "class", "ida", "volta", "voo", "flight", "mes", "month");

    private final Places places;
    private final MonthWords months;
    private final List<String> words;
    private final List<Group> groups = new ArrayList<>();
    private int at;
    private boolean isJoined;
    private boolean isPlaceBefore;
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

    private RouteGrammar(Places places, LocalDate today, List<String> words) {
        this.places = places;
        this.words = words;
        months = new MonthWords(words, YearMonth.from(today));
    }

    /**
     * Reads a route, or parts of one.
     *
     * @throws WrongSetting if a word is no part of a route, or there are two of a part
     */
    static Written read(String text, Places places, LocalDate today) {
        if (text.length() > LONGEST) {
            throw WrongSetting.of("route", text, "route");
        }
        return new RouteGrammar(places, today, tokens(text)).read();
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
            if (!readPlace(2) && !readLink() && !readWhen() && !readMiles() && !readCabin() && !readPlace(1)) {
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

    private boolean readWhen() {
        Optional<MonthWords.Found> found = months.at(at);
        found.ifPresent(each -> {
            when = once(when, each.value());
            past(each.end());
        });
        return found.isPresent();
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
            throw WrongSetting.of("route", words.get(at), "route");
        }
        return now;
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
        return WrongSetting.saying(
                "route",
                "wrong.places",
                Quoted.of(String.join(",", all.subList(0, last)) + " " + all.get(last)),
                Quoted.of(all.get(0) + " " + String.join(",", all.subList(1, all.size()))));
    }

    private WrongSetting unknown(String word) {
        List<String> known = Stream.of(places.names(), MonthWords.names(), SettingNames.cabins())
                .flatMap(Collection::stream)
                .toList();
        Optional<String> meant = word.length() < 4 ? Optional.empty() : Nearest.within(2, word, known);
        return meant.map(near -> WrongSetting.nearly("route", word, with(near)))
                .orElseGet(() -> WrongSetting.of("route", word, "route"));
    }

    /** The whole route with another word in the place of the one that is not understood. */
    private String with(String meant) {
        List<String> corrected = new ArrayList<>(words);
        corrected.set(at, meant);
        return Quoted.of(corrected.stream()
                .map(word -> CODE.matcher(word).matches() && !FILLERS.contains(word) && !MonthWords.isName(word)
                        ? word.toUpperCase(Locale.ROOT)
                        : word)
                .collect(Collectors.joining(" "))
                .replace(" , ", ","));
    }
}
