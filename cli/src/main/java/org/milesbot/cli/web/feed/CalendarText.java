package org.milesbot.cli.web.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes lines as iCalendar wants them, RFC 5545: what would mean something is escaped, what is long is folded. */
final class CalendarText {

    private static final int MOST_OCTETS = 75;
    private static final String END = "\r\n";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /** A line with what means something to calendars: names, numbers, addresses. */
    void line(String name, String value) {
        fold(name + ":" + value);
    }

    /** A line with words for people. */
    void words(String name, String words) {
        String escaped = words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
        fold(name + ":" + escaped);
    }

    void day(String name, LocalDate day) {
        line(name + ";VALUE=DATE", DateTimeFormatter.BASIC_ISO_DATE.format(day));
    }

    void instant(String name, Instant instant) {
        line(name, INSTANT.format(instant));
    }

    /** No line has more than 75 octets, and no character is torn. */
    private void fold(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            int size = octets(character);
            if (octets + size > MOST_OCTETS) {
                text.append(END).append(' ');
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += size;
            at += Character.charCount(character);
        }
        text.append(END);
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
