package org.milesbot.api.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a query or in a form: each name with one value or several.
 *
 * @param values the values by their names, in the order they came
 */
public record WebFields(Map<String, List<String>> values) {

    /** No fields. */
    public static final WebFields NONE = new WebFields(Map.of());

    /** Copies the fields. */
    public WebFields {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, each) -> copy.put(name, List.copyOf(each)));
        values = Collections.unmodifiableMap(copy);
    }

    /** The first value of a name that is not blank, without spaces around it. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The values of a name that are not blank, without spaces around them. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
