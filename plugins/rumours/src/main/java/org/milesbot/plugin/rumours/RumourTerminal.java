package org.milesbot.plugin.rumours;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.terminal.TerminalRequest;
import org.milesbot.plugin.rumours.Lists.Listed;
import org.milesbot.plugin.rumours.Lists.ReporterRow;

/** What the operator does: {@code milesbot rumours list | show 12 | drop 12 | reporters}. */
final class RumourTerminal {

    private static final int MOST = 200;
    private static final Set<String> STATES =
            new TreeSet<>(Set.of("quarantined", "confirmed", "late", "expired", "dropped"));

    private RumourTerminal() {}

    static List<TerminalCommand> of(RumourTables tables, Clock clock) {
        Lists lists = new Lists(tables.storage());
        return List.of(
                new Command("list", "quarantined", request -> list(lists, request)),
                new Command("show", "12", request -> show(lists, request)),
                new Command("drop", "12", request -> drop(lists, request, clock)),
                new Command("reporters", "", request -> reporters(lists, request)));
    }

    /** What a command does. */
    @FunctionalInterface
    private interface Work {
        void on(TerminalRequest request) throws SQLException;
    }

    private record Command(String name, String example, Work work) implements TerminalCommand {

        @Override
        public String help(Locale language) {
            return Phrases.said(language, "terminal." + name);
        }

        @Override
        public void run(TerminalRequest request) throws SQLException {
            work.on(request);
        }
    }

    private static void list(Lists lists, TerminalRequest request) throws SQLException {
        List<String> words = request.words();
        String state = words.isEmpty() ? null : words.get(0);
        if (words.size() > 1 || (state != null && !STATES.contains(state))) {
            throw usage("terminal.states", String.join(", ", STATES));
        }
        if (request.isJson()) {
            lists.listedAsJson(state, MOST).forEach(request.out()::println);
            return;
        }
        for (Listed listed : lists.listed(state, MOST)) {
            request.out().println(line(listed, request.language()));
        }
    }

    private static String line(Listed listed, Locale language) {
        return String.join(
                "\t",
                String.valueOf(listed.id()),
                LocalDate.ofInstant(listed.reportedAt(), Zones.SAO_PAULO).toString(),
                Phrases.said(language, "state." + listed.state()),
                who(listed.chatId(), listed.way(), language),
                Phrases.offers(listed.offers(), language));
    }

    private static String who(@Nullable Long chatId, String way, Locale language) {
        return chatId == null
                ? Phrases.said(language, way.equals("inbox") ? "who.inbox" : "who.forgotten")
                : chatId.toString();
    }

    private static void show(Lists lists, TerminalRequest request) throws SQLException {
        long id = id(request, "show");
        List<String> found = request.isJson() ? lists.shownAsJson(id) : lists.words(id);
        if (found.isEmpty()) {
            throw usage("terminal.unknown", String.valueOf(id));
        }
        PrintWriter out = request.out();
        if (!request.isJson()) {
            lists.listed(id).forEach(listed -> out.println(line(listed, request.language())));
            out.println();
        }
        out.println(found.get(0));
    }

    private static void drop(Lists lists, TerminalRequest request, Clock clock) throws SQLException {
        long id = id(request, "drop");
        if (!lists.drop(id, clock.instant())) {
            throw usage("terminal.not_waiting", String.valueOf(id));
        }
        if (!request.isJson()) {
            request.out().println(Phrases.said(request.language(), "terminal.dropped", String.valueOf(id)));
        }
    }

    private static void reporters(Lists lists, TerminalRequest request) throws SQLException {
        if (request.isJson()) {
            lists.reportersAsJson().forEach(request.out()::println);
            return;
        }
        request.out().println(Phrases.said(request.language(), "terminal.reporters.head"));
        for (ReporterRow row : lists.reporters()) {
            request.out()
                    .println(String.join(
                            "\t",
                            who(row.chatId(), "bot", request.language()),
                            row.share() + "%",
                            row.confirmed() + "/" + row.decided(),
                            String.valueOf(row.reported()),
                            row.hours()));
        }
    }

    private static long id(TerminalRequest request, String command) {
        List<String> words = request.words();
        if (words.size() != 1 || !words.get(0).matches("[0-9]{1,18}")) {
            throw usage("terminal.id", command);
        }
        return Long.parseLong(words.get(0));
    }

    private static MilesbotException usage(String key, Object... arguments) {
        return new MilesbotException(ErrorKind.USAGE, Text.of(RumourTerminal.class, key, arguments));
    }
}
