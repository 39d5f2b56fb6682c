package org.milesbot.scrapers.extract.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Undoes what a wrong character set did to a text, and takes out characters that nobody sees. */
final class Mending {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** No character before this one is ever composed with another. */
    private static final char FIRST_COMBINING = '\u0300';

    /** Dashes, quotation marks, bullets, the ellipsis: Unicode has them in one form only. */
    private static final char FIRST_MARK = '\u2010';

    private static final char LAST_MARK = '\u2027';

    private Mending() {}

    static String mend(String text) {
        return isPlain(text) ? text : composed(LostLetters.restore(unscramble(text)));
    }

    /** Whether no character may be a trace of anything to mend. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean suspect = c == '?' || c == '\u00c2' || c == '\u00c3' || c == '\u00e2' || isStrange(c);
            if (suspect) {
                return false;
            }
        }
        return true;
    }

    private static String composed(String text) {
        int strange = firstStrange(text);
        if (strange == text.length()) {
            return text;
        }
        Normalizer.Form form = hasFancyLetters(text, strange) ? Normalizer.Form.NFKC : Normalizer.Form.NFC;
        return Normalizer.isNormalized(text, form) ? text : Normalizer.normalize(text, form);
    }

    /** Where the first character stands that may not be what Unicode wants of it; all before are Latin letters and marks. */
    private static int firstStrange(String text) {
        int at = 0;
        while (at < text.length() && !isStrange(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isStrange(char c) {
        return c >= FIRST_COMBINING && (c < FIRST_MARK || c > LAST_MARK);
    }

    /** Letters of the mathematical and full-width alphabets, with which channels write in bold. */
    private static boolean hasFancyLetters(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\ud835' || (c >= '\uff01' && c <= '\uff5e')) {
                return true;
            }
        }
        return false;
    }

    /** UTF-8 that was read as Windows-1252: "atÃ©" becomes "até". */
    private static String unscramble(String text) {
        if (text.indexOf('\u00c3') < 0 && text.indexOf('\u00c2') < 0 && text.indexOf('\u00e2') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int length = scrambledLength(text, i);
            if (length == 0) {
                out.append(text.charAt(i++));
            } else {
                out.append(new String(bytes(text, i, length), StandardCharsets.UTF_8));
                i += length;
            }
        }
        return out.toString();
    }

    private static int scrambledLength(String text, int at) {
        int length = switch (text.charAt(at)) {
            case '\u00c2', '\u00c3', '\u00c5' -> 2;
            case '\u00e2' -> 3;
            default -> 0;
        };
        if (length == 0 || at + length > text.length()) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            int follower = windowsByte(text.charAt(at + i));
            if (follower < 0x80 || follower > 0xbf) {
                return 0;
            }
        }
        return length;
    }

    private static byte[] bytes(String text, int at, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) windowsByte(text.charAt(at + i));
        }
        return bytes;
    }

    private static int windowsByte(char c) {
        if (c < 0x100) {
            return c;
        }
        byte[] encoded = String.valueOf(c).getBytes(WINDOWS);
        return encoded[0] == '?' ? -1 : encoded[0] & 0xff;
    }
}
