package org.milesbot.notify.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits HTML into parts that are whole by themselves. A part ends with a block if one ends there, else with a line, else with
 * a word; never within a tag, an entity or a character. Tags that are open at the end of a part are closed in it and opened
 * anew in the next one. What cannot be seen, such as a part of nothing but white space, is left out.
 */
public final class Splitter {

    private static final int LEAST_LIMIT = 32;
    private static final Pattern PIECE = Pattern.compile(
            "(?<close></(?<closed>[a-zA-Z][a-zA-Z0-9-]*)\\s*>)|(?<open><(?<opened>[a-zA-Z][a-zA-Z0-9-]*)(?:\\s[^<>]*)?>)"
                    + "|(?<gap>\\s{1,8})|(?<word>&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});|.)",
            Pattern.DOTALL);

    /** What a piece is; gaps by how well a part ends with them. */
    private enum Kind {
        OPEN,
        CLOSE,
        WORD,
        SPACE,
        LINE,
        BLOCK
    }

    private record Piece(Kind kind, String raw, String tag) {

        String closer() {
            return "</" + tag + ">";
        }

        int overhead() {
            return raw.length() + closer().length();
        }
    }

    private final int limit;
    private final List<Piece> pieces = new ArrayList<>();

    private Splitter(int limit) {
        this.limit = limit;
    }

    /**
     * The parts, in order; only the HTML itself if it is short enough. The limit counts tags and entities as they are
     * written, so that whoever counts what is seen counts less. A tag that would take up half of a part is left out, its text
     * is not.
     *
     * @param limit the most UTF-16 code units of a part, at least 32
     * @throws IllegalArgumentException if the limit is less
     */
    public static List<String> split(String html, int limit) {
        if (limit < LEAST_LIMIT) {
            throw new IllegalArgumentException("a part has at least " + LEAST_LIMIT + " characters, not " + limit);
        }
        if (html.length() <= limit) {
            return List.of(html);
        }
        Splitter splitter = new Splitter(limit);
        splitter.read(html);
        return splitter.parts();
    }

    private void read(String html) {
        Deque<Piece> open = new ArrayDeque<>();
        int overhead = 0;
        Matcher matcher = PIECE.matcher(html);
        while (matcher.find()) {
            Piece piece = piece(matcher);
            if (piece.kind() == Kind.OPEN) {
                if (overhead + piece.overhead() > limit / 2) {
                    continue;
                }
                overhead += piece.overhead();
                open.push(piece);
            } else if (piece.kind() == Kind.CLOSE) {
                if (open.isEmpty() || !open.peek().tag().equals(piece.tag())) {
                    continue;
                }
                overhead -= open.pop().overhead();
            }
            pieces.add(piece);
        }
    }

    private static Piece piece(Matcher matcher) {
        String raw = matcher.group();
        if (matcher.group("open") != null) {
            return new Piece(Kind.OPEN, raw, matcher.group("opened").toLowerCase(Locale.ROOT));
        }
        if (matcher.group("close") != null) {
            return new Piece(Kind.CLOSE, raw, matcher.group("closed").toLowerCase(Locale.ROOT));
        }
        return new Piece(matcher.group("gap") == null ? Kind.WORD : gap(raw), raw, "");
    }

    private static Kind gap(String raw) {
        long lines = raw.chars().filter(c -> c == '\n').count();
        if (lines == 0) {
            return Kind.SPACE;
        }
        return lines == 1 ? Kind.LINE : Kind.BLOCK;
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        Deque<Piece> open = new ArrayDeque<>();
        int start = 0;
        while (start < pieces.size()) {
            int end = cut(start, fitting(start, open));
            StringBuilder part = new StringBuilder(limit);
            open.descendingIterator().forEachRemaining(tag -> part.append(tag.raw()));
            boolean isSeen = false;
            for (Piece piece : pieces.subList(start, end)) {
                part.append(piece.raw());
                isSeen |= piece.kind() == Kind.WORD;
                follow(piece, open);
            }
            open.forEach(tag -> part.append(tag.closer()));
            if (isSeen) {
                parts.add(part.toString());
            }
            start = end;
        }
        return parts;
    }

    /** Behind the last piece that a part has room for, if it begins with one. */
    private int fitting(int start, Deque<Piece> before) {
        Deque<Piece> open = new ArrayDeque<>(before);
        int length = open.stream().mapToInt(Piece::overhead).sum();
        for (int i = start; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            length += switch (piece.kind()) {
                case OPEN -> piece.overhead();
                // Its length was counted when it was opened.
                case CLOSE -> 0;
                case WORD, SPACE, LINE, BLOCK -> piece.raw().length();
            };
            if (length > limit) {
                return i;
            }
            follow(piece, open);
        }
        return pieces.size();
    }

    private static void follow(Piece piece, Deque<Piece> open) {
        if (piece.kind() == Kind.OPEN) {
            open.push(piece);
        } else if (piece.kind() == Kind.CLOSE) {
            open.pop();
        }
    }

    /** Where a part best ends that has room up to {@code end}: with a short part only if a word would be cut else. */
    private int cut(int start, int end) {
        if (end == pieces.size()) {
            return end;
        }
        int best = end;
        Kind found = Kind.WORD;
        int length = pieces.subList(start, end).stream()
                .mapToInt(piece -> piece.raw().length())
                .sum();
        for (int i = end; i > start && (length >= limit / 4 || found == Kind.WORD); i--) {
            Piece last = pieces.get(i - 1);
            if (last.kind().compareTo(found) > 0) {
                best = i;
                found = last.kind();
            }
            length -= last.raw().length();
        }
        return withoutEmptyTags(start, best);
    }

    private int withoutEmptyTags(int start, int end) {
        int cut = end;
        while (pieces.get(cut).kind() == Kind.CLOSE) {
            cut++;
        }
        while (cut - 1 > start && pieces.get(cut - 1).kind() == Kind.OPEN) {
            cut--;
        }
        return cut;
    }
}
