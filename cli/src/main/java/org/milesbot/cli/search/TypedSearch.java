package org.milesbot.cli.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.search.Directions.Direction;
import org.milesbot.cli.search.Directions.Hint;
import org.milesbot.cli.search.Directions.Named;
import org.milesbot.scrapers.extract.text.Folding;
import org.milesbot.store.search.Reading;
import org.milesbot.store.search.SearchFilter;
import org.milesbot.store.search.SearchKey;
import org.milesbot.store.search.SearchQuery;

/**
 * Understands what somebody typed: programmes and banks by their names, also with one letter wrong, which of them gives
 * and which takes, the kind of offer, the year and the percentage. Small words and capitals do not matter.
 */
public final class TypedSearch {

    private static final int LONGEST = 200;
    private static final int MOST_READINGS = 4;
    private static final int LEAST_PERCENT = 10;
    private static final int MOST_PERCENT = 400;
    private static final int FIRST_YEAR = 2005;
    private static final int LAST_YEAR = 2099;

    private static final Set<String> FROM = Set.of("de", "da", "do", "das", "dos", "from");
    private static final Set<String> TO = Set.of("para", "pra", "pro", "na", "no", "to", ">", "em");

    /** Words that say nothing that would tell one campaign from another. */
    private static final Set<String> EMPTY = Set.of(
            "a",
            "o",
            "e",
            "as",
            "os",
            "com",
            "ate",
            "por",
            "um",
            "uma",
            "bonus",
            "promocao",
            "promocoes",
            "promo",
            "campanha",
            "campanhas",
            "oferta",
            "ofertas",
            "milhas",
            "milha",
            "pontos",
            "ponto",
            "hoje",
            "agora",
            "melhor",
            "melhores",
            "qual",
            "quando",
            "cento",
            "ao",
            "the",
            "points",
            "miles");

    private static final Set<String> UNITS = Set.of("mil", "milhas", "pontos", "k", "reais", "dias", "miles", "points");

    private static final Map<String, PromoKind> KINDS = kinds();

    private final TypedNames names;
    private final Directions directions;

    public TypedSearch(ProgramNames names) {
        this.names = new TypedNames(names);
        this.directions = new Directions(this.names);
    }

    private static Map<String, PromoKind> kinds() {
        return Map.ofEntries(
                Map.entry("transferencia", PromoKind.TRANSFER_BONUS),
                Map.entry("transferencias", PromoKind.TRANSFER_BONUS),
                Map.entry("transferir", PromoKind.TRANSFER_BONUS),
                Map.entry("transfer", PromoKind.TRANSFER_BONUS),
                Map.entry("bonificada", PromoKind.TRANSFER_BONUS),
                Map.entry("compra", PromoKind.POINTS_PURCHASE),
                Map.entry("comprar", PromoKind.POINTS_PURCHASE),
                Map.entry("desconto", PromoKind.POINTS_PURCHASE),
                Map.entry("clube", PromoKind.CLUB),
                Map.entry("clubes", PromoKind.CLUB),
                Map.entry("club", PromoKind.CLUB),
                Map.entry("assinatura", PromoKind.CLUB),
                Map.entry("passagem", PromoKind.AWARD_FARE),
                Map.entry("passagens", PromoKind.AWARD_FARE),
                Map.entry("voo", PromoKind.AWARD_FARE),
                Map.entry("voos", PromoKind.AWARD_FARE),
                Map.entry("acumulo", PromoKind.EARN_MULTIPLIER),
                Map.entry("acumular", PromoKind.EARN_MULTIPLIER));
    }

    /** What to look for, with what it means. */
    public SearchQuery query(String text, SearchFilter only, @Nullable SearchKey after, int limit) {
        return new SearchQuery(text, readings(text), only, after, limit);
    }

    /** The ways to understand a text, none if it names nothing that is known. */
    public List<Reading> readings(String text) {
        Gathered gathered = gathered(words(text));
        List<Direction> ways = directions.of(gathered.named);
        return gathered.isEmpty()
                ? List.of()
                : ways.stream().limit(MOST_READINGS).map(gathered::reading).toList();
    }

    private static List<String> words(String text) {
        String plain = Folding.fold(text.substring(0, Math.min(text.length(), LONGEST)))
                .replaceAll("->|=>|→", " > ")
                .replaceAll("(?<=\\d)[,.](?=\\d)", ".")
                .replaceAll("[^a-z0-9.>%]+|(?<!\\d)[.]|[.](?!\\d)", " ")
                .replace("%", "% ");
        return Arrays.stream(plain.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What has been understood so far. */
    private static final class Gathered {

        private final List<Named> named = new ArrayList<>();
        private final Set<PromoKind> kinds = new HashSet<>();
        private final List<String> rest = new ArrayList<>();
        private @Nullable Integer year;
        private @Nullable Percent percent;

        boolean isEmpty() {
            return named.isEmpty() && kinds.isEmpty() && year == null && percent == null;
        }

        Reading reading(Direction direction) {
            return new Reading(
                    direction.takers().stream().map(ProgramId::new).collect(Collectors.toSet()),
                    direction.givers().stream().map(OriginId::new).collect(Collectors.toSet()),
                    kinds,
                    year,
                    percent,
                    String.join(" ", rest));
        }
    }

    private Gathered gathered(List<String> words) {
        Gathered gathered = new Gathered();
        int at = 0;
        while (at < words.size()) {
            int name = nameLength(words, at);
            if (name > 0) {
                String slug = names.slug(words.subList(at, at + name));
                gathered.named.add(new Named(String.valueOf(slug), hint(words, at)));
                at += name;
            } else {
                gather(words, at, gathered);
                at++;
            }
        }
        return gathered;
    }

    /** Of how many words the longest name is that begins here; 0 if none does. */
    private int nameLength(List<String> words, int at) {
        for (int many = Math.min(TypedNames.LONGEST, words.size() - at); many > 0; many--) {
            if (names.slug(words.subList(at, at + many)) != null) {
                return many;
            }
        }
        return 0;
    }

    private static Hint hint(List<String> words, int at) {
        String before = at == 0 ? "" : words.get(at - 1);
        if (TO.contains(before)) {
            return Hint.TO;
        }
        boolean arrowFollows = words.subList(at, words.size()).contains(">");
        return FROM.contains(before) || arrowFollows ? Hint.FROM : Hint.NONE;
    }

    private void gather(List<String> words, int at, Gathered gathered) {
        String word = words.get(at);
        if (FROM.contains(word) || TO.contains(word)) {
            return;
        }
        PromoKind kind = kind(words, at);
        Optional<Percent> percent = percent(words, at);
        if (kind != null) {
            gathered.kinds.add(kind);
        } else if (gathered.year == null && isYear(word)) {
            gathered.year = Integer.valueOf(word);
        } else if (gathered.percent == null && percent.isPresent()) {
            gathered.percent = percent.get();
        } else if (!EMPTY.contains(word)) {
            names.nearly(word)
                    .ifPresentOrElse(
                            slug -> gathered.named.add(new Named(slug, hint(words, at))),
                            () -> gathered.rest.add(word.replace("%", "")));
        }
    }

    private static @Nullable PromoKind kind(List<String> words, int at) {
        return KINDS.get(words.get(at));
    }

    private static boolean isYear(String word) {
        return word.matches("20\\d\\d") && Integer.parseInt(word) >= FIRST_YEAR && Integer.parseInt(word) <= LAST_YEAR;
    }

    /** A number with a percent sign, or one that may be a percentage and is no amount of something else. */
    private static Optional<Percent> percent(List<String> words, int at) {
        String word = words.get(at);
        boolean signed = word.endsWith("%");
        String digits = signed ? word.substring(0, word.length() - 1) : word;
        if (!digits.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        Percent percent = Percent.of(digits);
        boolean amount = at + 1 < words.size() && UNITS.contains(words.get(at + 1));
        boolean likely =
                percent.compareTo(Percent.of(LEAST_PERCENT)) >= 0 && percent.compareTo(Percent.of(MOST_PERCENT)) <= 0;
        return signed || (likely && !amount) ? Optional.of(percent) : Optional.empty();
    }
}
