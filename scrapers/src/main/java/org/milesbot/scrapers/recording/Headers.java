package org.milesbot.scrapers.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a head, in order. Names are looked up without regard to case. */
public record Headers(List<Header> lines) {

    /** No line. */
    public static final Headers NONE = new Headers(List.of());

    /** Copies the lines. */
    public Headers {
        lines = List.copyOf(lines);
    }

    /** The value of the first line of this name, or null. */
    public @Nullable String first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }

    /** These lines and one more. */
    public Headers with(String name, String value) {
        List<Header> more = new ArrayList<>(lines);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /** These lines but those of the names, which are written in lower case. */
    Headers without(Set<String> names) {
        return new Headers(lines.stream()
                .filter(line -> names.stream().noneMatch(line.name()::equalsIgnoreCase))
                .toList());
    }
}
