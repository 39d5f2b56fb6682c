package org.milesbot.scrapers.page;

import org.jsoup.Jsoup;

/** Plain text from pieces of HTML, and strings within bounds. */
final class Html {

    private Html() {}

    /** The text of a piece of HTML on one line; entities that were escaped once too often are resolved as well. */
    static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }

    /** At most the given number of characters, without cutting one in half. */
    static String clip(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    /** Leaves out what no database and no document can hold: NUL, and halves of characters. */
    static String storable(String text) {
        return text.codePoints()
                .filter(point -> point != 0 && Character.getType(point) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
