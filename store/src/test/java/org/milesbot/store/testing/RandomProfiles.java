package org.milesbot.store.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Audience;
import org.milesbot.api.promo.Cabin;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.TravelDates;
import org.milesbot.store.user.Digest;
import org.milesbot.store.user.HeldTier;
import org.milesbot.store.user.Language;
import org.milesbot.store.user.Level;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.ProgramChoice;
import org.milesbot.store.user.QuietHours;
import org.milesbot.store.user.Since;
import org.milesbot.store.user.Since.Disabled;
import org.milesbot.store.user.UserConfig;
import org.milesbot.store.user.UserConfig.Bar;
import org.milesbot.store.user.UserConfig.DigestChoice;
import org.milesbot.store.user.UserConfig.Follows;
import org.milesbot.store.user.UserConfig.Levels;
import org.milesbot.store.user.UserConfig.Quiet;
import org.milesbot.store.user.UserRoute;

/** People who have chosen at random, each of another chat; the same seed makes the same. */
public final class RandomProfiles {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final List<String> NAMES = List.of(
            "",
            "Ana",
            "João \"Milhas\" O'Neill",
            "دانا",
            "מילים",
            "👨‍👩‍👧 Souza",
            "a\\b\tc",
            "{0} %s ; drop table x",
            "𝒜n𝒶");
    private static final List<String> SLUGS = List.of("smiles", "latam_pass", "azul", "livelo", "esfera", "itau");
    private static final List<String> CODES = List.of("GRU", "VCP", "LIS", "MAD", "JFK", "SAO", "REC");
    private static final List<String> ZONES =
            List.of("America/Sao_Paulo", "America/Manaus", "Europe/Lisbon", "Asia/Kolkata");

    private final Random random;
    private final Set<Long> chats = new HashSet<>();

    public RandomProfiles(long seed) {
        random = new Random(seed);
    }

    /** So many people. */
    public List<Profile> list(int count) {
        return IntStream.range(0, count).mapToObj(i -> next()).toList();
    }

    /** One more. */
    public Profile next() {
        return new Profile(chat(), one(NAMES), since(), config(), choices(), routes(), Map.of());
    }

    private long chat() {
        long chat = 0;
        while (chat == 0 || !chats.add(chat)) {
            chat = random.nextBoolean()
                    ? random.nextInt(2_000_000_000)
                    : -1_000_000_000_000L - random.nextInt(1_000_000);
        }
        return chat;
    }

    private Since since() {
        return new Since(
                instant(),
                perhaps(this::instant),
                perhaps(() -> new Disabled(instant(), one(List.of("Forbidden: bot was blocked by the user", "x\ny")))));
    }

    private UserConfig config() {
        return new UserConfig(
                one(List.of(Language.values())),
                UserConfig.TELEGRAM,
                new Bar(decimal(100), perhaps(this::percent)),
                new Follows(
                        some(List.of(PromoKind.TRANSFER_BONUS, PromoKind.CLUB, PromoKind.AWARD_FARE)),
                        some(SLUGS.stream().map(ProgramId::new).toList()),
                        some(List.of(OriginId.EVERY_BANK, new OriginId("itau"), new OriginId("livelo"))),
                        some(List.of(tier("smiles", Audience.CLUB), tier("azul", Audience.CARD)))),
                new Quiet(perhaps(this::quietHours), ZoneId.of(one(ZONES)), random.nextBoolean()),
                new DigestChoice(one(List.of(Digest.values())), LocalTime.of(random.nextInt(24), random.nextInt(60))),
                new Levels(level(), level(), level(), level(), level()),
                random.nextBoolean());
    }

    private static HeldTier tier(String program, Audience audience) {
        return new HeldTier(new ProgramId(program), audience);
    }

    private QuietHours quietHours() {
        int from = random.nextInt(24);
        return new QuietHours(LocalTime.of(from, 30), LocalTime.of((from + 1 + random.nextInt(22)) % 24, 15));
    }

    private Map<ProgramId, ProgramChoice> choices() {
        Map<ProgramId, ProgramChoice> choices = new HashMap<>();
        for (String slug : some(SLUGS)) {
            choices.put(new ProgramId(slug), new ProgramChoice(perhaps(this::percent), perhaps(this::instant)));
        }
        return choices;
    }

    private List<UserRoute> routes() {
        List<UserRoute> routes = new ArrayList<>();
        while (random.nextInt(3) > 0) {
            LocalDate from = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(300));
            routes.add(new UserRoute(
                    0,
                    codes(),
                    codes(),
                    perhaps(() -> one(List.of(Cabin.BUSINESS, Cabin.PREMIUM_ECONOMY))),
                    perhaps(() -> 1L + random.nextInt(500_000)),
                    new TravelDates(perhaps(() -> from), perhaps(() -> from.plusDays(random.nextInt(90))))));
        }
        return routes;
    }

    private Set<String> codes() {
        Set<String> codes = new HashSet<>(some(CODES));
        codes.add(one(CODES));
        return codes;
    }

    private Level level() {
        return one(List.of(Level.values()));
    }

    private Percent percent() {
        return new Percent(decimal(10_000));
    }

    private BigDecimal decimal(int most) {
        return BigDecimal.valueOf(random.nextInt(most * 100 + 1), 2);
    }

    private Instant instant() {
        return FIRST.plus(Duration.ofSeconds(random.nextInt(50_000_000)));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Set<T> some(List<T> values) {
        Set<T> some = new HashSet<>();
        values.stream().filter(each -> random.nextInt(3) == 0).forEach(some::add);
        return some;
    }

    private <T> @Nullable T perhaps(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
