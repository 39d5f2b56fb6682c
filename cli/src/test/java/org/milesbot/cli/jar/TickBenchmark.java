package org.milesbot.cli.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one tick of a timer takes over 200 pages that are on 200 hosts of 127.0.0.0/8, beside urlwatch over the same pages of
 * the same server: when nothing has changed since the last tick, and when every page has. By turns, so that what else the
 * machine does is shared alike. Both ask with the validators of the last answer. milesbot has asked each host for its robots.txt
 * in the first tick, as it does once a day.
 */
final class TickBenchmark {

    private static final int RUNS = 20;
    private static final int PAGES = 200;
    private static final String MILESBOT = "milesbot";
    private static final String URLWATCH = "urlwatch";

    private final Path home;
    private final Launcher milesbot;
    private final FeedServer server;
    private final boolean compares;
    private final Map<String, List<Spent>> spent = new LinkedHashMap<>();
    private final Map<String, List<Double>> database = new LinkedHashMap<>();

    private TickBenchmark(Path home, FeedServer server, boolean compares) {
        this.home = home;
        this.server = server;
        this.compares = compares;
        this.milesbot = new Launcher(home).with("MILESBOT_FETCH_ALLOW_PRIVATE", "*");
    }

    /** Argument: how many ticks of each kind; 20 if there is none. */
    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        try (FeedServer server = new FeedServer(0)) {
            new TickBenchmark(Files.createTempDirectory("milesbot-tick-bench"), server, isThere()).run(runs);
        }
    }

    private static boolean isThere() {
        List<String> look = List.of("sh", "-c", "command -v " + URLWATCH);
        boolean there = Running.start(Path.of("."), Map.of(), look).await().exitCode() == 0;
        if (!there) {
            System.err.println("urlwatch is not there, so nothing stands beside milesbot: apt-get install urlwatch");
        }
        return there;
    }

    private void run(int runs) throws IOException {
        server.declare(home.resolve("plugins").resolve("pages"), PAGES, PAGES);
        list();
        try {
            milesbot.run("promos", "--json"); // so that the database is there
            milesbot.run("warm-cache");
            tick("first");
            spent.clear();
            database.clear();
            for (int i = 0; i < runs; i++) {
                server.change();
                tick("changed");
                tick("unchanged");
            }
            tell(runs);
        } finally {
            milesbot.run("db", "stop", "--quiet");
        }
    }

    /** The same pages for urlwatch, which reports to its standard output. */
    private void list() throws IOException {
        String pages = IntStream.range(0, PAGES)
                .mapToObj(i -> "name: p%d\nurl: '%s'\n".formatted(i, server.address(i, PAGES)))
                .collect(Collectors.joining("---\n"));
        Files.writeString(home.resolve("urls.yaml"), pages);
    }

    private void tick(String what) throws IOException {
        double before = ServerWork.soFar(home);
        add(what, MILESBOT, milesbot.spent("scrape", "--plugin", "pages", "--quiet"));
        database.computeIfAbsent(what, name -> new ArrayList<>()).add(ServerWork.soFar(home) - before);
        if (compares) {
            add(
                    what,
                    URLWATCH,
                    milesbot.spent(List.of(
                            URLWATCH,
                            "--urls",
                            "urls.yaml",
                            "--config",
                            "urlwatch.yaml",
                            "--hooks",
                            "hooks.py",
                            "--cache",
                            "urlwatch.db")));
        }
    }

    private void add(String what, String who, Spent one) {
        spent.computeIfAbsent(what + who, name -> new ArrayList<>()).add(one);
    }

    private void tell(int runs) {
        MarkdownTable table = new MarkdownTable(
                "200 pages",
                "by",
                "wall",
                "CPU",
                "peak memory",
                "wall beside urlwatch",
                "CPU beside urlwatch",
                "asked");
        for (String what : List.of("unchanged", "changed")) {
            Spent ours = median(what + MILESBOT);
            Spent theirs = compares ? median(what + URLWATCH) : null;
            table.row(
                    what,
                    MILESBOT,
                    seconds(ours.wall()),
                    seconds(ours.cpu()),
                    ours.peak() / 1_024 + " MB",
                    theirs == null ? "" : ratio(ours.wall(), theirs.wall()),
                    theirs == null ? "" : ratio(ours.cpu(), theirs.cpu()),
                    (what.equals("changed") ? "≤ 0.70" : "≤ 0.50") + ", ≤ 160 MB");
            if (theirs != null) {
                String memory = theirs.peak() / 1_024 + " MB";
                table.row(what, URLWATCH, seconds(theirs.wall()), seconds(theirs.cpu()), memory, "", "", "");
            }
            double server = Median.of(Objects.requireNonNull(database.get(what)));
            table.row(what, "milesbot's database beside it", "", seconds(server), "", "", "", "");
        }
        System.out.printf(
                "Medians of %d ticks each, by turns. milesbot asks each host for its robots.txt once a day, not in these"
                        + " ticks; urlwatch never does.%n%n%s%n",
                runs, table);
    }

    private Spent median(String name) {
        return Spent.median(Objects.requireNonNull(spent.get(name)));
    }

    private static String seconds(double milliseconds) {
        return String.format(Locale.ROOT, "%.2f s", milliseconds / 1_000);
    }

    private static String ratio(double ours, double theirs) {
        return String.format(Locale.ROOT, "%.2f", ours / theirs);
    }
}
