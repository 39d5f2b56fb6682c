package org.milesbot.store.dedupe;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.SourceId;

/**
 * Transfers to Smiles in short: {@code livelo,esfera 80/60 2026-11-20..2026-11-25}, with {@code ?} or nothing for what is
 * unknown.
 */
public final class Offers {

    static final ProgramId SMILES = new ProgramId("smiles");

    private Offers() {}

    /** The transfer that the words say. */
    public static Promo offer(String words) {
        List<String> parts = List.of(words.split(" "));
        String[] percents = parts.get(1).split("/", -1);
        String[] days = parts.get(2).split("\\.\\.", -1);
        return Promo.builder(PromoKind.TRANSFER_BONUS, SMILES)
                .origins(origins(parts.get(0)))
                .bonus(Bonus.of(percent(percents[0]), percents.length > 1 ? percent(percents[1]) : null))
                .window(new Window(moment(days[0]), moment(days[1])))
                .evidence("bonus_pct", parts.get(1))
                .build();
    }

    /**
     * A sighting of it.
     *
     * @param source such as {@code blog:passageiro}
     * @param at local date-time of São Paulo, or a day, whose noon is meant
     */
    public static Sighting told(String source, String at, String words, String title) {
        String[] parts = source.split(":", -1);
        return new Sighting(
                offer(words),
                new SourceId(parts[1]),
                Provenance.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                title,
                URI.create("https://example.org/" + parts[1]),
                instant(at));
    }

    /** A local date-time of São Paulo, or the noon of a day. */
    public static Instant instant(String at) {
        LocalDateTime local =
                at.contains("T") ? LocalDateTime.parse(at) : LocalDate.parse(at).atTime(12, 0);
        return local.atZone(Zones.SAO_PAULO).toInstant();
    }

    private static List<OriginId> origins(String slugs) {
        return slugs.equals("?")
                ? List.of()
                : Stream.of(slugs.split(",")).map(OriginId::new).toList();
    }

    private static @Nullable Percent percent(String digits) {
        return digits.equals("?") ? null : Percent.of(digits);
    }

    private static @Nullable Moment moment(String day) {
        return day.isEmpty() ? null : Moment.parse(day);
    }
}
