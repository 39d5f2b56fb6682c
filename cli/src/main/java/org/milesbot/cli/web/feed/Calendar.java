package org.milesbot.cli.web.feed;

import java.util.List;
import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.cli.web.feed.CalendarEvent.Days;
import org.milesbot.cli.web.feed.CalendarEvent.Hours;

/** Writes a calendar that telephones can subscribe to. */
final class Calendar {

    private static final String REFRESH = "PT1H";
    private static final String OFFSET = "-0300";

    private final Links links;
    private final Locale language;

    Calendar(Links links, Locale language) {
        this.links = links;
        this.language = language;
    }

    void write(CalendarText text, List<CalendarEvent> events) {
        text.line("BEGIN", "VCALENDAR");
        text.line("VERSION", "2.0");
        text.line("PRODID", "-//milesbot//milesbot//" + language.getLanguage().toUpperCase(Locale.ROOT));
        text.words("X-WR-CALNAME", Text.of(Calendar.class, "calendar.name").in(language));
        text.line("X-WR-TIMEZONE", Zones.SAO_PAULO.getId());
        text.line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        text.line("X-PUBLISHED-TTL", REFRESH);
        text.line("URL", links.home());
        zone(text);
        events.forEach(event -> write(text, event));
        text.line("END", "VCALENDAR");
    }

    /** The zone that the days are of. Without it a calendar with no events would be none. */
    private static void zone(CalendarText text) {
        text.line("BEGIN", "VTIMEZONE");
        text.line("TZID", Zones.SAO_PAULO.getId());
        text.line("BEGIN", "STANDARD");
        text.line("DTSTART", "19700101T000000");
        text.line("TZOFFSETFROM", OFFSET);
        text.line("TZOFFSETTO", OFFSET);
        text.line("END", "STANDARD");
        text.line("END", "VTIMEZONE");
    }

    private static void write(CalendarText text, CalendarEvent event) {
        text.line("BEGIN", "VEVENT");
        text.line("UID", event.uid());
        text.instant("DTSTAMP", event.changed());
        text.instant("LAST-MODIFIED", event.changed());
        text.line("SEQUENCE", Long.toString(event.sequence()));
        write(text, event.time());
        text.line("STATUS", event.isTentative() ? "TENTATIVE" : "CONFIRMED");
        text.line("TRANSP", "TRANSPARENT");
        text.words("SUMMARY", event.summary());
        text.words("DESCRIPTION", event.description());
        text.line("URL", event.page());
        text.line("END", "VEVENT");
    }

    private static void write(CalendarText text, CalendarEvent.Time time) {
        if (time instanceof Days days) {
            text.day("DTSTART", days.first());
            text.day("DTEND", days.after());
        } else if (time instanceof Hours hours) {
            text.instant("DTSTART", hours.start());
            if (hours.end() != null) {
                text.instant("DTEND", hours.end());
            }
        }
    }
}
