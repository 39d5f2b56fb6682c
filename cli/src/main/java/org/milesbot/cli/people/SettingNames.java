package org.milesbot.cli.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.Nearest;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.cli.config.KnownNames;
import org.milesbot.cli.config.Quoted;
import org.milesbot.store.user.HeldTier;

/**
 * Programmes, kinds and the like from the names that people write. Those sets are open, so that a name that is new is
 * taken and noted; one that is nearly a known one is a slip, and refused.
 */
final class SettingNames {

    /** Of each list. */
    private static final int MOST = 100;

    private static final int MOST_NOTES = 100;

    private static final Map<String, String> CABINS = Map.of(
            "econômica", "economy",
            "economica", "economy",
            "premium", "premium_economy",
            "executiva", "business",
            "primeira", "first");

    private final KnownNames programs;
    private final Set<String> channels;
    private final Map<String, Text> notes = new LinkedHashMap<>();

    SettingNames(Collection<String> programs, Collection<String> channels) {
        this.programs = new KnownNames(programs);
        this.channels = Set.copyOf(channels);
    }

    List<Text> notes() {
        return List.copyOf(notes.values());
    }

    private void note(String name) {
        if (notes.size() < MOST_NOTES) {
            notes.putIfAbsent(name, Text.of(SettingNames.class, "note.unknown", name));
        }
    }

    ProgramId program(String key, String words) {
        if (!programs.has(words)) {
            programs.meantBy(words).ifPresent(meant -> {
                throw WrongSetting.nearly(key, words, meant);
            });
            requireSlug(key, words, "programs");
            note(words);
        }
        return new ProgramId(words);
    }

    /** There are hundreds of banks, and many are named almost alike. */
    private OriginId origin(String key, String words) {
        if (words.equals(OriginId.EVERY_BANK.value())) {
            return OriginId.EVERY_BANK;
        }
        if (!programs.has(words)) {
            Optional<String> meant = programs.meantBy(words);
            if (!Slugs.isSlug(words) && meant.isPresent()) {
                throw WrongSetting.nearly(key, words, meant.get());
            }
            requireSlug(key, words, "origins");
            if (meant.isEmpty()) {
                note(words);
            } else if (notes.size() < MOST_NOTES) {
                notes.putIfAbsent(words, Text.of(SettingNames.class, "note.unknown.nearest", words, meant.get()));
            }
        }
        return new OriginId(words);
    }

    Set<ProgramId> programs(String key, String words) {
        return all(key, words, each -> program(key, each));
    }

    Set<OriginId> origins(String key, String words) {
        return all(key, words, each -> origin(key, each));
    }

    Set<PromoKind> kinds(String key, String words) {
        Set<String> known = Stream.of(
                        PromoKind.TRANSFER_BONUS,
                        PromoKind.POINTS_PURCHASE,
                        PromoKind.CLUB,
                        PromoKind.EARN_MULTIPLIER,
                        PromoKind.INTERNAL_TRANSFER,
                        PromoKind.AWARD_FARE)
                .map(PromoKind::value)
                .collect(Collectors.toUnmodifiableSet());
        return all(key, words, each -> new PromoKind(oneOf(key, each, known, "kinds")));
    }

    Set<HeldTier> tiers(String key, String words) {
        return all(key, words, each -> tier(key, each));
    }

    private HeldTier tier(String key, String words) {
        int colon = words.indexOf(':');
        if (colon < 0) {
            throw WrongSetting.of(key, words, "tiers");
        }
        Set<String> known = Stream.of(Audience.CLUB, Audience.STATUS, Audience.CARD, Audience.APP, Audience.NEW_MEMBER)
                .map(Audience::value)
                .collect(Collectors.toUnmodifiableSet());
        return new HeldTier(
                program(key, words.substring(0, colon).strip()),
                new Audience(oneOf(key, words.substring(colon + 1).strip(), known, "tiers")));
    }

    String channel(String key, String words) {
        return oneOf(key, words.strip(), channels, "channel");
    }

    Cabin cabin(String key, String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        Set<String> known = Stream.of(Cabin.ECONOMY, Cabin.PREMIUM_ECONOMY, Cabin.BUSINESS, Cabin.FIRST)
                .map(Cabin::value)
                .collect(Collectors.toUnmodifiableSet());
        return new Cabin(oneOf(key, CABINS.getOrDefault(plain, plain), known, "cabin"));
    }

    /** The words that say a cabin. */
    static Set<String> cabins() {
        return CABINS.keySet();
    }

    /** Whether a word is a cabin that milesbot knows. */
    static boolean isCabin(String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        return CABINS.containsKey(plain)
                || Stream.of(Cabin.ECONOMY, Cabin.PREMIUM_ECONOMY, Cabin.BUSINESS, Cabin.FIRST)
                        .anyMatch(each -> each.value().equals(plain));
    }

    private String oneOf(String key, String words, Set<String> known, String expected) {
        if (!known.contains(words)) {
            Nearest.to(words, known).ifPresent(meant -> {
                throw WrongSetting.nearly(key, words, meant);
            });
            requireSlug(key, words, expected);
            note(words);
        }
        return words;
    }

    private static void requireSlug(String key, String words, String expected) {
        if (!Slugs.isSlug(words)) {
            throw WrongSetting.of(key, words, expected);
        }
    }

    private static <T> Set<T> all(String key, String words, Function<String, T> one) {
        List<String> listed = SettingWords.listed(words);
        if (listed.size() > MOST) {
            throw WrongSetting.saying(key, "wrong.many", Quoted.of(key), MOST);
        }
        return listed.stream().map(one).collect(Collectors.toUnmodifiableSet());
    }
}
