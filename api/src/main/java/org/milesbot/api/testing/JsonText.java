package org.milesbot.api.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a text is one JSON object, without a library. */
final class JsonText {

    private static final int DEEPEST = 100;
    private static final String SPACES = " \t\r\n";
    private static final String AFTER_BACKSLASH = "\"\\/bfnrtu";
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9a-fA-F]{4}");
    private static final Pattern WORD_OR_NUMBER =
            Pattern.compile("true|false|null|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+");

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static boolean isObject(String text) {
        JsonText json = new JsonText(text);
        boolean isObject = json.takesList('{', '}', true, 0);
        json.skipSpaces();
        return isObject && json.at == text.length();
    }

    private boolean takesValue(int depth) {
        skipSpaces();
        return takes(WORD_OR_NUMBER)
                || takesString()
                || takesList('{', '}', true, depth)
                || takesList('[', ']', false, depth);
    }

    private boolean takesList(char first, char last, boolean named, int depth) {
        if (depth == DEEPEST || !takes(first)) {
            return false;
        }
        if (takes(last)) {
            return true;
        }
        do {
            if ((named && !takesName()) || !takesValue(depth + 1)) {
                return false;
            }
        } while (takes(','));
        return takes(last);
    }

    private boolean takesName() {
        return takesString() && takes(':');
    }

    private boolean takesString() {
        if (!takes('"')) {
            return false;
        }
        while (at < text.length() && text.charAt(at) >= ' ') {
            char sign = text.charAt(at++);
            if (sign == '"') {
                return true;
            }
            if (sign == '\\' && !takesEscaped()) {
                return false;
            }
        }
        return false;
    }

    private boolean takesEscaped() {
        if (at == text.length() || AFTER_BACKSLASH.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        return text.charAt(at++) != 'u' || takes(FOUR_DIGITS);
    }

    private boolean takes(char sign) {
        skipSpaces();
        boolean isThere = at < text.length() && text.charAt(at) == sign;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private boolean takes(Pattern pattern) {
        Matcher rest = pattern.matcher(text).region(at, text.length());
        boolean isThere = rest.lookingAt();
        at = isThere ? rest.end() : at;
        return isThere;
    }

    private void skipSpaces() {
        while (at < text.length() && SPACES.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
