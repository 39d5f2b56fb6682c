package org.milesbot.cli.command;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.config.Quoted;
import org.milesbot.forecast.history.SeriesKey;
import picocli.CommandLine.Option;

/** Which programmes and routes a forecast is wanted of. */
final class SeriesChoice {

    /** The shell has a use of its own for some of these; whoever quotes them is understood. */
    private static final Pattern ARROW = Pattern.compile("\\s*(?:->|=>|>|→|:)\\s*");

    @Option(names = "--program", paramLabel = "ID", split = ",")
    List<String> programs = List.of();

    @Option(names = "--route", paramLabel = "ORIGEM:PROGRAMA", split = ",")
    List<String> routes = List.of();

    @Option(names = "--routes")
    boolean isOfRoutes;

    /** Whether routes are wanted, not programmes. */
    boolean ofRoutes() {
        return isOfRoutes || !routes.isEmpty();
    }

    /** Whether every single one was asked for by name. */
    boolean isNamed() {
        return !routes.isEmpty() || (!programs.isEmpty() && !isOfRoutes);
    }

    /** Whether a series is wanted. */
    boolean wants(SeriesKey key) {
        return key.isRoute() == ofRoutes()
                && (routes.isEmpty() || keysOfRoutes().contains(key))
                && (programs.isEmpty() || ids().contains(key.program()));
    }

    /**
     * The series that were asked for by name.
     *
     * @throws MilesbotException of kind USAGE if a name is none
     */
    Set<SeriesKey> named() {
        return ofRoutes() ? keysOfRoutes() : ids().stream().map(SeriesKey::of).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Refuses names that neither milesbot nor the history knows: they are misspelt.
     *
     * @param heard the slugs that occur in the history
     * @throws MilesbotException of kind USAGE, with the nearest name that is known
     */
    void requireKnown(Collection<String> heard, Collection<String> known) {
        Set<String> all = Stream.concat(heard.stream(), known.stream()).collect(Collectors.toUnmodifiableSet());
        Stream<String> asked = Stream.concat(
                ids().stream().map(ProgramId::value),
                keysOfRoutes().stream()
                        .flatMap(key -> Stream.of(
                                String.valueOf(key.origin()), key.program().value())));
        asked.filter(name -> !all.contains(name)).findFirst().ifPresent(name -> {
            throw Nearest.to(name, all)
                    .map(nearest -> wrong("forecast.unknown.nearest", name, nearest))
                    .orElseGet(() -> wrong("forecast.unknown", name));
        });
    }

    private Set<ProgramId> ids() {
        return programs.stream()
                .map(id -> parsed(id, "promos.wrong.program", ProgramId::new))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<SeriesKey> keysOfRoutes() {
        return routes.stream().map(SeriesChoice::route).collect(Collectors.toUnmodifiableSet());
    }

    private static SeriesKey route(String written) {
        String[] ends = ARROW.split(written.strip(), -1);
        if (ends.length != 2) {
            throw wrong("forecast.wrong.route", written);
        }
        return new SeriesKey(
                parsed(ends[1], "promos.wrong.program", ProgramId::new),
                parsed(ends[0], "promos.wrong.from", OriginId::new));
    }

    private static <T> T parsed(String value, String key, Function<String, T> parser) {
        try {
            return parser.apply(value.strip());
        } catch (IllegalArgumentException e) {
            throw new MilesbotException(ErrorKind.USAGE, Text.of(SeriesChoice.class, key, Quoted.of(value)), e);
        }
    }

    private static MilesbotException wrong(String key, String... words) {
        Object[] quoted = Stream.of(words).map(Quoted::of).toArray();
        return new MilesbotException(ErrorKind.USAGE, Text.of(SeriesChoice.class, key, quoted));
    }
}
