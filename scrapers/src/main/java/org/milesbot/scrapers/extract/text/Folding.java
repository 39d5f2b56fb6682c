package org.milesbot.scrapers.extract.text;

import java.text.Normalizer;

/** Takes accents and capitals off, one character for one character. */
public final class Folding {

    private static final int TABLE_SIZE = 0x250;
    private static final String POINTING_RIGHT = "\ud83d\udc49";
    private static final char[] TABLE = table();

    private Folding() {}

    /** The text in small letters without accents; as long as the original. */
    public static String fold(String text) {
        return fold(text.toCharArray(), text.length());
    }

    /** The same for a text in an array, which is written over. */
    static String fold(char[] text, int length) {
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = text[i];
            boolean hand = c == POINTING_RIGHT.charAt(1) && before == POINTING_RIGHT.charAt(0);
            if (hand) {
                text[i - 1] = ' ';
            }
            text[i] = hand ? '>' : fold(c);
            before = c;
        }
        return new String(text, 0, length);
    }

    private static char fold(char c) {
        if (c < TABLE_SIZE) {
            return TABLE[c];
        }
        return switch (c) {
            case '\u2192', '\u279c', '\u27a1', '\u21d2', '\u203a', '\u2794', '\u25ba', '\u25b6', '\u2b95', '\u27a4' ->
                '>';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            case '\u2018', '\u2019' -> '\'';
            case '\u201c', '\u201d' -> '"';
            case '\u2022', '\u25cf', '\u25aa', '\u2705', '\u2714' -> '*';
            default -> Character.toLowerCase(c);
        };
    }

    private static char[] table() {
        char[] table = new char[TABLE_SIZE];
        for (char c = 0; c < TABLE_SIZE; c++) {
            String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            table[c] = Character.toLowerCase(apart.charAt(0));
        }
        table['\u00bb'] = '>';
        table['\u00d7'] = 'x';
        table['\u00ba'] = 'o';
        table['\u00aa'] = 'a';
        table['\u00b7'] = '*';
        return table;
    }
}
