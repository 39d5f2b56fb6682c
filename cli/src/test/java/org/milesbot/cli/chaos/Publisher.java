package org.milesbot.cli.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.milesbot.api.Zones;

/** Blogs on this machine, whose feeds keep all that they ever had; now and then one of them does not answer as it should. */
final class Publisher implements AutoCloseable {

    /** The plug-in that reads them. */
    static final String PLUGIN = "chaos";

    private static final List<String> PROGRAMS = List.of("smiles Smiles", "latam_pass LATAM Pass", "azul TudoAzul");
    private static final List<String> BANKS = List.of(
            "itau Itaú",
            "bradesco Bradesco",
            "caixa Caixa",
            "inter Banco Inter",
            "c6 C6 Bank",
            "btg BTG Pactual",
            "xp XP",
            "nubank Nubank",
            "sicredi Sicredi",
            "sicoob Sicoob",
            "brb BRB",
            "banrisul Banrisul",
            "safra Safra",
            "livelo Livelo",
            "esfera Esfera");

    /** How many campaigns there can be, all of them different. */
    static final int MOST = PROGRAMS.size() * BANKS.size();

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int ONE_IN = 40;

    /**
     * A campaign.
     *
     * @param number from 0, by which everything else is known
     */
    record Offer(int number) {

        String program() {
            return PROGRAMS.get(number % PROGRAMS.size()).split(" ", 2)[0];
        }

        String origin() {
            return bank().split(" ", 2)[0];
        }

        private String bank() {
            return BANKS.get(number / PROGRAMS.size());
        }

        /** Programme and origin, which no other has. */
        String key() {
            return program() + " " + origin();
        }

        int percent() {
            return 30 + number;
        }

        String title() {
            return bank().split(" ", 2)[1] + " e "
                    + PROGRAMS.get(number % PROGRAMS.size()).split(" ", 2)[1] + ": " + percent() + "% de bônus";
        }
    }

    /** An announcement in a blog. */
    private record Item(Offer offer, ZonedDateTime at, LocalDate end) {

        String xml(int blog) {
            String[] names = offer.title().split(":", 2)[0].split(" e ", 2);
            String text = "Transfira pontos de " + names[0] + " para " + names[1] + " e ganhe " + offer.percent()
                    + "% de bônus até " + DAY.format(end) + ".";
            return "<item><title>" + offer.title() + "</title><guid>" + guid(blog) + "</guid><link>" + guid(blog)
                    + "</link><pubDate>" + DateTimeFormatter.RFC_1123_DATE_TIME.format(at) + "</pubDate><description>"
                    + text + "</description></item>";
        }

        private String guid(int blog) {
            return "https://blog" + blog + ".example.org/" + offer.number();
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final Clock clock = Clock.system(Zones.SAO_PAULO);
    private final List<List<Item>> blogs;
    private final List<Offer> offers = new CopyOnWriteArrayList<>();
    private final Random faults;

    Publisher(String host, int blogs, long seed) throws IOException {
        faults = new Random(seed);
        this.blogs = IntStream.range(0, blogs)
                .<List<Item>>mapToObj(i -> new CopyOnWriteArrayList<>())
                .toList();
        server = HttpServer.create(new InetSocketAddress(host, 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Puts the plug-in that reads them into a folder. */
    void declare(Path plugins) throws IOException {
        InetSocketAddress address = server.getAddress();
        URI root = URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
        String listed = IntStream.range(0, blogs.size())
                .mapToObj(i ->
                        "  - {id: blog%d, provenance: blog, format: feed, url: '%s/%d', check: {least: 1m, greatest: 2m}}"
                                .formatted(i, root, i))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                Files.createDirectories(plugins.resolve(PLUGIN)).resolve("plugin.yaml"),
                "id: " + PLUGIN + "\nversion: 1.0.0\nschedule: \"* * * * *\"\ncategories: [bonus]\nsources:\n" + listed
                        + "\n");
    }

    /** Announces the next campaign in one to three blogs, while there is one. */
    void publish(Random random) {
        if (offers.size() == MOST) {
            return;
        }
        Offer offer = new Offer(offers.size());
        ZonedDateTime now = ZonedDateTime.now(clock);
        Item item = new Item(offer, now, now.toLocalDate().plusDays(9));
        int first = random.nextInt(blogs.size());
        offers.add(offer);
        for (int i = 0; i <= random.nextInt(3); i++) {
            blogs.get((first + i) % blogs.size()).add(item);
        }
    }

    /** All campaigns so far, by what no other has. */
    Map<String, Offer> offers() {
        return offers.stream().collect(Collectors.toMap(Offer::key, offer -> offer, (one, other) -> one, TreeMap::new));
    }

    /** All announcements so far: the blog and the campaign. */
    List<String> announcements() {
        List<String> all = new ArrayList<>();
        for (int blog = 0; blog < blogs.size(); blog++) {
            for (Item item : blogs.get(blog)) {
                all.add("blog" + blog + " " + item.offer().key());
            }
        }
        return all.stream().sorted().toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/robots.txt")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (isAtFault()) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                feed(exchange, Integer.parseInt(path.substring(1)));
            }
        }
    }

    private synchronized boolean isAtFault() {
        return faults.nextInt(ONE_IN) == 0;
    }

    private void feed(HttpExchange exchange, int blog) throws IOException {
        List<Item> items = List.copyOf(blogs.get(blog));
        String mark = "\"" + items.size() + "\"";
        exchange.getResponseHeaders().set("ETag", mark);
        if (mark.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        byte[] feed = ("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blog " + blog + "</title>"
                        + items.stream().map(item -> item.xml(blog)).collect(Collectors.joining()) + "</channel></rss>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
        exchange.sendResponseHeaders(200, feed.length);
        exchange.getResponseBody().write(feed);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d campaigns in %d blogs", offers.size(), blogs.size());
    }
}
