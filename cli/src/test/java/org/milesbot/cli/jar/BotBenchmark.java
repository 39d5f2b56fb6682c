package org.milesbot.cli.jar;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.milesbot.api.Zones;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Sayings;
import org.milesbot.store.db.Database;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.dedupe.Offers;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.ScoreRule;

/**
 * Many people talk to the bot at once, each with a pause between what they say: how long they wait for an answer, from when
 * Telegram has what they said to when it has the first message of the answer, and how much memory the bot takes.
 */
final class BotBenchmark {

    private static final List<String> SAID =
            List.of("/promos", "/settings", "/routes", "/calc 50000 livelo smiles", "/promos livelo", "/help", "/mute");
    private static final int PROMOS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmx96m");

    private final BotApiServer telegram;
    private final Map<Long, Long> asked = new ConcurrentHashMap<>();
    private final Queue<Long> waits = new ConcurrentLinkedQueue<>();
    private final Random random = new Random(1);

    private BotBenchmark(BotApiServer telegram) {
        this.telegram = telegram;
        telegram.journal(delivery -> answered(delivery.chatId()));
    }

    /** Arguments: how many people, and how many seconds they pause between two things they say, on average. */
    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int pause = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6;
        try (NotifyScene scene = NotifyScene.open(Files.createTempDirectory("milesbot-bench"))) {
            fill(scene);
            Running bot = scene.jar().startWith(SMALL, "bot");
            await().atMost(1, TimeUnit.MINUTES)
                    .until(() -> !scene.telegram().calls("getUpdates").isEmpty());
            new BotBenchmark(scene.telegram()).measure(people, pause, bot);
            bot.stop();
        }
    }

    private static void fill(NotifyScene scene) {
        try (Database database = scene.database()) {
            Instant now = Clock.systemUTC().instant();
            LocalDate today = LocalDate.ofInstant(now, Zones.SAO_PAULO);
            List<Sighted> sighted = new ArrayList<>();
            List<String> origins = List.of("livelo", "esfera", "itau", "bradesco", "santander");
            for (int i = 0; i < PROMOS; i++) {
                String offer = origins.get(i % origins.size()) + " " + (40 + 3 * i) + "/" + (30 + i) + " .."
                        + today.plusDays(3 + i % 9);
                sighted.add(new Sighted(
                        "a" + i,
                        Offers.told("blog:passageiro", today.minusDays(i % 4).toString(), offer, "Bônus " + i)));
            }
            new Sightings(database).store("blogs", 1, now, sighted);
            new Dedupe(database, Duration.ofDays(7), ScoreRule.DEFAULT).settle(now, false, step -> {});
        }
    }

    private void measure(int people, int pause, Running bot) throws InterruptedException, IOException {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        for (long person = 1; person <= people; person++) {
            talk(clock, person, pause);
        }
        Thread.sleep(WARM_UP.toMillis());
        waits.clear();
        Thread.sleep(MEASURED.toMillis());
        clock.shutdownNow();
        print("people, " + pause + " s apart", people, List.copyOf(waits), bot);
        Thread.sleep(3_000);
        waits.clear();
        asked.clear();
        for (long person = 1; person <= people; person++) {
            say(person, "/promos");
        }
        await().atMost(1, TimeUnit.MINUTES).until(() -> waits.size() >= people);
        print("people, in the same instant", people, List.copyOf(waits), bot);
    }

    private void talk(ScheduledExecutorService clock, long person, int pause) {
        long millis = (long) (-Math.log(1 - random.nextDouble()) * pause * 1_000);
        Future<?> next = clock.schedule(() -> talkOn(clock, person, pause), 2_100 + millis, TimeUnit.MILLISECONDS);
        if (next.isCancelled()) {
            throw new IllegalStateException("nobody talks any more");
        }
    }

    private void talkOn(ScheduledExecutorService clock, long person, int pause) {
        say(person, SAID.get(random.nextInt(SAID.size())));
        if (!clock.isShutdown()) {
            talk(clock, person, pause);
        }
    }

    private void say(long person, String text) {
        asked.put(person, System.nanoTime());
        telegram.happens(Sayings.text(person, text));
    }

    private void answered(long chat) {
        Long since = asked.remove(chat);
        if (since != null) {
            waits.add(System.nanoTime() - since);
        }
    }

    private static void print(String what, int people, List<Long> nanos, Running bot) throws IOException {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%d %s: %d answers, median %.0f ms, p95 %.0f ms, longest %.0f ms; bot %d MB%n",
                people,
                what,
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 1),
                resident(bot));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size()))) / 1e6;
    }

    private static long resident(Running bot) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + bot.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }
}
