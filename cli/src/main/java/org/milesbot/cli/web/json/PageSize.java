package org.milesbot.cli.web.json;

import java.util.Optional;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebFields;
import org.milesbot.cli.config.Quoted;

/** How many somebody wants on a page, by the parameter {@code limit}. */
final class PageSize {

    private PageSize() {}

    /**
     * The size of a page.
     *
     * @param usual where nothing is said
     * @param most the most there can be
     */
    static int of(WebFields query, int usual, int most) {
        Optional<String> value = query.first("limit");
        if (value.isEmpty()) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(value.get());
            if (limit >= 1 && limit <= most) {
                return limit;
            }
            throw wrong(value.get(), most);
        } catch (NumberFormatException e) {
            throw wrong(value.get(), most);
        }
    }

    private static MilesbotException wrong(String value, int most) {
        return new MilesbotException(
                ErrorKind.USAGE, Text.of(PageSize.class, "wrong.limit", Quoted.of(value), Integer.toString(most)));
    }
}
