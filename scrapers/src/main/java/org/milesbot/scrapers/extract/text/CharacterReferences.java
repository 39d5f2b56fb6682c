package org.milesbot.scrapers.extract.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.parser.Parser;

/** Replaces the character references of HTML, as the parser does: "b&ocirc;nus" becomes "bônus". Remembers the common ones. */
final class CharacterReferences {

    private static final int LONGEST = 12;
    private static final int MOST = 2_000;
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private CharacterReferences() {}

    static String replace(String text) {
        int next = text.indexOf('&');
        if (next < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (next >= 0) {
            int end = end(text, next);
            if (end < 0) {
                return Parser.unescapeEntities(text, false);
            }
            out.append(text, at, next).append(character(text.substring(next, end)));
            at = end;
            next = text.indexOf('&', at);
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Behind the semicolon of a reference that means the same wherever it stands, or -1 if it is none. */
    private static int end(String text, int ampersand) {
        int end = ampersand + 1;
        while (end < text.length() && end - ampersand < LONGEST && isOfReference(text.charAt(end))) {
            end++;
        }
        return end > ampersand + 1 && end < text.length() && text.charAt(end) == ';' ? end + 1 : -1;
    }

    private static boolean isOfReference(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
    }

    private static String character(String reference) {
        String known = KNOWN.get(reference);
        if (known != null) {
            return known;
        }
        String character = Parser.unescapeEntities(reference, false);
        if (KNOWN.size() < MOST) {
            KNOWN.put(reference, character);
        }
        return character;
    }
}
