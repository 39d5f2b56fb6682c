package org.milesbot.cli.web.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.web.WebReply;

/** Lists as they are answered. */
final class Items {

    private Items() {}

    /** All of a list. */
    static WebReply all(List<String> items, Duration freshFor) {
        return page(items, null, freshFor);
    }

    /**
     * A page of a list.
     *
     * @param items each as JSON
     * @param next the cursor of the next page, or null if this is the last
     */
    static WebReply page(List<String> items, @Nullable String next, Duration freshFor) {
        return WebReply.json("{" + fields(items, next) + "}", freshFor);
    }

    /** The same with what else there is to say of the list. */
    static WebReply page(List<String> items, @Nullable String next, ObjectNode more, Duration freshFor) {
        return WebReply.json("{" + fields(items, next) + "," + more.toString().substring(1), freshFor);
    }

    private static String fields(List<String> items, @Nullable String next) {
        String cursor = next == null
                ? "null"
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(next)) + '"';
        return "\"items\":[" + String.join(",", items) + "],\"next\":" + cursor;
    }
}
