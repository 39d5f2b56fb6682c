package org.milesbot.cli.chaos;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.milesbot.cli.jar.FatJar;
import org.milesbot.cli.jar.PlainClient;
import org.milesbot.cli.jar.Run;
import org.milesbot.cli.jar.Running;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Migrations;
import org.milesbot.store.embedded.EmbeddedPostgres;
import org.milesbot.store.embedded.EmbeddedSettings;
import org.milesbot.store.testing.TestServer;

/**
 * {@code milesbot run} with everything for some minutes, started as people start it: 24 plug-ins that are scraped each minute,
 * people who talk and people who are told, pages that are asked for. Says whether it takes more and more of anything; and how
 * much memory it takes at most, and one tick of {@code scrape --due} over 200 pages beside it.
 */
public final class Soak {

    private static final int PLUGINS = 24;
    private static final int PAGES = 200;
    private static final int PEOPLE = 40;
    private static final int TALKERS = 20;
    private static final long MEGABYTE = 1024;
    private static final long MOST_OF_RUN = 256;
    private static final long MOST_OF_A_TICK = 160;
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final List<String> WORDS = List.of(
            "/help",
            "/promos",
            "/routes",
            "/history smiles",
            "/forecast smiles",
            "quando volta a Livelo?",
            "/settings");
    private static final List<String> PATHS = List.of(
            "/",
            "/?program=smiles",
            "/search?q=livelo",
            "/forecast",
            "/routes",
            "/sources",
            "/about",
            "/feed.atom",
            "/health",
            "/metrics",
            "/api/v1/promos");

    private final Map<String, Integer> answers = new TreeMap<>();
    private final AtomicInteger said = new AtomicInteger();

    private Soak() {}

    /** Arguments: for how many minutes, 10 if none. Ends with 0 if nothing grows and the memory is within its bounds. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration time = Duration.ofMinutes(arguments.length > 0 ? Long.parseLong(arguments[0]) : 10);
        Path folder = Files.createTempDirectory("milesbot-soak");
        boolean isGood;
        try (Feeds feeds = new Feeds();
                BotApiServer telegram = BotApiServer.start()) {
            boolean isTickSmall = new Soak().tick(folder.resolve("tick"), feeds);
            isGood = new Soak().run(folder.resolve("run"), feeds, telegram, time) && isTickSmall;
        }
        Shell.run("rm", "-rf", folder.toString());
        System.exit(isGood ? 0 : 1);
    }

    private static FatJar jar(Path home) throws IOException {
        return new FatJar(Files.createDirectories(home)).with("MILESBOT_FETCH_ALLOW_PRIVATE", "*");
    }

    private boolean tick(Path home, Feeds feeds) throws IOException, InterruptedException {
        feeds.declare(home.resolve("plugins"), "many", 0, PAGES);
        FatJar jar = jar(home).with("PLUGINS_ENABLED", "many");
        jar.launch("warm-cache").await();
        jar.launch("promos", "--json").await();
        Running running = jar.launch("scrape", "--due", "--quiet");
        long peak = 0;
        while (running.isAlive()) {
            peak = Math.max(peak, Sample.status(running.pid(), "VmHWM:"));
            Thread.sleep(20);
        }
        Run run = running.await();
        Run sources = jar.run("sources", "--json");
        jar.run("db", "stop", "--quiet");
        long read = sources.lines().stream()
                .filter(line -> line.contains("\"outcome\":\"read\""))
                .count();
        boolean isGood = run.exitCode() == 0 && read == PAGES && peak <= MOST_OF_A_TICK * MEGABYTE;
        System.out.printf(
                Locale.ROOT,
                "scrape --due over %d pages, of which %d were read: exit code %d, at most %d MB (bound: %d MB): %s%n",
                PAGES,
                read,
                run.exitCode(),
                peak / MEGABYTE,
                MOST_OF_A_TICK,
                isGood ? "good" : "NOT GOOD");
        return isGood;
    }

    private boolean run(Path home, Feeds feeds, BotApiServer telegram, Duration time)
            throws IOException, InterruptedException {
        List<String> plugins = new ArrayList<>();
        for (int i = 0; i < PLUGINS; i++) {
            plugins.add("soak_" + i);
            feeds.declare(home.resolve("plugins"), "soak_" + i, PAGES + i, 1);
        }
        int port = freePort();
        FatJar jar = jar(home)
                .with("PLUGINS_ENABLED", String.join(",", plugins))
                .with("TELEGRAM_BOT_TOKEN", BotApiServer.TOKEN)
                .with("MILESBOT_TELEGRAM_URL", telegram.url().toString())
                .with("MILESBOT_WEB_PORT", Integer.toString(port));
        EmbeddedSettings settings = new EmbeddedSettings(
                home.resolve("postgres"), null, TestServer.binariesJar(), 0, Duration.ofMinutes(60));
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(settings);
                Database database = Database.open(postgres.start(), Database.SCHEMA)) {
            new Migrations(database).ensureCurrent();
            inhabit(database);
            jar.launch("warm-cache").await();
            Running running = jar.launch("run");
            again(threads, () -> talk(telegram), 500);
            again(threads, () -> visit(port), 200);
            AtomicLong peak = new AtomicLong();
            List<Sample> samples = sample(running, home, database, time, peak);
            boolean isGood = judge(new Flatness(samples, time.toSeconds() / 60.0), peak.get(), running);
            threads.shutdownNow();
            threads.awaitTermination(1, TimeUnit.MINUTES);
            tell(database, telegram);
            Run ended = running.stop();
            System.out.println("ended with " + ended.exitCode());
            System.err.println(ended.err());
            return isGood && ended.exitCode() == 0;
        } finally {
            threads.shutdownNow();
            jar.run("db", "stop", "--quiet");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void inhabit(Database database) {
        database.useTransaction(open -> {
            open.execute(
                    "insert into app_user (telegram_id, created_at, welcomed_at)"
                            + " select number, now(), now() from generate_series(1, ?) as number",
                    PEOPLE);
            open.execute("insert into user_config (user_id, threshold) select id, 0 from app_user");
            open.execute("insert into event_cursor (consumer, last_id) values ('notify', 0)");
        });
    }

    private static List<Sample> sample(Running running, Path home, Database database, Duration time, AtomicLong peak)
            throws InterruptedException {
        List<Sample> samples = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && running.isAlive()) {
            Thread.sleep(EVERY.toMillis());
            samples.add(Sample.of(running.pid(), home, database));
            peak.set(Math.max(peak.get(), Sample.status(running.pid(), "VmHWM:")));
        }
        return samples;
    }

    private static boolean judge(Flatness flatness, long peak, Running running) {
        boolean isSmall = peak <= MOST_OF_RUN * MEGABYTE;
        List<String> growing = flatness.growing();
        System.out.println(flatness);
        System.out.printf(
                Locale.ROOT,
                "run: at most %d MB (bound: %d MB): %s%n",
                peak / MEGABYTE,
                MOST_OF_RUN,
                isSmall ? "good" : "NOT GOOD");
        System.out.println(
                growing.isEmpty()
                        ? "all flat: the last third against the second"
                        : "NOT FLAT: " + String.join("; ", growing));
        return isSmall && growing.isEmpty() && running.isAlive();
    }

    private void tell(Database database, BotApiServer telegram) {
        String rows =
                database.with(open -> open.createQuery("""
                        select concat_ws(', ',
                            (select count(*) || ' scrapes' from run where job = 'scrape' and ended_at is not null),
                            (select count(*) || ' captures' from capture),
                            (select count(*) || ' alerts' from alert where state = 'sent'))
                        """).mapTo(String.class).one());
        System.out.println(rows + ", " + said + " things said to the bot, "
                + telegram.counts().delivered() + " messages delivered, pages by status: " + answers);
    }

    private void talk(BotApiServer telegram) {
        int number = said.getAndIncrement();
        telegram.happens(Sayings.text(1_000_001 + number % TALKERS, WORDS.get(number % WORDS.size())));
    }

    private void visit(int port) {
        String path = PATHS.get(
                Math.floorMod(answers.values().stream().mapToInt(times -> times).sum(), PATHS.size()));
        try (PlainClient client = new PlainClient(port)) {
            answers.merge(Integer.toString(client.get(path)), 1, Integer::sum);
        } catch (IOException e) {
            answers.merge("none", 1, Integer::sum);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It goes on until the end.
    private static void again(ScheduledExecutorService threads, Runnable work, long pace) {
        threads.scheduleWithFixedDelay(work, 15_000, pace, TimeUnit.MILLISECONDS);
    }
}
