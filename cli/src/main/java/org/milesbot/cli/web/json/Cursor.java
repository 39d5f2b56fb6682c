package org.milesbot.cli.web.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.store.promo.Fingerprint;
import org.milesbot.store.promo.PromoPlace;

/**
 * How far somebody has read a list of promos. As text it is good for the list that it was given with and for no other.
 *
 * @param at when the first page was asked for, by which all pages tell scores and what is open
 * @param last the last promo that was shown
 */
record Cursor(Instant at, PromoPlace last) {

    private static final byte VERSION = 1;
    private static final int CONTENT = 1 + Long.BYTES + Double.BYTES + Long.BYTES + Integer.BYTES + 2 * Long.BYTES;
    private static final int CHECK = 8;
    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();

    /**
     * The text, which can stand in an address.
     *
     * @param list what the list is of
     */
    String written(String list) {
        Instant published = last.publishedAt();
        byte[] content = ByteBuffer.allocate(CONTENT)
                .put(VERSION)
                .putLong(at.getEpochSecond())
                .putDouble(last.score())
                .putLong(published.getEpochSecond())
                .putInt(published.getNano())
                .putLong(last.id().getMostSignificantBits())
                .putLong(last.id().getLeastSignificantBits())
                .array();
        byte[] all = ByteBuffer.allocate(CONTENT + CHECK)
                .put(content)
                .put(check(content, list))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * Reads what {@link #written} wrote for the same list.
     *
     * @throws MilesbotException of kind USAGE if it did not
     */
    static Cursor read(String text, String list) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length != CONTENT + CHECK) {
                throw wrong(null);
            }
            byte[] content = Arrays.copyOf(all, CONTENT);
            if (content[0] != VERSION
                    || !Arrays.equals(check(content, list), Arrays.copyOfRange(all, CONTENT, all.length))) {
                throw wrong(null);
            }
            ByteBuffer buffer = ByteBuffer.wrap(content, 1, CONTENT - 1);
            Instant at = instant(buffer.getLong(), 0);
            double score = buffer.getDouble();
            Instant publishedAt = instant(buffer.getLong(), buffer.getInt());
            return new Cursor(at, new PromoPlace(score, publishedAt, new UUID(buffer.getLong(), buffer.getLong())));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(e);
        }
    }

    private static Instant instant(long seconds, int nanos) {
        if (seconds < FIRST || seconds > LAST) {
            throw new DateTimeException("no instant that is kept");
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private static byte[] check(byte[] content, String list) {
        byte[] name = list.getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(content.length + name.length)
                .put(content)
                .put(name)
                .array();
        return Arrays.copyOf(Fingerprint.sha256(both), CHECK);
    }

    private static MilesbotException wrong(@Nullable Exception cause) {
        Text sentence = Text.of(Cursor.class, "wrong.cursor");
        return cause == null
                ? new MilesbotException(ErrorKind.USAGE, sentence)
                : new MilesbotException(ErrorKind.USAGE, sentence, cause);
    }
}
