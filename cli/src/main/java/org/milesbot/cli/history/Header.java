package org.milesbot.cli.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Nearest;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;

/**
 * The heading of a history: where each column stands.
 *
 * @param places the place of each column that is there
 * @param width how many columns there are
 * @param notes what of it is passed over
 */
record Header(Map<Column, Integer> places, int width, List<Text> notes) {

    private static final int MOST_COLUMNS = 64;

    /**
     * Reads a heading.
     *
     * @throws MilesbotException of kind DATA if a column that is needed is missing, or one is almost known or there twice
     */
    static Header of(List<String> names) {
        if (names.size() > MOST_COLUMNS) {
            throw wrong("header.too_wide", names.size(), MOST_COLUMNS);
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<Text> notes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !seen.add(name)) {
                throw wrong("header.twice", Quoted.of(name));
            }
            Optional<Column> column = named(name);
            if (column.isPresent()) {
                places.put(column.get(), place);
            } else if (!name.isEmpty()) {
                notes.add(passedOver(name));
            }
        }
        if (!places.containsKey(Column.PROGRAM)) {
            throw wrong("header.missing", Column.PROGRAM.title(), Column.heading());
        }
        if (!places.containsKey(Column.START) && !places.containsKey(Column.END)) {
            throw wrong("header.missing", Column.START.title(), Column.heading());
        }
        return new Header(Map.copyOf(places), names.size(), List.copyOf(notes));
    }

    private static Optional<Column> named(String name) {
        return Stream.of(Column.values())
                .filter(column -> column.title().equals(name))
                .findFirst();
    }

    private static Text passedOver(String name) {
        List<String> known = Stream.of(Column.values()).map(Column::title).toList();
        Optional<String> nearest = Nearest.to(name, known);
        if (nearest.isPresent()) {
            throw wrong("header.nearest", Quoted.of(name), nearest.get());
        }
        return Text.of(Header.class, "header.passed_over", Quoted.of(name));
    }

    private static MilesbotException wrong(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.DATA, Text.of(Header.class, key, arguments));
    }

    /** What a line has in a column, without the blanks around it; empty if nothing. */
    String cell(List<String> fields, Column column) {
        Integer place = places.get(column);
        return place == null || place >= fields.size() ? "" : fields.get(place).strip();
    }
}
