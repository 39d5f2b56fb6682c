package org.milesbot.store.promo;

import java.util.Locale;

/** Where a campaign is in its life. */
public enum PromoState {
    /** It has yet to begin. */
    ANNOUNCED,
    /** It is open. */
    ACTIVE,
    /** It is open, longer than it was to be. */
    EXTENDED,
    /** It is over. */
    ENDED,
    /** It was taken back before it was over. */
    WITHDRAWN;

    /** The state of that name. */
    public static PromoState of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    /** Its name as it is kept and printed. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
