package org.milesbot.store.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.Place;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.Tier;
import org.milesbot.store.promo.PromoRow;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreBasis;
import org.milesbot.store.score.Standing;

/**
 * A promo as it is matched with people at an instant.
 *
 * @param id the promo
 * @param promo what it offers
 * @param score how much it deserves attention at that instant; 0 as long as nobody knows
 * @param isUrgent whether it cannot wait: it ends within a day, or gives more than its programme ever did
 * @param expiresAt when it is over, or will be taken for it
 */
public record Offer(UUID id, Promo promo, double score, boolean isUrgent, Instant expiresAt) {

    private static final long HOURS_LEFT = 24;

    /** After so long nobody is told any more of what has no known end. */
    private static final long DAYS_WITHOUT_END = 15;

    /** The promo of a row, as it is at an instant. */
    public static Offer of(PromoRow row, Instant now) {
        Instant end = ScoreBasis.after(row.promo().window().end());
        boolean endsSoon = end != null && end.isBefore(now.plus(HOURS_LEFT, ChronoUnit.HOURS));
        Score score = row.score();
        return new Offer(
                row.id(),
                row.promo(),
                score == null ? 0 : score.value(),
                endsSoon || isRecord(row.standing()),
                end == null ? row.publishedAt().plus(DAYS_WITHOUT_END, ChronoUnit.DAYS) : end);
    }

    private static boolean isRecord(@Nullable Standing standing) {
        return standing != null && standing.program().isRecord();
    }

    /** What each of those gets who hold something, as {@code programme:audience} and percentage. */
    List<Held> tiers() {
        List<Held> tiers = new ArrayList<>();
        for (Tier tier : promo.bonus().tiers()) {
            Stream.concat(
                            Stream.of(promo.program().value()),
                            promo.origins().stream().map(OriginId::value))
                    .filter(side -> !side.equals(OriginId.EVERY_BANK.value()))
                    .forEach(side -> tiers.add(new Held(side + ":" + tier.audience(), value(tier.percent()))));
        }
        return tiers;
    }

    /** A percentage for those who hold something. */
    record Held(String key, BigDecimal percent) {}

    /** What anyone gets; where that is untold and no tiers are, the most that is promised. Null if nothing is known. */
    @Nullable
    BigDecimal anyone() {
        Percent base = promo.bonus().base();
        Percent most = promo.bonus().tiers().isEmpty() ? promo.bonus().highest() : null;
        return base != null ? value(base) : most == null ? null : value(most);
    }

    /** The airports and cities that a fare starts from, by their codes. */
    List<String> from() {
        return promo.fare() == null ? List.of() : codes(promo.fare().origin());
    }

    /** The airports and cities that a fare goes to, by their codes. */
    List<String> to() {
        return promo.fare() == null ? List.of() : codes(promo.fare().destination());
    }

    /** The flight, or one of which nothing is known. */
    Fare fare() {
        return Objects.requireNonNullElse(promo.fare(), Fare.UNKNOWN);
    }

    private static List<String> codes(@Nullable Place place) {
        return place == null
                ? List.of()
                : Stream.of(place.airport(), place.city())
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static BigDecimal value(Percent percent) {
        return percent.value();
    }
}
