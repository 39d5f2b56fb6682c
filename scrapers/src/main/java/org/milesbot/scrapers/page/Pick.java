package org.milesbot.scrapers.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Where in an element of HTML something is to be found: a CSS selector, and after it {@code @name} where an attribute is
 * meant. Without a selector it is the element itself.
 */
public record Pick(@Nullable Evaluator where, @Nullable String attribute) {

    private static final Pattern FORM = Pattern.compile("(.*?)\\s*(?:@([A-Za-z][A-Za-z0-9_-]*))?");

    /**
     * Reads what somebody wrote, such as {@code h2 a@href}.
     *
     * @throws IllegalArgumentException if it is no selector
     */
    public static Pick parse(String written) {
        Matcher matcher = FORM.matcher(written.strip());
        if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2) == null)) {
            throw new IllegalArgumentException("neither a selector nor an attribute: " + written);
        }
        String selector = matcher.group(1);
        return new Pick(selector.isEmpty() ? null : selector(selector), matcher.group(2));
    }

    /**
     * Reads a CSS selector.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Evaluator selector(String written) {
        try {
            return QueryParser.parse(written);
        } catch (SelectorParseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The text found in an element, or the attribute that is meant; null if there is no such element. */
    @Nullable
    String text(Element in) {
        Element found = element(in);
        if (found == null) {
            return null;
        }
        return attribute == null ? found.text() : found.attr(attribute);
    }

    /** The same as HTML. */
    @Nullable
    String html(Element in) {
        Element found = element(in);
        if (found == null) {
            return null;
        }
        return attribute == null ? CampaignPage.body(found) : found.attr(attribute);
    }

    private @Nullable Element element(Element in) {
        return where == null ? in : in.selectFirst(where);
    }
}
