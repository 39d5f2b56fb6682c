package org.milesbot.cli.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.milesbot.api.Zones;
import org.milesbot.notify.testing.BotApiServer.Counts;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Limits;
import org.milesbot.store.db.Database;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.dedupe.Offers;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.ScoreRule;

/**
 * Sends one promo to many people, by the jar, through a Telegram that holds to its limits in a world so many times as fast,
 * and says how much of the budget was used and how often it was exceeded.
 */
final class SendBenchmark {

    private static final int USUAL_RATE = 30;
    private static final Duration LONGEST = Duration.ofHours(1);

    private SendBenchmark() {}

    /** Arguments: how many people, how many times as fast as the world, how many notifiers at once. */
    public static void main(String[] arguments) throws IOException {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        int notifiers = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        try (NotifyScene scene = NotifyScene.open(Files.createTempDirectory("milesbot-bench"))) {
            fill(scene, people);
            scene.telegram().enforce(Limits.usual().faster(times));
            FatJar jar = scene.jar().with("MILESBOT_SEND_RATE", String.valueOf(USUAL_RATE * times));
            List<Running> running = IntStream.range(0, notifiers)
                    .mapToObj(i -> jar.start("notify"))
                    .toList();
            Map<Instant, Integer> perSecond = watched(scene, running);
            print(scene, people, times, perSecond);
        }
    }

    private static void fill(NotifyScene scene, int people) {
        try (Database database = scene.database()) {
            database.useTransaction(open -> {
                open.execute(
                        "insert into app_user (telegram_id, created_at, welcomed_at)"
                                + " select number, now(), now() from generate_series(1, ?) as number",
                        people);
                open.execute("insert into user_config (user_id, threshold) select id, 0 from app_user");
                open.execute("insert into event_cursor (consumer, last_id) values ('notify', 0)");
            });
            Instant now = Clock.systemUTC().instant();
            String today = now.atZone(Zones.SAO_PAULO).toLocalDate().toString();
            String offer = "livelo 80/60 .."
                    + now.atZone(Zones.SAO_PAULO).toLocalDate().plusDays(9);
            new Sightings(database)
                    .store(
                            "blogs",
                            1,
                            now,
                            List.of(new Sighted("a", Offers.told("blog:passageiro", today, offer, "Smiles dá 80%"))));
            new Dedupe(database, Duration.ofDays(7), ScoreRule.DEFAULT).settle(now, false, step -> {});
        }
    }

    private static Map<Instant, Integer> watched(NotifyScene scene, List<Running> running) {
        running.forEach(each -> System.out.print(each.await(LONGEST).err()));
        Map<Instant, Integer> perSecond = new HashMap<>();
        scene.telegram()
                .deliveries()
                .forEach(delivery -> perSecond.merge(delivery.at().truncatedTo(ChronoUnit.SECONDS), 1, Integer::sum));
        return perSecond;
    }

    private static void print(NotifyScene scene, int people, int times, Map<Instant, Integer> perSecond) {
        List<Delivery> deliveries = scene.telegram().deliveries();
        Duration took = Duration.between(
                deliveries.get(0).at(), deliveries.get(deliveries.size() - 1).at());
        Counts counts = scene.telegram().counts();
        double rate = (deliveries.size() - 1) / (took.toMillis() / 1_000.0) / times;
        System.out.printf(
                Locale.ROOT,
                "| people | messages | took, s | messages a second, in the slow world | share of the budget | 429 |%n"
                        + "|---|---|---|---|---|---|%n| %,d | %,d | %.1f | %.2f | %.1f %% | %d |%n",
                people,
                deliveries.size(),
                took.toMillis() / 1_000.0,
                rate,
                100 * rate / USUAL_RATE,
                counts.beyondLimits());
        System.out.printf(
                Locale.ROOT,
                "%nthe fullest second had %.2f messages a second, in the slow world%n",
                perSecond.values().stream().mapToInt(n -> n).max().orElse(0) / (double) times);
    }
}
