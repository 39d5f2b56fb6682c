package org.milesbot.notify.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTML as the Bot API reads it: few tags, few entities, and everything closed in order. */
public final class BotHtml {

    private static final Set<String> TAGS = Set.of(
            "b",
            "strong",
            "i",
            "em",
            "u",
            "ins",
            "s",
            "strike",
            "del",
            "span",
            "tg-spoiler",
            "a",
            "tg-emoji",
            "code",
            "pre",
            "blockquote");
    private static final Map<String, String> ENTITIES = Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", "\"");
    private static final Pattern PIECE = Pattern.compile("</?([a-z][a-z0-9-]*)[^<>]*>|&[a-z]+;|.", Pattern.DOTALL);

    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder seen = new StringBuilder();
    private @Nullable String fault;

    private BotHtml(String html) {
        Matcher matcher = PIECE.matcher(html);
        while (fault == null && matcher.find()) {
            take(matcher.group(), matcher.group(1));
        }
        if (fault == null && !open.isEmpty()) {
            fault = "Can't find end tag corresponding to start tag \"" + open.peek() + '"';
        }
    }

    /**
     * The text without its tags.
     *
     * @throws IllegalArgumentException if the Bot API would not read it
     */
    public static String seen(String html) {
        BotHtml read = new BotHtml(html);
        if (read.fault != null) {
            throw new IllegalArgumentException(read.fault + ": " + html);
        }
        return read.seen.toString();
    }

    /** Why the Bot API would not read it, or null if it would. */
    public static @Nullable String fault(String html) {
        return new BotHtml(html).fault;
    }

    private void take(String piece, @Nullable String tag) {
        if (tag == null) {
            character(piece);
        } else if (piece.charAt(1) == '/') {
            close(tag);
        } else {
            open(tag);
        }
    }

    private void character(String piece) {
        if (piece.equals("<")) {
            fault = "Unsupported start tag";
        } else {
            seen.append(ENTITIES.getOrDefault(piece, piece));
        }
    }

    private void open(String tag) {
        if (TAGS.contains(tag)) {
            open.push(tag);
        } else {
            fault = "Unsupported start tag \"" + tag + '"';
        }
    }

    private void close(String tag) {
        if (open.isEmpty() || !open.pop().equals(tag)) {
            fault = "Unmatched end tag \"" + tag + '"';
        }
    }
}
