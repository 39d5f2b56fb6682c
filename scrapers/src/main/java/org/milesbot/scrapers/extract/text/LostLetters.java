package org.milesbot.scrapers.extract.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Puts back accented letters that an ASCII round trip turned into question marks: "b?nus" becomes "bônus". */
final class LostLetters {

    private LostLetters() {}

    static String restore(String text) {
        if (text.indexOf('?') < 0 && text.indexOf('\ufffd') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = wordEnd(text, i);
            if (end == i) {
                out.append(text.charAt(i++));
            } else {
                append(text, i, end, out);
                i = end;
            }
        }
        return out.toString();
    }

    private static void append(String text, int start, int end, StringBuilder out) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '?' || text.charAt(i) == '\ufffd') {
                out.append(restored(text, start, end));
                return;
            }
        }
        out.append(text, start, end);
    }

    private static String restored(String text, int start, int end) {
        String word = text.substring(start, end);
        int lost = word.replace('\ufffd', '?').indexOf('?');
        if (lost < 0 || (lost == word.length() - 1 && word.charAt(lost) == '?' && !goesOn(text, end))) {
            return word;
        }
        String whole = Words.BY_PATTERN.get(word.replace('\ufffd', '?').toLowerCase(Locale.ROOT));
        return whole == null ? word : inCaseOf(word, whole);
    }

    private static String inCaseOf(String word, String whole) {
        return Character.isUpperCase(word.charAt(0))
                ? Character.toUpperCase(whole.charAt(0)) + whole.substring(1)
                : whole;
    }

    /** Whether the sentence goes on after a question mark, which is then none. */
    private static boolean goesOn(String text, int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next > end && (next == text.length() || isSmallOrDigit(text.charAt(next)));
    }

    private static boolean isSmallOrDigit(char c) {
        return Character.isLowerCase(c) || Character.isDigit(c);
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return Character.isLetter(c) || c == '?' || c == '\ufffd';
    }

    private static final class Words {

        static final Map<String, String> BY_PATTERN = byPattern();

        private static Map<String, String> byPattern() {
            Map<String, String> words = new HashMap<>();
            for (String word : Resources.lines("accented-words.txt")) {
                words.put(pattern(word), word);
            }
            return Map.copyOf(words);
        }

        private static String pattern(String word) {
            StringBuilder pattern = new StringBuilder(word);
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) > 127) {
                    pattern.setCharAt(i, '?');
                }
            }
            return pattern.toString();
        }

        private Words() {}
    }
}
