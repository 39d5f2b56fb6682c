package org.milesbot.store.promo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;
import org.milesbot.api.promo.ClubPlan;
import org.milesbot.api.promo.Earning;
import org.milesbot.api.promo.Fare;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.Window;

/**
 * What makes two promos the same at insert: the programme, the highest percentage and the day it starts, as the design
 * of old has it, and beyond it
 *
 * <ul>
 *   <li>the kind, the origins, the places, cabin and miles of a fare, the rate and shops of an earning, and the plan of a
 *       club, since two offers of one programme that start on the same day with the same percentage are common;
 *   <li>where the start is unknown, the day it ends, else the day it was published in America/Sao_Paulo: without either,
 *       the "80 % at Smiles" of one year would swallow that of the next.
 * </ul>
 *
 * It refuses exact repeats, cheaply. That two promos with different fingerprints are one campaign is for later to find.
 *
 * @param hex the SHA-256 in hexadecimal digits
 */
public record Fingerprint(String hex) implements Comparable<Fingerprint> {

    /** The fingerprint of a promo that was published at an instant. */
    public static Fingerprint of(Promo promo, Instant publishedAt) {
        String canonical = String.join(
                        "\n",
                        "program=" + promo.program(),
                        "bonus_pct=" + orUnknown(promo.bonus().highest()),
                        day(promo.window(), publishedAt),
                        "kind=" + promo.kind(),
                        "origins="
                                + promo.origins().stream().map(OriginId::value).collect(Collectors.joining(",")),
                        "fare=" + fare(promo.fare()))
                + earning(promo.earning())
                + club(promo.club());
        return new Fingerprint(HexFormat.of().formatHex(sha256(canonical.getBytes(StandardCharsets.UTF_8))));
    }

    private static String day(Window window, Instant publishedAt) {
        if (window.start() != null) {
            return "start=" + window.start().date();
        }
        if (window.end() != null) {
            return "end=" + window.end().date();
        }
        return "published=" + publishedAt.atZone(Zones.SAO_PAULO).toLocalDate();
    }

    private static String fare(@Nullable Fare fare) {
        return fare == null
                ? ""
                : String.join(
                        ",",
                        orUnknown(fare.origin()),
                        orUnknown(fare.destination()),
                        orUnknown(fare.cabin()),
                        orUnknown(fare.miles()));
    }

    /** Nothing where none is known, so that promos of other kinds keep the fingerprint they always had. */
    private static String earning(@Nullable Earning earning) {
        if (earning == null || (earning.rateMax() == null && earning.shops().isEmpty())) {
            return "";
        }
        String shops = String.join(",", new TreeSet<>(earning.shops()));
        return "\nearning=" + orUnknown(earning.rateMax()) + "," + orUnknown(earning.rateUnit()) + "," + shops;
    }

    private static String club(@Nullable ClubPlan club) {
        return club == null || club.plan() == null ? "" : "\nplan=" + club.plan();
    }

    private static String orUnknown(@Nullable Object value) {
        return Objects.toString(value, "?");
    }

    /** The fingerprint with these 32 bytes. */
    public static Fingerprint ofBytes(byte[] bytes) {
        return new Fingerprint(HexFormat.of().formatHex(bytes));
    }

    /** Its 32 bytes. */
    public byte[] toBytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** SHA-256, which every Java has. */
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The promo's id: the first 16 bytes as a UUID of version 8, so that it is the same wherever it is made. */
    public UUID promoId() {
        ByteBuffer bytes = ByteBuffer.wrap(toBytes());
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    @Override
    public int compareTo(Fingerprint other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
