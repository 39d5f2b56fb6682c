package org.milesbot.cli.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.milesbot.api.Zones;

/** Any number of blogs, each of which has something new every half minute, and now and then an offer, and keeps the last twenty. */
final class Feeds implements AutoCloseable {

    private static final Duration PACE = Duration.ofSeconds(30);
    private static final int KEPT = 20;
    private static final int ONE_IN = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final Clock clock = Clock.system(Zones.SAO_PAULO);
    private final Instant begin = clock.instant();

    Feeds() throws IOException {
        server = HttpServer.create(new InetSocketAddress(0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Puts a plug-in into a folder that reads some blogs, each on an address of its own. */
    void declare(Path plugins, String id, int first, int blogs) throws IOException {
        String listed = LongStream.range(first, first + blogs)
                .mapToObj(i -> "  - {id: %s_%d, provenance: blog, format: feed, url: 'http://127.0.%d.%d:%d/%d',"
                                .formatted(
                                        id,
                                        i,
                                        1 + i / 200,
                                        1 + i % 200,
                                        server.getAddress().getPort(),
                                        i)
                        + " check: {least: 1m, greatest: 1m}}")
                .collect(Collectors.joining("\n"));
        Files.writeString(
                Files.createDirectories(plugins.resolve(id)).resolve("plugin.yaml"),
                "id: " + id + "\nversion: 1.0.0\nschedule: \"* * * * *\"\ncategories: [bonus]\nsources:\n" + listed
                        + "\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/robots.txt")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            long newest = Duration.between(begin, clock.instant()).dividedBy(PACE);
            String mark = "\"" + newest + "\"";
            exchange.getResponseHeaders().set("ETag", mark);
            if (mark.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] feed = feed(Integer.parseInt(path.substring(1)), newest).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
    }

    private String feed(int blog, long newest) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blog " + blog + "</title>"
                + LongStream.rangeClosed(newest - KEPT + 1, newest)
                        .mapToObj(number -> item(blog, number))
                        .collect(Collectors.joining())
                + "</channel></rss>";
    }

    private String item(int blog, long number) {
        ZonedDateTime at = begin.plus(PACE.multipliedBy(number)).atZone(Zones.SAO_PAULO);
        String offer = "A Livelo oferece até " + (40 + Math.floorMod(blog * 7L + number, 80))
                + "% de bônus nas transferências para a Smiles até " + DAY.format(at.plusDays(9)) + ".";
        boolean isOffer = Math.floorMod(blog + number, ONE_IN) == 0;
        String address = "https://blog" + blog + ".example.org/" + number;
        return "<item><title>Post %d</title><guid>%s</guid><link>%s</link><pubDate>%s</pubDate><description>%s</description></item>"
                .formatted(
                        number,
                        address,
                        address,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(at),
                        isOffer ? offer : "Uma crônica de viagem sem oferta alguma. ".repeat(40));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
