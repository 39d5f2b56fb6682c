package org.milesbot.notify.assistant;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a call, each of the kind that its parameter wants.
 *
 * @param values text, {@code Long}, {@code Boolean} or a list of these, by the name of the parameter
 */
public record Arguments(Map<String, Object> values) {

    /** Copies the values. */
    public Arguments {
        values = Map.copyOf(values);
    }

    /** The text of a parameter; nothing if it was left out. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String.class::cast);
    }

    /** The number of a parameter; nothing if it was left out. */
    public Optional<Long> number(String name) {
        return Optional.ofNullable(values.get(name)).map(Long.class::cast);
    }

    /** Whether a parameter is true; false also if it was left out. */
    public boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** The texts of a parameter; none if it was left out. */
    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }
}
