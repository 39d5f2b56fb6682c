package org.milesbot.cli.output;

import java.util.regex.Pattern;

/** A message's HTML as it reads without its tags. */
final class PlainText {

    private static final Pattern TAG = Pattern.compile("</?[a-z][^<>]*>");

    private PlainText() {}

    static String of(String html) {
        String text = TAG.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        return String.join("\n", text.lines().map(Cell::clean).toList());
    }
}
