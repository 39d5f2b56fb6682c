package org.milesbot.cli.web.json;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.web.WebFields;

/** What a list is of, by which its cursors are known. */
final class ListName {

    private ListName() {}

    /**
     * The name of the list that a query asks for.
     *
     * @param names the parameters that decide what comes in which order
     */
    static String of(WebFields query, String... names) {
        return Stream.of(names)
                .map(name -> name + "=" + query.all(name).stream().sorted().collect(Collectors.joining(",")))
                .collect(Collectors.joining("&"));
    }
}
