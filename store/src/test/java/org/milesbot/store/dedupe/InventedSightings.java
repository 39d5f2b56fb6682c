package org.milesbot.store.dedupe;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.Bonus;
import org.milesbot.api.promo.Moment;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.promo.Window;
import org.milesbot.store.promo.Fingerprint;

/**
 * Sightings of invented campaigns, as many as wanted, always the same: ten years of programmes that each have a campaign
 * of some kind every other day, told by blogs with and without dates, with the base or the highest percentage, and again
 * on the last day.
 */
final class InventedSightings {

    static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);

    private static final int YEARS = 10;
    private static final List<String> PROGRAMS = List.of(
            "smiles",
            "azul",
            "latam_pass",
            "tap",
            "iberia",
            "livelo",
            "esfera",
            "accor",
            "lifemiles",
            "flyingblue",
            "aadvantage",
            "united",
            "delta",
            "connectmiles",
            "emirates",
            "qatar",
            "etihad",
            "turkish",
            "british_airways",
            "finnair",
            "marriott",
            "hilton",
            "ihg",
            "dotz");
    private static final List<String> ORIGINS = List.of("*", "livelo", "esfera", "itau", "bb", "bradesco", "c6");
    private static final List<PromoKind> KINDS =
            List.of(PromoKind.TRANSFER_BONUS, PromoKind.POINTS_PURCHASE, PromoKind.INTERNAL_TRANSFER);
    private static final int SOURCES = 30;

    private final int perCampaign;

    /**
     * @param perCampaign how many sightings each campaign has
     */
    InventedSightings(int perCampaign) {
        this.perCampaign = perCampaign;
    }

    /** The rows of a campaign for {@code COPY sighting (…)} in the columns of {@link #COLUMNS}. */
    byte[] campaign(int number, int of) {
        Random random = new Random(number);
        int span = 365 * YEARS;
        LocalDate start = LAST_DAY.minusDays(span).plusDays((long) number * span / of);
        return campaign(number, start, random);
    }

    static final String COLUMNS =
            "source_name, announcement, fingerprint, plugin, parser_version, kind, program, origins,"
                    + " bonus_pct, base_pct, tiers, start_dt, end_dt, evidence, provenance, title, src_url, published_at,"
                    + " date_suspect, first_seen, last_seen";

    private byte[] campaign(int number, LocalDate start, Random random) {
        PromoKind kind = KINDS.get(number / PROGRAMS.size() % KINDS.size());
        String program = PROGRAMS.get(number % PROGRAMS.size());
        boolean transfer = kind.equals(PromoKind.TRANSFER_BONUS);
        String origin = transfer ? ORIGINS.get(random.nextInt(ORIGINS.size())) : null;
        int highest = 30 + 10 * random.nextInt(10);
        int base = highest - 20;
        LocalDate end = start.plusDays(2 + random.nextInt(6));
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < perCampaign; i++) {
            boolean last = i % 7 == 6;
            LocalDate day = last ? end : start.plusDays(random.nextInt(2));
            boolean dated = random.nextInt(4) > 0;
            boolean begins = dated && !last && random.nextInt(3) > 0;
            boolean flat = i % 9 == 8;
            Promo promo = promo(
                    kind, program, origin, flat ? base : highest, begins ? start : null, dated || last ? end : null);
            rows.append(row("%d-%d".formatted(number, i), i % SOURCES, promo, base, day, random));
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Promo promo(
            PromoKind kind,
            String program,
            @Nullable String origin,
            int percent,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {
        return Promo.builder(kind, new ProgramId(program))
                .origins(origin == null ? List.of() : List.of(new OriginId(origin)))
                .bonus(Bonus.of(Percent.of(percent), null))
                .window(new Window(start == null ? null : Moment.of(start), end == null ? null : Moment.of(end)))
                .build();
    }

    private static String row(String id, int source, Promo promo, int base, LocalDate day, Random random) {
        Instant published = day.atTime(LocalTime.of(6 + random.nextInt(16), random.nextInt(60)))
                .atZone(Zones.SAO_PAULO)
                .toInstant();
        String origins = promo.origins().stream().map(OriginId::value).collect(Collectors.joining(",", "{", "}"));
        return String.join(
                        "\t",
                        "blog_" + source,
                        id,
                        "\\\\x" + Fingerprint.of(promo, published).hex(),
                        "blogs",
                        "1",
                        promo.kind().value(),
                        promo.program().value(),
                        origins,
                        String.valueOf(promo.bonus().highest()),
                        Integer.toString(base),
                        "[]",
                        orNull(promo.window().start()),
                        orNull(promo.window().end()),
                        "{\"bonus_pct\": \"até %s%% de bônus\", \"end\": \"até o dia %s\"}"
                                .formatted(
                                        promo.bonus().highest(), promo.window().end()),
                        source == 0 ? "official" : "blog",
                        "Bônus de até %s%% na transferência"
                                .formatted(promo.bonus().highest()),
                        "https://example.org/" + id,
                        published.toString(),
                        "f",
                        published.toString(),
                        published.toString())
                + "\n";
    }

    private static String orNull(@Nullable Moment moment) {
        return moment == null ? "\\N" : moment.toString();
    }
}
