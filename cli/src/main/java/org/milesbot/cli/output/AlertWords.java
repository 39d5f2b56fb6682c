package org.milesbot.cli.output;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.store.alert.Explained;

/** Why someone was told of a promo, in people's words, a line a fact. */
public final class AlertWords {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final Locale locale;

    public AlertWords(Locale locale) {
        this.locale = locale;
    }

    /** Whether something is so that must be so. */
    public String condition(String name, boolean holds) {
        return say(holds ? "why.yes" : "why.no") + " " + say("why.condition." + name);
    }

    /** Until when quiet hours last. */
    public String quiet(Instant until) {
        return say("why.quiet", when(until));
    }

    /** What came of an event, and when. */
    public String match(Explained.Match match) {
        String what = say("why.event." + match.kind().slug(), Cell.clean(match.detail()));
        String end = match.skipped() == null
                ? say(match.isUrgent() ? "why.urgent" : "why.looked")
                : say("why.skipped." + match.skipped());
        return say("why.match", when(match.matchedAt()), what, end);
    }

    /** What became of an alert. */
    public String state(Explained.Kept alert) {
        Instant time = alert.endedAt() == null ? alert.dueAt() : alert.endedAt();
        String note = alert.note() == null ? "" : " (" + Cell.clean(alert.note()) + ")";
        return say("why.state." + alert.state(), when(time)) + note;
    }

    private static String when(Instant time) {
        return WHEN.format(time.atZone(Zones.SAO_PAULO));
    }

    String say(String key, Object... arguments) {
        return Text.of(AlertWords.class, key, arguments).in(locale);
    }
}
