package org.milesbot.scrapers.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of a head, in order. Names are looked up without regard to case. */
public record Headers(List<Header> lines) {

    /** No line. */
    public static final Headers NONE = new Headers(List.of());

    /** Lines that let somebody in, or ask to: they leave the fetcher in no form. */
    private static final Set<String> CREDENTIALS =
            Set.of("cookie", "set-cookie", "authorization", "proxy-authorization", "www-authenticate");

    /** Lines of how the bytes travelled, which no longer hold once they are text. */
    private static final Set<String> OF_THE_JOURNEY =
            Set.of("connection", "content-encoding", "content-length", "keep-alive", "transfer-encoding");

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

    /** These lines but cookies and credentials. */
    Headers withoutCredentials() {
        return without(CREDENTIALS);
    }

    /** The first value of each name in lower case, of lines that still hold for the text and let nobody in. */
    public Map<String, String> byName() {
        Map<String, String> values = new TreeMap<>();
        withoutCredentials()
                .without(OF_THE_JOURNEY)
                .lines()
                .forEach(line -> values.putIfAbsent(line.name().toLowerCase(Locale.ROOT), line.value()));
        return values;
    }

    /** These lines but those of the names, which are written in lower case. */
    Headers without(Set<String> names) {
        return new Headers(lines.stream()
                .filter(line -> names.stream().noneMatch(line.name()::equalsIgnoreCase))
                .toList());
    }
}
