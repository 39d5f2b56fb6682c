package org.milesbot.cli.jar;

import static org.awaitility.Awaitility.await;

import io.javalin.Javalin;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.milesbot.api.Zones;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Migrations;
import org.milesbot.store.embedded.EmbeddedPostgres;
import org.milesbot.store.embedded.EmbeddedSettings;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.testing.InventedCampaigns;
import org.milesbot.store.testing.TestServer;

/**
 * How long people wait for the first page and for the search while many ask, from when each should have asked to when they
 * have the whole answer; how many answers a second there can be, beside a file of the same bytes that the same web server
 * reads from the disk; and how much memory the process takes. The campaigns stay in {@code target} for the next time.
 */
final class ServeBenchmark {

    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmx112m", "-XX:TieredStopAtLevel=1");
    private static final int A_SECOND = 200;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 30;
    private static final int CONNECTIONS = 48;
    private static final int TOGETHER = 16;

    private final Random random = new Random(7);
    private final int seconds;

    private ServeBenchmark(int seconds) {
        this.seconds = seconds;
    }

    /** Arguments: how many campaigns, and for how many seconds each thing is asked; or {@code static FOLDER PORT}, to be the server that is compared with. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3) {
            serveFiles(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        int campaigns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path home = Path.of("target", "serve-bench").toAbsolutePath();
        fill(home, campaigns);
        int port = freePort();
        FatJar jar = new FatJar(home).with("MILESBOT_WEB_RATE", "1000000").with("MALLOC_ARENA_MAX", "2");
        Running server = jar.startWith(SMALL, "serve", "--port", Integer.toString(port));
        awaitServer(port);
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SECONDS;
        new ServeBenchmark(seconds).measure(home, port, server);
        server.stop();
    }

    private static void fill(Path home, int campaigns) {
        Path folder = home.resolve("postgres");
        EmbeddedSettings settings =
                new EmbeddedSettings(folder, null, TestServer.binariesJar(), 0, Duration.ofHours(1));
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(settings);
                Database database = Database.open(postgres.start(), Database.SCHEMA)) {
            new Migrations(database).ensureCurrent();
            long kept = new Promos(database).counts().promos();
            if (kept == 0) {
                System.out.println("filling the database, which takes some minutes");
                InventedCampaigns.fill(database, 1, campaigns, LocalDate.now(Clock.system(Zones.SAO_PAULO)));
            }
            System.out.println(new Promos(database).counts().promos() + " campaigns");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitServer(int port) {
        await().atMost(1, TimeUnit.MINUTES).ignoreExceptions().until(() -> {
            try (PlainClient client = new PlainClient(port)) {
                return client.get("/about") > 0;
            }
        });
    }

    private void measure(Path home, int port, Running server)
            throws IOException, InterruptedException, ExecutionException {
        List<String> first = firstPages();
        List<String> searches = searches();
        ask(port, first, WARM_UP_SECONDS);
        ask(port, searches, WARM_UP_SECONDS);
        print("/ with " + first.size() + " filters", ask(port, first, seconds));
        print("/search for " + searches.size() + " different things", ask(port, searches, seconds));
        print("/search for what nobody asked before", ask(port, unheard(searches, A_SECOND * seconds), seconds));
        long pages = throughput(port, "/");
        Path folder = Files.createDirectories(home.resolve("static"));
        Path file = folder.resolve("page.html");
        Files.writeString(file, page(port));
        int other = freePort();
        Running files = Running.start(home, Map.of("MALLOC_ARENA_MAX", "2"), fileServer(folder, other));
        awaitServer(other);
        long plain = throughput(other, "/page.html");
        System.out.printf(
                Locale.ROOT,
                "/ %d a second, the same %d bytes as a file %d a second: %.2f; %d MB%n",
                pages,
                Files.size(file),
                plain,
                pages / (double) plain,
                resident(server));
        files.stop();
    }

    private static List<String> firstPages() {
        List<String> paths = new ArrayList<>(List.of("/", "/", "/", "/", "/", "/?lang=en"));
        for (String program : List.of("smiles", "latam_pass", "azul", "livelo", "esfera")) {
            paths.add("/?program=" + program);
            paths.add("/?program=" + program + "&min=80&sort=end");
        }
        return paths;
    }

    private List<String> searches() {
        List<String> programs = List.of("smiles", "latam", "azul", "livelo", "esfera", "tap", "accor", "");
        List<String> origins = List.of("itau", "bradesco", "santander", "c6", "nubank", "caixa", "inter", "");
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String words = pick(programs) + " " + pick(origins) + " "
                    + (random.nextBoolean() ? 10 * (1 + random.nextInt(15)) : "")
                    + (random.nextInt(4) == 0 ? " " + (2017 + random.nextInt(10)) : "");
            paths.add("/search?q=" + URLEncoder.encode(words.strip(), StandardCharsets.UTF_8)
                    + (random.nextInt(4) == 0 ? "&kind=transfer_bonus" : ""));
        }
        return paths;
    }

    /** As many different questions as there are asked, none of which was asked before or has its answer kept. */
    private List<String> unheard(List<String> heard, int many) {
        List<String> programs = List.of(
                "smiles",
                "latam",
                "azul",
                "livelo",
                "esfera",
                "tap",
                "accor",
                "iberia",
                "dotz",
                "lifemiles",
                "qatar",
                "");
        List<String> origins = List.of(
                "itau",
                "bradesco",
                "santander",
                "c6",
                "nubank",
                "caixa",
                "inter",
                "livelo",
                "sicredi",
                "xp",
                "btg",
                "");
        List<String> others = List.of(
                "bônus",
                "transferência",
                "clube",
                "compra",
                "voos",
                "lisboa",
                "miami",
                "março",
                "outubro",
                "magalu",
                "",
                "");
        List<String> chosen = List.of(
                "",
                "",
                "",
                "&kind=transfer_bonus",
                "&program=smiles",
                "&from=itau",
                "&year=2024",
                "&pct=80",
                "&pct=100");
        Set<String> paths = new LinkedHashSet<>();
        while (paths.size() < many) {
            String words = String.join(
                    " ",
                    pick(others),
                    pick(programs),
                    pick(origins),
                    random.nextBoolean() ? Integer.toString(10 * (1 + random.nextInt(15))) : "",
                    random.nextInt(4) == 0 ? Integer.toString(2017 + random.nextInt(10)) : "");
            String asked = words.strip().replaceAll(" +", " ");
            String path = "/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) + pick(chosen);
            if (!heard.contains(path)) {
                paths.add(path);
            }
        }
        return List.copyOf(paths);
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** What is asked, in turn, and how long each took. */
    private record Asked(List<Long> nanos, int failed) {}

    private Asked ask(int port, List<String> paths, int seconds) throws InterruptedException, ExecutionException {
        boolean isInTurn = paths.size() >= A_SECOND * seconds;
        int all = A_SECOND * seconds;
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            turns.add(isInTurn ? paths.get(i) : pick(paths));
        }
        ExecutorService people = Executors.newFixedThreadPool(CONNECTIONS);
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        List<Future<Asked>> each = new ArrayList<>();
        for (int person = 0; person < CONNECTIONS; person++) {
            int who = person;
            each.add(people.submit(() -> person(port, turns, who, begin)));
        }
        List<Long> nanos = new ArrayList<>();
        int failed = 0;
        for (Future<Asked> one : each) {
            nanos.addAll(one.get().nanos);
            failed += one.get().failed;
        }
        people.shutdown();
        return new Asked(nanos, failed);
    }

    private static Asked person(int port, List<String> turns, int who, long begin)
            throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        int failed = 0;
        try (PlainClient client = new PlainClient(port)) {
            for (int i = who; i < turns.size(); i += CONNECTIONS) {
                long due = begin + i * (TimeUnit.SECONDS.toNanos(1) / A_SECOND);
                long early = due - System.nanoTime();
                if (early > 0) {
                    TimeUnit.NANOSECONDS.sleep(early);
                }
                failed += client.get(turns.get(i)) == 200 ? 0 : 1;
                nanos.add(System.nanoTime() - due);
            }
        }
        return new Asked(nanos, failed);
    }

    private static long throughput(int port, String path) throws InterruptedException, ExecutionException {
        int seconds = 10;
        ExecutorService people = Executors.newFixedThreadPool(TOGETHER);
        long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        List<Future<Long>> each = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            each.add(people.submit(() -> {
                long count = 0;
                try (PlainClient client = new PlainClient(port)) {
                    while (System.nanoTime() < end) {
                        client.get(path);
                        count += System.nanoTime() > begin ? 1 : 0;
                    }
                }
                return count;
            }));
        }
        long all = 0;
        for (Future<Long> one : each) {
            all += one.get();
        }
        people.shutdown();
        return all / seconds;
    }

    private static String page(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("Accept-Language", "pt-BR,pt;q=0.9")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static List<String> fileServer(Path folder, int port) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(SMALL);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ServeBenchmark.class.getName(),
                "static",
                folder.toString(),
                Integer.toString(port)));
        return command;
    }

    private static void serveFiles(Path folder, int port) throws InterruptedException {
        Javalin files = Javalin.create(config -> config.staticFiles.add(folder.toString(), Location.EXTERNAL));
        files.start("127.0.0.1", port);
        Thread.currentThread().join();
    }

    private static void print(String what, Asked asked) {
        List<Long> sorted = asked.nanos.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s at %d a second: %d answers, %d failed, median %.1f ms, p95 %.1f ms, longest %.0f ms%n",
                what,
                A_SECOND,
                sorted.size(),
                asked.failed,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 1));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size()))) / 1e6;
    }

    private static long resident(Running server) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }
}
