package org.milesbot.notify.message;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that are HTML already, so that nobody escapes them twice, or not at all. */
public record Html(String value) {

    /** No words. */
    public static final Html NONE = new Html("");

    /** Words from outside, cut off after so many characters. */
    public static Html escaped(String words, int most) {
        return new Html(Escape.html(words, most));
    }

    /** Those that say something, one after the other. */
    public static Html join(String separator, Collection<Html> parts) {
        return new Html(parts.stream()
                .map(Html::value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(separator)));
    }

    /** Those that say something, one a line. */
    public static Html lines(Html... parts) {
        return join("\n", Stream.of(parts).toList());
    }

    /** In bold. */
    public Html bold() {
        return isEmpty() ? this : new Html("<b>" + value + "</b>");
    }

    /** With a capital letter, unless it begins with a tag or an entity. */
    public Html asSentence() {
        if (isEmpty()) {
            return this;
        }
        int first = value.codePointAt(0);
        return new Html(Character.toString(Character.toUpperCase(first)) + value.substring(Character.charCount(first)));
    }

    /** As plain text; only of words without tags. */
    public String plain() {
        return value.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /** Whether there are no words. */
    public boolean isEmpty() {
        return value.isEmpty();
    }
}
