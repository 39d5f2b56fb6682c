package org.milesbot.plugin.seatmap;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.milesbot.api.storage.Storage;

/** The plug-in's own tables as the operator sees them: lines with tabs between, or JSON, an object each. */
final class Overview {

    private static final int MOST = 1_000;

    private final Storage storage;

    Overview(Storage storage) {
        this.storage = storage;
    }

    /** What is watched and by how many; by whom is nobody's business. */
    List<String> watches(boolean isJson) throws SQLException {
        return lines("""
                select origin, dest as destination, first_day as "from", last_day as "to", cabin, seats, count(*) as people
                from watch
                group by origin, dest, first_day, last_day, cabin, seats
                order by people desc, origin, dest, first_day, cabin, seats
                """, isJson);
    }

    /** How many seats there are on a route, also where there are none left. */
    List<String> seats(String origin, String dest, boolean isJson) throws SQLException {
        return lines("""
                select day, cabin, program, seats, is_exact, miles, taxes as taxes_brl, stops, seen_at
                from seat
                where origin = ?
                  and dest = ?
                order by day, cabin, program
                """, isJson, origin, dest);
    }

    private List<String> lines(String sql, boolean isJson, String... words) throws SQLException {
        return storage.inTransaction(connection -> {
            List<String> lines = new ArrayList<>();
            String json = "select row_to_json(told)::text from (" + sql + ") as told limit " + MOST;
            try (PreparedStatement select = connection.prepareStatement(isJson ? json : sql + "limit " + MOST)) {
                for (int i = 0; i < words.length; i++) {
                    select.setString(i + 1, words[i]);
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        lines.add(isJson ? row.getString(1) : line(row));
                    }
                }
            }
            return lines;
        });
    }

    private static String line(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String cell = row.getString(column);
            cells.add(cell == null ? "-" : cell);
        }
        return String.join("\t", cells);
    }
}
