package org.milesbot.store.alert;

import java.util.Locale;

/** Why someone is told of a promo. */
public enum Reason {
    /** It is new, or was open when they came. */
    CREATED,
    /** Its percentage was raised. */
    RAISED,
    /** Its end was put off. */
    EXTENDED,
    /** Its last day came. */
    ENDING,
    /** A transfer bonus and a fare on a route of theirs are open together. */
    COMBO;

    /** Its name as it is kept and printed. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of that name. */
    public static Reason of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    /** The column of {@code user_config} that says how loud it is to be. */
    String level() {
        return switch (this) {
            case CREATED -> "level_new";
            case RAISED -> "level_raised";
            case EXTENDED -> "level_extended";
            case ENDING -> "level_ending";
            case COMBO -> "level_combo";
        };
    }
}
