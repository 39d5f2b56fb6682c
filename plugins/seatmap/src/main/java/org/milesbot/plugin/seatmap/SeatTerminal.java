package org.milesbot.plugin.seatmap;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.terminal.TerminalRequest;

/** What the operator sees: {@code milesbot seatmap watches}, {@code milesbot seatmap seats GRU LIS}. */
final class SeatTerminal {

    private SeatTerminal() {}

    static List<TerminalCommand> of(SeatTables tables) {
        Overview overview = new Overview(tables.storage());
        return List.of(new Watches(overview), new Seats(overview));
    }

    private record Watches(Overview overview) implements TerminalCommand {

        @Override
        public String name() {
            return "watches";
        }

        @Override
        public String help(Locale language) {
            return Phrases.said(language, "terminal.watches");
        }

        @Override
        public void run(TerminalRequest request) throws SQLException {
            overview.watches(request.isJson()).forEach(request.out()::println);
        }
    }

    private record Seats(Overview overview) implements TerminalCommand {

        @Override
        public String name() {
            return "seats";
        }

        @Override
        public String help(Locale language) {
            return Phrases.said(language, "terminal.seats");
        }

        @Override
        public String example() {
            return "GRU LIS";
        }

        @Override
        public void run(TerminalRequest request) throws SQLException {
            List<String> route = request.words().stream()
                    .map(word -> word.toUpperCase(Locale.ROOT))
                    .toList();
            if (route.size() != 2 || !route.stream().allMatch(code -> code.matches("[A-Z]{3}"))) {
                throw new MilesbotException(ErrorKind.USAGE, Text.of(SeatTerminal.class, "terminal.route", example()));
            }
            overview.seats(route.get(0), route.get(1), request.isJson()).forEach(request.out()::println);
        }
    }
}
