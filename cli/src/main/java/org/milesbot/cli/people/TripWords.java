package org.milesbot.cli.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds among words what a question for fares says beside a route: how many fly, whether without changing planes, whether they
 * come back, and after how many days: {@code 2 pessoas direto ida e volta 7 a 14 dias}, or shorter {@code 2pax m7 M14}.
 */
final class TripWords {

    /** What {@code M14} becomes where capitals are taken off. */
    static final String MOST = "max";

    private static final Pattern CAPITAL = Pattern.compile("(?<![\\p{L}\\p{N}])M(?=[0-9]{1,3}(?![\\p{L}\\p{N}]))");
    private static final Pattern BOUND = Pattern.compile("(m|min|max)([0-9]{1,3})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern COUNTED = Pattern.compile("([0-9]{1,3})(?:(?:-|\\.\\.)([0-9]{1,3}))?([a-z]*)");
    private static final Set<String> PEOPLE = Set.of(
            "pax",
            "pessoa",
            "pessoas",
            "passageiro",
            "passageiros",
            "adulto",
            "adultos",
            "person",
            "people",
            "passenger",
            "passengers",
            "adult",
            "adults");
    private static final Map<String, Integer> SPANS = Map.ofEntries(
            Map.entry("dia", 1),
            Map.entry("dias", 1),
            Map.entry("day", 1),
            Map.entry("days", 1),
            Map.entry("noite", 1),
            Map.entry("noites", 1),
            Map.entry("night", 1),
            Map.entry("nights", 1),
            Map.entry("semana", 7),
            Map.entry("semanas", 7),
            Map.entry("week", 7),
            Map.entry("weeks", 7));
    private static final Set<String> TO = Set.of("a", "ate", "to", "ou", "or", "-");
    private static final Set<String> OF = Set.of("de", "of");
    private static final Set<String> LEAST_WORDS = Set.of("minimo", "menos", "min", "least");
    private static final Set<String> MOST_WORDS = Set.of("ate", "maximo", "max", "most", "to");
    private static final List<Phrase> PHRASES = List.of(
            new Phrase("ida e volta", Part.RETURN),
            new Phrase("ida volta", Part.RETURN),
            new Phrase("ida-e-volta", Part.RETURN),
            new Phrase("round trip", Part.RETURN),
            new Phrase("roundtrip", Part.RETURN),
            new Phrase("return", Part.RETURN),
            new Phrase("so ida", Part.ONE_WAY),
            new Phrase("somente ida", Part.ONE_WAY),
            new Phrase("apenas ida", Part.ONE_WAY),
            new Phrase("one way", Part.ONE_WAY),
            new Phrase("sem escalas", Part.DIRECT),
            new Phrase("sem escala", Part.DIRECT),
            new Phrase("sem conexao", Part.DIRECT),
            new Phrase("sem conexoes", Part.DIRECT),
            new Phrase("sem paradas", Part.DIRECT),
            new Phrase("non stop", Part.DIRECT),
            new Phrase("nonstop", Part.DIRECT),
            new Phrase("direto", Part.DIRECT),
            new Phrase("direta", Part.DIRECT),
            new Phrase("diretos", Part.DIRECT),
            new Phrase("direct", Part.DIRECT),
            new Phrase("minimo", Part.NOTHING),
            new Phrase("maximo", Part.NOTHING),
            new Phrase("menos", Part.NOTHING),
            new Phrase("pelo", Part.NOTHING),
            new Phrase("ficando", Part.NOTHING),
            new Phrase("at least", Part.NOTHING),
            new Phrase("at most", Part.NOTHING));

    private final List<String> words;

    TripWords(List<String> words) {
        this.words = words;
    }

    /** What can be said. */
    enum Part {
        PASSENGERS,
        DIRECT,
        ONE_WAY,
        RETURN,
        LEAST_DAYS,
        MOST_DAYS,
        /** A word that goes with others. */
        NOTHING
    }

    /**
     * What was found.
     *
     * @param parts what it says of each part
     * @param end where the words go on
     */
    record Found(Map<Part, String> parts, int end) {}

    private record Phrase(String text, Part part) {

        List<String> words() {
            return List.of(text.split(" ", -1));
        }
    }

    /** Keeps apart what only capitals tell apart. */
    static String marked(String text) {
        return CAPITAL.matcher(text).replaceAll(MOST);
    }

    /** A word as it is written, of one that was kept apart. */
    static String unmarked(String word) {
        return BOUND.matcher(word).matches() ? word.replace(MOST, "M") : word;
    }

    /** A part in words in which it is read. */
    static String shown(Part part, String value) {
        return switch (part) {
            case PASSENGERS -> value + " pax";
            case LEAST_DAYS -> "m" + value;
            case MOST_DAYS -> "M" + value;
            case DIRECT, ONE_WAY, RETURN, NOTHING -> value;
        };
    }

    /** Words that are known here. */
    static Stream<String> names() {
        return Stream.concat(
                Stream.concat(PEOPLE.stream(), SPANS.keySet().stream()),
                PHRASES.stream().map(Phrase::text).filter(text -> !text.contains(" ")));
    }

    /** Whether somebody would write a word as it is, though it has three letters as an airport's code does. */
    static boolean isName(String word) {
        return names().anyMatch(word::equals)
                || PHRASES.stream().anyMatch(phrase -> phrase.words().contains(word));
    }

    /** What begins with a word. */
    Optional<Found> at(int index) {
        return bound(index).or(() -> counted(index)).or(() -> phrase(index));
    }

    private Optional<Found> bound(int index) {
        Matcher bound = BOUND.matcher(words.get(index));
        if (!bound.matches()) {
            return Optional.empty();
        }
        Part part = bound.group(1).equals(MOST) ? Part.MOST_DAYS : Part.LEAST_DAYS;
        return Optional.of(new Found(Map.of(part, bound.group(2)), index + 1));
    }

    /** Numbers and what they count: "2 pessoas", "2pax", "7 a 14 dias", "7-14 dias", "2 semanas". */
    private Optional<Found> counted(int index) {
        Matcher counted = COUNTED.matcher(words.get(index));
        if (!counted.matches()) {
            return Optional.empty();
        }
        String first = counted.group(1);
        String last = counted.group(2);
        String unit = counted.group(3);
        int end = index + 1;
        if (unit.isEmpty() && last == null && isWord(end, TO) && isNumber(end + 1)) {
            last = words.get(end + 1);
            end += 2;
        }
        if (unit.isEmpty() && end < words.size()) {
            unit = words.get(end);
            end++;
        }
        if (PEOPLE.contains(unit) && last == null) {
            return Optional.of(new Found(Map.of(Part.PASSENGERS, first), end));
        }
        Integer span = SPANS.get(unit);
        return span == null
                ? Optional.empty()
                : Optional.of(new Found(stay(index, days(first, span), last == null ? null : days(last, span)), end));
    }

    private Map<Part, String> stay(int index, String first, @Nullable String last) {
        if (last != null) {
            return Map.of(Part.LEAST_DAYS, first, Part.MOST_DAYS, last);
        }
        if (isAfter(index, LEAST_WORDS)) {
            return Map.of(Part.LEAST_DAYS, first);
        }
        return isAfter(index, MOST_WORDS)
                ? Map.of(Part.MOST_DAYS, first)
                : Map.of(Part.LEAST_DAYS, first, Part.MOST_DAYS, first);
    }

    private static String days(String number, int span) {
        return String.valueOf(Integer.parseInt(number) * span);
    }

    private boolean isAfter(int index, Set<String> known) {
        return isWord(isWord(index - 1, OF) ? index - 2 : index - 1, known);
    }

    private boolean isWord(int index, Set<String> known) {
        return index >= 0 && index < words.size() && known.contains(words.get(index));
    }

    private boolean isNumber(int index) {
        return index < words.size() && NUMBER.matcher(words.get(index)).matches();
    }

    private Optional<Found> phrase(int index) {
        return PHRASES.stream()
                .filter(phrase -> isHere(phrase.words(), index))
                .findFirst()
                .map(phrase -> new Found(
                        phrase.part() == Part.NOTHING ? Map.of() : Map.of(phrase.part(), phrase.text()),
                        index + phrase.words().size()));
    }

    private boolean isHere(List<String> phrase, int index) {
        int end = index + phrase.size();
        return end <= words.size() && words.subList(index, end).equals(phrase);
    }
}
