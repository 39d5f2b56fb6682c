package org.milesbot.cli.jar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a tick over many sources takes, and how much memory: feeds of one plug-in, on hosts of 127.0.0.0/8 that answer after
 * 50 ms, first when all is new, then when nothing is. Beside it stands what politeness allows: of each host robots.txt and then
 * one feed after the other, with a pause of 2 to 3 s between two requests, which is 2.5 s in the mean.
 */
final class SourcesBenchmark {

    private static final int LATENCY = 50;
    private static final double PAUSE = 2.5;
    private static final int ITEMS = 10;
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmx192m");

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();

    private SourcesBenchmark() {}

    /** Arguments: how many sources, 1,000 if none; on how many hosts, 100 if none. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int sources = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int hosts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        new SourcesBenchmark().run(sources, hosts);
    }

    private void run(int sources, int hosts) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("milesbot-sources-bench");
        ExecutorService threads = Executors.newFixedThreadPool(64);
        HttpServer server = HttpServer.create(new InetSocketAddress(0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        declare(
                home.resolve("plugins").resolve("many"),
                sources,
                hosts,
                server.getAddress().getPort());
        FatJar jar = new FatJar(home).with("MILESBOT_FETCH_ALLOW_PRIVATE", "*");
        try {
            jar.run("promos", "--json"); // so that the database is there
            int each = sources / hosts;
            double allowed = each * PAUSE + (each + 1) * LATENCY / 1_000.0;
            tick(jar, "all of it new", sources, hosts, allowed);
            tick(jar, "nothing new", sources, hosts, allowed);
        } finally {
            jar.run("db", "stop", "--quiet");
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private void tick(FatJar jar, String what, int sources, int hosts, double allowed)
            throws IOException, InterruptedException {
        asked.set(0);
        unchanged.set(0);
        long begin = System.nanoTime();
        Running running = jar.startWith(SMALL, "scrape", "--plugin", "many", "--quiet");
        long peak = 0;
        while (running.isAlive()) {
            peak = Math.max(peak, peak(running.pid()));
            Thread.sleep(50);
        }
        double took = (System.nanoTime() - begin) / 1e9;
        Run run = running.await(Duration.ofMinutes(1));
        if (run.exitCode() != 0) {
            throw new IllegalStateException("scrape ended with " + run.exitCode() + ": " + run.err());
        }
        System.out.printf(
                Locale.ROOT,
                "%d sources on %d hosts, %s: %.1f s where politeness allows %.1f s (%.2f times), %d requests, %d unchanged,"
                        + " at most %d MB%n",
                sources,
                hosts,
                what,
                took,
                allowed,
                took / allowed,
                asked.get(),
                unchanged.get(),
                peak >> 10);
    }

    /** In kB; 0 once it has ended. */
    private static long peak(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void declare(Path folder, int sources, int hosts, int port) throws IOException {
        Files.createDirectories(folder);
        String listed = IntStream.range(0, sources)
                .mapToObj(i -> "  - {id: s%d, provenance: blog, format: feed, url: 'http://127.0.%d.%d:%d/%d'}"
                        .formatted(i, i % hosts / 250, 1 + i % hosts % 250, port, i))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("plugin.yaml"),
                "id: many\nversion: 1.0.0\nschedule: hourly\ncategories: [bonus]\nsources:\n" + listed + "\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        pause();
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/robots.txt")) {
            exchange.sendResponseHeaders(404, -1);
        } else if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] feed = feed(path.substring(1)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(LATENCY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Posts of a blog, of which one in ten offers something. */
    private static String feed(String source) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            String text = i == 0
                    ? "A Livelo oferece até " + (50 + Integer.parseInt(source) % 50)
                            + "% de bônus nas transferências para a Smiles até 30/11/2026."
                    : "Uma crônica de viagem sem oferta alguma. ".repeat(40);
            items.add("<item><title>Post %d de %s</title><link>https://blog%s.example.org/%d</link>"
                            .formatted(i, source, source, i)
                    + "<pubDate>Fri, 20 Nov 2026 12:0%d:00 GMT</pubDate><description>%s</description></item>"
                            .formatted(i, text));
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blog " + source + "</title>"
                + String.join("", items) + "</channel></rss>";
    }
}
