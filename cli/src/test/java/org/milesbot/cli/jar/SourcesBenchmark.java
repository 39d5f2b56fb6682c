package org.milesbot.cli.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long a tick over many sources takes, and how much memory: feeds of one plug-in, on hosts of 127.0.0.0/8 that answer after
 * 50 ms, first when all is new, then when nothing is. Beside it stands what politeness allows: of each host robots.txt, once a
 * day, and then one feed after the other, with a pause of 2 to 3 s between two requests, which is 2.5 s in the mean.
 */
final class SourcesBenchmark {

    private static final int LATENCY = 50;
    private static final double PAUSE = 2.5;

    private final int sources;
    private final int hosts;

    private SourcesBenchmark(int sources, int hosts) {
        this.sources = sources;
        this.hosts = hosts;
    }

    /** Arguments: how many sources, 1,000 if none; on how many hosts, 100 if none. */
    public static void main(String[] arguments) throws IOException {
        int sources = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int hosts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        new SourcesBenchmark(sources, hosts).run();
    }

    private void run() throws IOException {
        Path home = Files.createTempDirectory("milesbot-sources-bench");
        Launcher milesbot = new Launcher(home).with("MILESBOT_FETCH_ALLOW_PRIVATE", "*");
        try (FeedServer server = new FeedServer(LATENCY)) {
            server.declare(home.resolve("plugins").resolve("many"), sources, hosts);
            milesbot.run("promos", "--json"); // so that the database is there
            milesbot.run("warm-cache");
            MarkdownTable table = new MarkdownTable(
                    sources + " sources on " + hosts + " hosts",
                    "took",
                    "politeness alone",
                    "ratio",
                    "requests",
                    "unchanged",
                    "peak memory");
            tick(table, milesbot, server, "all of it new");
            tick(table, milesbot, server, "nothing new");
            System.out.println(table);
        } finally {
            milesbot.run("db", "stop", "--quiet");
        }
    }

    private void tick(MarkdownTable table, Launcher milesbot, FeedServer server, String what) {
        server.reset();
        Spent spent = milesbot.spent("scrape", "--plugin", "many", "--quiet");
        // With robots.txt, where a host was asked for it.
        double each = (double) server.asked() / hosts;
        double allowed = (each - 1) * PAUSE + each * LATENCY / 1_000;
        double took = spent.wall() / 1_000;
        table.row(
                what,
                "%.1f s".formatted(took),
                "%.1f s".formatted(allowed),
                "%.2f".formatted(took / allowed),
                Integer.toString(server.asked()),
                Integer.toString(server.unchanged()),
                spent.peak() / 1_024 + " MB");
    }
}
