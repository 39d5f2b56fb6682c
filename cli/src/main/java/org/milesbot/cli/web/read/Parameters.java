package org.milesbot.cli.web.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebFields;
import org.milesbot.cli.config.Quoted;

/**
 * What may stand after the question mark of an address.
 *
 * @param once may stand there once
 * @param often may stand there several times
 */
public record Parameters(Set<String> once, Set<String> often) {

    /** Nothing but the language. */
    public static final Parameters NONE = new Parameters(Set.of("lang"), Set.of());

    /** Those of {@link OpenFilter}. */
    public static final Parameters FILTER = new Parameters(Set.of("from", "kind", "min", "lang"), Set.of("program"));

    /** Copies the names. */
    public Parameters {
        once = Set.copyOf(once);
        often = Set.copyOf(often);
    }

    /** These, and others at most once. */
    public Parameters and(String... names) {
        Set<String> all = new TreeSet<>(once);
        all.addAll(Set.of(names));
        return new Parameters(all, often);
    }

    /** The names of all of them, in order. */
    public List<String> names() {
        Set<String> names = new TreeSet<>(once);
        names.addAll(often);
        return List.copyOf(names);
    }

    /**
     * Looks whether a query has no others.
     *
     * @throws MilesbotException of kind USAGE if it has, naming the one that was probably meant
     */
    public void check(WebFields query) {
        List<String> known = names();
        for (String name : query.values().keySet()) {
            if (!known.contains(name)) {
                throw new MilesbotException(ErrorKind.USAGE, unknown(name, known));
            }
            if (once.contains(name) && query.all(name).size() > 1) {
                throw new MilesbotException(ErrorKind.USAGE, Text.of(Parameters.class, "parameter.twice", name));
            }
        }
    }

    private static Text unknown(String name, List<String> known) {
        Optional<String> nearest = Nearest.to(name, known);
        return nearest.isPresent()
                ? Text.of(Parameters.class, "parameter.unknown.near", Quoted.of(name), nearest.get())
                : Text.of(Parameters.class, "parameter.unknown", Quoted.of(name), String.join(", ", known));
    }
}
