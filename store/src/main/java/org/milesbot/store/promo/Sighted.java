package org.milesbot.store.promo;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.milesbot.api.source.Sighting;
import org.milesbot.store.db.StorableText;

/**
 * A sighting and the announcement it was read from.
 *
 * @param announcementId what the source calls the announcement; one that is too long to be kept is replaced by its hash
 * @param sighting what it says
 */
public record Sighted(String announcementId, Sighting sighting) {

    private static final int LONGEST = 500;

    /** Shortens the id. */
    public Sighted {
        announcementId = StorableText.clean(announcementId);
        if (announcementId.length() > LONGEST) {
            byte[] hash = Fingerprint.sha256(announcementId.getBytes(StandardCharsets.UTF_8));
            announcementId = "sha256:" + HexFormat.of().formatHex(hash);
        }
    }
}
