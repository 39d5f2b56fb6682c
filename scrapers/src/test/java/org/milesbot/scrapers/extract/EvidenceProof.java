package org.milesbot.scrapers.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.scrapers.extract.text.Folding;
import org.milesbot.scrapers.extract.text.Resources;

/** Whether words prove a value, as a reader who knows no rule would judge. */
final class EvidenceProof {

    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?)";
    private static final Pattern DIGITS = Pattern.compile(NUMBER);
    private static final Pattern PERCENTS = Pattern.compile(NUMBER + " ?(?:%|pontos percentuais)");
    private static final List<BigDecimal> UNITS =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(1_000), BigDecimal.valueOf(1_000_000));
    private static final Pattern RELATIVE_DAY = Pattern.compile("hoje|hj|amanha|ontem|segunda|terca|quarta|quinta|sexta"
            + "|sabado|domingo|meia noite|horas|ultim|semana|fim d|final d|today|tomorrow|yesterday|tonight|midnight|last"
            + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d+h");
    private static final Pattern EVERY_BANK = Pattern.compile(
            "banc|carta|cartoes|tarjet|outr[oa]s|demais|cooperativ|instituic|etc|e mais|parceir|programa|tod[oa]s|qualquer|quaisquer|origem|emissor|fintech|onde|inclui|inclusive|including|bank|card|partner|any|all");
    private static final Map<String, List<String>> NAMES = names();
    private static final Map<String, List<String>> PLACES = places();

    private EvidenceProof() {}

    /** "80%", "70% + 20%", "300 mil", "1,5kk", "o dobro". */
    static boolean provesNumber(String words, BigDecimal value) {
        List<BigDecimal> percents = numbers(words, PERCENTS);
        BigDecimal sum = percents.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(value) == 0
                || numbers(words, DIGITS).stream()
                        .anyMatch(number -> UNITS.stream()
                                .anyMatch(unit -> number.multiply(unit).compareTo(value) == 0))
                || numbers(words, DIGITS).stream()
                        .anyMatch(rate -> bonusOfRate(rate).compareTo(value) == 0)
                || WrittenNumbers.in(plain(words)).contains(value.stripTrailingZeros());
    }

    /** Where each point gives two miles, the bonus is 100%. */
    private static BigDecimal bonusOfRate(BigDecimal rate) {
        return rate.subtract(BigDecimal.ONE).movePointRight(2);
    }

    private static List<BigDecimal> numbers(String words, Pattern pattern) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (MatchResult found : pattern.matcher(words).results().toList()) {
            String digits = found.group(1);
            boolean thousands = digits.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?");
            numbers.add(new BigDecimal((thousands ? digits.replace(".", "") : digits).replace(',', '.')));
        }
        return numbers;
    }

    /** The day of the month in digits, or words that tell a day by another. */
    static boolean provesDay(String words, LocalDate day) {
        boolean digits = Pattern.compile("(?<!\\d)0?" + day.getDayOfMonth() + "(?!\\d)")
                .matcher(words)
                .find();
        return digits || RELATIVE_DAY.matcher(plain(words)).find();
    }

    /** A name of the programme, or for {@code *} a word for many banks. */
    static boolean provesProgramme(String words, String slug) {
        return slug.equals("*") ? EVERY_BANK.matcher(plain(words)).find() : holdsAny(words, NAMES.get(slug));
    }

    /** The airport's code, or a name of its place. */
    static boolean provesAirport(String words, String code) {
        return words.contains(code) || holdsAny(words, PLACES.get(code));
    }

    private static boolean holdsAny(String words, @Nullable List<String> names) {
        String padded = " " + plain(words) + " ";
        return names != null && names.stream().anyMatch(name -> padded.contains(" " + name + " "));
    }

    /** Folded, with one space for all that is no letter or digit. */
    private static String plain(String words) {
        return Folding.fold(words).replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new HashMap<>();
        Resources.lines("programmes.txt").forEach(line -> addRow(names, line));
        Resources.lines("airlines.txt").forEach(line -> addRow(names, line));
        return names;
    }

    private static Map<String, List<String>> places() {
        Map<String, List<String>> places = new HashMap<>();
        Resources.lines("places.txt").forEach(line -> addRow(places, line));
        return places;
    }

    private static void addRow(Map<String, List<String>> names, String line) {
        List<String> fields = List.of(line.split("\\|", -1));
        List<String> known = names.computeIfAbsent(fields.get(0).strip(), slug -> new ArrayList<>());
        for (String name : fields.get(fields.size() - 1).split(",", -1)) {
            if (!name.isBlank()) {
                known.add(plain(name));
            }
        }
    }
}
