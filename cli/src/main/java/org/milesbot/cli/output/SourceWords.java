package org.milesbot.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.source.Provenance;
import org.milesbot.store.source.Rhythm;

/** How a source does, in people's words. Times are those of America/Sao_Paulo. */
public final class SourceWords {

    /** Stands for what is not known. */
    public static final String NONE = "—";

    private final Locale locale;

    /** Words in a language. */
    public SourceWords(Locale locale) {
        this.locale = locale;
    }

    /** How near it is to the programme. */
    public String provenance(@Nullable Provenance provenance) {
        return provenance == null ? NONE : say("provenance." + provenance.name().toLowerCase(Locale.ROOT));
    }

    /** A day and an hour. */
    public String time(@Nullable Instant instant) {
        return instant == null ? NONE : PromoLine.TIME.format(instant.atZone(Zones.SAO_PAULO));
    }

    /** How often something new comes. */
    public String rhythm(Rhythm rhythm) {
        Duration median = rhythm.median();
        Duration longest = rhythm.longest();
        return median == null || longest == null ? NONE : say("source.gap", rounded(median), rounded(longest));
    }

    /** In the largest unit of which there are two or more. */
    static String rounded(Duration duration) {
        if (duration.toHours() >= 48) {
            return Math.round(duration.toHours() / 24.0) + " d";
        }
        return duration.toMinutes() >= 120
                ? Math.round(duration.toMinutes() / 60.0) + " h"
                : duration.toMinutes() + " min";
    }

    private String say(String key, Object... arguments) {
        return Text.of(SourceWords.class, key, arguments).in(locale);
    }
}
