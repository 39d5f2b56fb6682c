package org.milesbot.scrapers.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.milesbot.api.Text;
import org.milesbot.api.source.Page;

/** Says what a page looks like that is not what it should be. */
public final class Found {

    private static final Pattern FIRST_ELEMENT = Pattern.compile("<([A-Za-z][A-Za-z0-9:._-]*)");
    private static final int LOOKED_AT = 4_096;
    private static final int QUOTED = 60;

    private Found() {}

    /** What a page looks like, for a sentence that says what came instead. */
    public static Text in(Page page) {
        if (page.text().isBlank()) {
            return Text.of(Found.class, "found.nothing");
        }
        if (isHtml(page)) {
            String title = Html.plain(Jsoup.parse(beginning(page)).title());
            return title.isEmpty()
                    ? Text.of(Found.class, "found.html")
                    : Text.of(Found.class, "found.html.titled", Html.clip(title, QUOTED));
        }
        return Text.of(Found.class, "found.text", Html.clip(printable(beginning(page)), QUOTED));
    }

    /**
     * A page of the right form that breaks off or has a fault.
     *
     * @param line the line of the fault, counted from 1; less if it is not known
     */
    public static Text damagedAt(int line) {
        return line < 1
                ? Text.of(Found.class, "found.damaged")
                : Text.of(Found.class, "found.damaged.line", String.valueOf(line));
    }

    /** The name of the first element of a page in lower case; empty if it has none near its beginning. */
    public static String firstElement(Page page) {
        Matcher matcher = FIRST_ELEMENT.matcher(beginning(page));
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** Whether a page is HTML by its beginning, whatever its header says. */
    static boolean isHtml(Page page) {
        return beginning(page).stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html")
                || firstElement(page).equals("html");
    }

    private static String beginning(Page page) {
        return Html.clip(page.text(), LOOKED_AT);
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
