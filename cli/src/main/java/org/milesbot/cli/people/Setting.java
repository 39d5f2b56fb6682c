package org.milesbot.cli.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A setting of a person, in the order in which they are shown. */
public enum Setting {
    /** What they call themselves. */
    NAME,
    /** In which language they are told. */
    LANGUAGE,
    /** By which way. */
    CHANNEL,
    /** The least score of a promo. */
    THRESHOLD,
    /** The least percentage that they get themselves; of one programme as {@code min_bonus.smiles}. */
    MIN_BONUS,
    /** Which kinds of promo. */
    KINDS,
    /** Points that go where. */
    PROGRAMS,
    /** Points that come from where. */
    ORIGINS,
    /** The clubs, cards and so on that they hold. */
    TIERS,
    /** Whose clocks count. */
    ZONE,
    /** The hours in which messages wait. */
    QUIET,
    /** Whether what is urgent comes all the same. */
    URGENT,
    /** Whether messages come gathered. */
    DIGEST,
    /** At what time they do. */
    DIGEST_AT,
    /** How a new promo comes. */
    NEW,
    /** How one comes that gives more than before. */
    RAISED,
    /** How one comes that ends later than before. */
    EXTENDED,
    /** How the last day comes. */
    ENDING,
    /** How a bonus and a flight come that go together. */
    COMBO,
    /** Whether a language model may read what they write to the bot. */
    AI;

    /** Silences a programme for a while, as {@code mute.smiles}; there is none for all. */
    public static final String MUTE = "mute";

    /** Its name. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** The names of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }
}
