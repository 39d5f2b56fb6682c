package org.milesbot.scrapers.extract.text;

import org.milesbot.scrapers.extract.text.Tag.Place;

/**
 * Reads the HTML that most announcements are written in: a handful of tags, each closed where it should be. It builds no
 * tree, so it takes a fraction of the parser's time; it gives up at the first thing of which it is not sure that the parser
 * would take it the same way.
 */
final class PlainHtml {

    private static final int DEEPEST = 32;

    private final String html;
    private final Markup out;
    private final Tag[] open = new Tag[DEEPEST];
    private int depth;
    private int at;

    private PlainHtml(String html, Markup out) {
        this.html = html;
        this.out = out;
    }

    /** Reads a body; false if it is not plain, in which case part of it may have been handed over. */
    static boolean read(String html, Markup out) {
        return html.indexOf('\0') < 0 && new PlainHtml(html, out).readAll();
    }

    private boolean readAll() {
        while (at < html.length()) {
            boolean plain = html.charAt(at) == '<' ? readTag() : readText();
            if (!plain) {
                return false;
            }
        }
        while (depth > 0) {
            out.leave(open[--depth]);
        }
        return true;
    }

    private boolean readText() {
        int next = html.indexOf('<', at);
        int end = next < 0 ? html.length() : next;
        String text = html.substring(at, end);
        at = end;
        if (depth > 0 && !open[depth - 1].place.holdsText() && !text.isBlank()) {
            return false;
        }
        out.text(CharacterReferences.replace(text));
        return true;
    }

    private boolean readTag() {
        boolean closes = at + 1 < html.length() && html.charAt(at + 1) == '/';
        int from = closes ? at + 2 : at + 1;
        int end = nameEnd(from);
        Tag tag = end == from ? null : Tag.of(html.substring(from, end));
        int close = tag == null ? -1 : tagEnd(end);
        if (tag == null || close < 0) {
            return false;
        }
        at = close + 1;
        return closes
                ? close == end && close(tag)
                : (html.charAt(close - 1) != '/' || tag.place == Place.VOID) && open(tag);
    }

    /** Small letters and digits only. */
    private int nameEnd(int from) {
        int end = from;
        while (end < html.length() && isOfName(html.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '1' && c <= '6');
    }

    /** Where the angle bracket is that ends a tag, or -1 if what stands before it is odd. */
    private int tagEnd(int afterName) {
        int i = afterName;
        if (i < html.length() && html.charAt(i) != '>' && html.charAt(i) != ' ' && html.charAt(i) != '/') {
            return -1;
        }
        while (i < html.length() && html.charAt(i) != '>') {
            char c = html.charAt(i);
            if (c == '<') {
                return -1;
            }
            i = c == '"' || c == '\'' ? afterQuoted(i) : i + 1;
            if (i < 0) {
                return -1;
            }
        }
        return i < html.length() ? i : -1;
    }

    /** Behind a quoted value, which stands between an equals sign and a space or the tag's end; or -1. */
    private int afterQuoted(int quote) {
        int end = html.charAt(quote - 1) == '=' ? html.indexOf(html.charAt(quote), quote + 1) : -1;
        boolean closed = end >= 0 && end + 1 < html.length();
        if (!closed) {
            return -1;
        }
        char next = html.charAt(end + 1);
        return next == ' ' || next == '>' || next == '/' ? end + 1 : -1;
    }

    private boolean open(Tag tag) {
        if (tag.place == Place.ROW && depth > 0 && open[depth - 1] == Tag.TABLE) {
            push(Tag.TBODY);
        }
        boolean fits = depth < DEEPEST - 1
                && tag.place.fitsInto(depth == 0 ? null : open[depth - 1].place)
                && !(tag.place == Place.INLINE && isOpen(tag));
        if (fits && tag.place == Place.VOID) {
            out.enter(tag);
            out.leave(tag);
        } else if (fits) {
            push(tag);
        }
        return fits;
    }

    private void push(Tag tag) {
        open[depth++] = tag;
        out.enter(tag);
    }

    private boolean isOpen(Tag tag) {
        for (int i = 0; i < depth; i++) {
            if (open[i] == tag) {
                return true;
            }
        }
        return false;
    }

    private boolean close(Tag tag) {
        if (tag == Tag.TABLE && depth > 0 && open[depth - 1] == Tag.TBODY) {
            out.leave(open[--depth]);
        }
        if (depth == 0 || open[depth - 1] != tag) {
            return false;
        }
        out.leave(open[--depth]);
        return true;
    }
}
