package org.milesbot.cli.jar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Feeds of blogs on hosts of 127.0.0.0/8, any number of them, without a robots.txt. They keep their validators until they
 * are told to change, and then each has one post more.
 */
final class FeedServer implements AutoCloseable {

    private static final int ITEMS = 10;
    private static final int HOSTS_A_NET = 250;

    private final ExecutorService threads = Executors.newFixedThreadPool(64);
    private final HttpServer server;
    private final int latency;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicInteger version = new AtomicInteger(1);

    /**
     * Starts it.
     *
     * @param latency milliseconds before each answer
     */
    FeedServer(int latency) throws IOException {
        this.latency = latency;
        server = HttpServer.create(new InetSocketAddress(0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where a feed is, if they are spread over so many hosts. */
    String address(int feed, int hosts) {
        int host = feed % hosts;
        return "http://127.0.%d.%d:%d/%d"
                .formatted(
                        host / HOSTS_A_NET,
                        1 + host % HOSTS_A_NET,
                        server.getAddress().getPort(),
                        feed);
    }

    /** Writes a plug-in that declares feeds. */
    void declare(Path folder, int feeds, int hosts) throws IOException {
        Files.createDirectories(folder);
        String listed = IntStream.range(0, feeds)
                .mapToObj(
                        i -> "  - {id: s%d, provenance: blog, format: feed, url: '%s'}".formatted(i, address(i, hosts)))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("plugin.yaml"),
                "id: " + folder.getFileName() + "\nversion: 1.0.0\nschedule: hourly\ncategories: [bonus]\nsources:\n"
                        + listed + "\n");
    }

    /** From now on every feed has another post. */
    void change() {
        version.incrementAndGet();
    }

    /** Counts anew. */
    void reset() {
        asked.set(0);
        unchanged.set(0);
    }

    /** How many requests there were. */
    int asked() {
        return asked.get();
    }

    /** How many of them were told that nothing has changed. */
    int unchanged() {
        return unchanged.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        pause();
        String path = exchange.getRequestURI().getPath();
        int now = version.get();
        String mark = "\"" + now + "\"";
        if (path.equals("/robots.txt")) {
            exchange.sendResponseHeaders(404, -1);
        } else if (mark.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] feed = feed(Integer.parseInt(path.substring(1)), now).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.getResponseHeaders().set("ETag", mark);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
        exchange.close();
    }

    private void pause() {
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Posts of a blog, of which one in ten offers something; the newest is of this version. */
    private static String feed(int source, int version) {
        List<String> items = new ArrayList<>();
        for (int post = version + ITEMS - 1; post >= version; post--) {
            String text = post % ITEMS == 1
                    ? "A Livelo oferece até " + (50 + source % 50)
                            + "% de bônus nas transferências para a Smiles até 30/11/2026."
                    : "Uma crônica de viagem sem oferta alguma. ".repeat(40);
            items.add("<item><title>Post %d de %d</title><link>https://blog%d.example.org/%d</link>"
                            .formatted(post, source, source, post)
                    + "<pubDate>Fri, 20 Nov 2026 12:%02d:00 GMT</pubDate><description>%s</description></item>"
                            .formatted(post % 60, text));
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blog " + source + "</title>"
                + String.join("", items) + "</channel></rss>";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
