package org.milesbot.cli.web.read;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.store.search.SearchKey;

/** Where a page of results ended, as it stands in an address. */
public final class SearchCursor {

    private static final int LONGEST = 200;
    private static final int PARTS = 3;
    private static final String NAMED = "1";
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private SearchCursor() {}

    /** Letters that may stand in an address. */
    public static String of(SearchKey key) {
        String words = String.join(
                "|",
                key.named() ? NAMED : "0",
                key.publishedAt().toString(),
                key.id().toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What {@link #of} wrote.
     *
     * @throws MilesbotException of kind USAGE if it is nothing that it wrote
     */
    public static SearchKey read(String cursor) {
        try {
            if (cursor.length() > LONGEST) {
                throw wrong(null);
            }
            String words = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(words.split("\\|", -1));
            if (parts.size() != PARTS) {
                throw wrong(null);
            }
            Instant at = Instant.parse(parts.get(1));
            // What the database cannot tell as a time was never a place in a list.
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
                throw wrong(null);
            }
            return new SearchKey(parts.get(0).equals(NAMED), at, UUID.fromString(parts.get(2)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(e);
        }
    }

    private static MilesbotException wrong(@Nullable Exception cause) {
        Text sentence = Text.of(SearchCursor.class, "wrong.cursor");
        return cause == null
                ? new MilesbotException(ErrorKind.USAGE, sentence)
                : new MilesbotException(ErrorKind.USAGE, sentence, cause);
    }
}
