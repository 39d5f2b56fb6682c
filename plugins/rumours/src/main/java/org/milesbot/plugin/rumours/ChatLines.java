package org.milesbot.plugin.rumours;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Zones;

/**
 * Takes apart what was copied or exported from a chat: who said it is left out, when it was said is kept. What stands in no such
 * form is one message that is said now.
 */
final class ChatLines {

    private static final String DAY = "(?<day>[0-9]{1,2})[/.](?<month>[0-9]{1,2})[/.](?<year>[0-9]{2}|[0-9]{4})";
    private static final String TIME = "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::[0-9]{2})?";
    private static final String WHO = "[^:]{1,100}: (?<words>.*)";

    private static final List<Pattern> HEADS = List.of(
            // WhatsApp on an iPhone, and as the issue of a group is exported: [12/03/2026 14:05] Fulano: words
            Pattern.compile("\\[" + DAY + ",? " + TIME + "] " + WHO),
            // WhatsApp Web, copied: [14:05, 12/03/2026] Fulano: words
            Pattern.compile("\\[" + TIME + ", " + DAY + "] " + WHO),
            // WhatsApp on Android, exported: 12/03/2026 14:05 - Fulano: words
            Pattern.compile(DAY + ",? " + TIME + " - " + WHO),
            // The same of the chat itself, such as who came in: no words of anybody's
            Pattern.compile(DAY + ",? " + TIME + " - (?<words>)[^:]*"),
            // Telegram Desktop, copied: Fulano, [12.03.2026 14:05], and the words below it
            Pattern.compile(".{1,100}, \\[" + DAY + " " + TIME + "](?<words>)"));

    /** Marks of direction, which WhatsApp puts before what it writes itself, and spaces that are none of the keyboard's. */
    private static final Pattern MARKS = Pattern.compile("[\u200e\u200f\u202a-\u202e\ufeff]");

    private static final Pattern SPACES = Pattern.compile("[\u00a0\u202f]");

    private static final int THIS_CENTURY = 2_000;

    private final List<Said> said = new ArrayList<>();
    private final Instant now;
    private final StringBuilder words = new StringBuilder();
    private Instant at;

    /**
     * A message of a chat.
     *
     * @param at when it was said, by its own account; never later than now
     */
    record Said(Instant at, String words) {}

    private ChatLines(Instant now) {
        this.now = now;
        this.at = now;
    }

    /** The messages in a text, in order; blank ones are left out. */
    static List<Said> of(String text, Instant now) {
        ChatLines lines = new ChatLines(now);
        text.lines().forEach(lines::add);
        lines.end();
        return List.copyOf(lines.said);
    }

    private void add(String written) {
        String line = SPACES.matcher(MARKS.matcher(written).replaceAll("")).replaceAll(" ");
        for (Pattern head : HEADS) {
            Matcher matcher = head.matcher(line);
            Instant time = matcher.matches() ? time(matcher) : null;
            if (time != null) {
                end();
                at = time.isAfter(now) ? now : time;
                words.append(matcher.group("words")).append('\n');
                return;
            }
        }
        words.append(line).append('\n');
    }

    private void end() {
        String all = words.toString().strip();
        if (!all.isEmpty()) {
            said.add(new Said(at, all));
        }
        words.setLength(0);
    }

    /** Null if there is no such day or hour: then the line is one like any other. */
    private static @Nullable Instant time(Matcher head) {
        int year = number(head, "year");
        try {
            return LocalDateTime.of(
                            year < 100 ? THIS_CENTURY + year : year,
                            number(head, "month"),
                            number(head, "day"),
                            number(head, "hour"),
                            number(head, "minute"))
                    .atZone(Zones.SAO_PAULO)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher head, String group) {
        return Integer.parseInt(head.group(group));
    }
}
