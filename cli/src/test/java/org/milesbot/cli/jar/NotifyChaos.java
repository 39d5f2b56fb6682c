package org.milesbot.cli.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.milesbot.api.Zones;
import org.milesbot.cli.jar.ChaosReport.Sent;
import org.milesbot.notify.testing.BotApiServer;
import org.milesbot.notify.testing.Delivery;
import org.milesbot.notify.testing.Fault;
import org.milesbot.store.db.Database;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.dedupe.Offers;
import org.milesbot.store.promo.Sighted;
import org.milesbot.store.promo.Sightings;
import org.milesbot.store.score.ScoreRule;

/**
 * Two notifiers at once that are killed again and again, a PostgreSQL that is restarted under them, and a Telegram that
 * fails: at the end everybody has what they should have, and nobody what they should not.
 */
public final class NotifyChaos {

    private static final List<String> ORIGINS = List.of(
            "livelo",
            "esfera",
            "itau",
            "bradesco",
            "santander",
            "caixa",
            "inter",
            "c6",
            "btg",
            "xp",
            "nubank",
            "amex",
            "sicredi",
            "sicoob",
            "brb",
            "banrisul",
            "pan",
            "porto",
            "safra",
            "bv");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Plan plan;
    private final Path folder;
    private final Random random;
    private final Clock clock = Clock.system(Zones.SAO_PAULO);
    private final List<Instant> blows = new ArrayList<>();
    private int kills;
    private int told;

    /**
     * How much is done.
     *
     * @param people how many there are
     * @param promos how many, at most 20
     * @param kills how often a notifier is killed with SIGKILL
     * @param restarts how often PostgreSQL is restarted
     * @param failing the share of calls that Telegram fails, in per cent
     * @param seed what chance begins with
     */
    public record Plan(int people, int promos, int kills, int restarts, int failing, long seed) {}

    public NotifyChaos(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
        this.random = new Random(plan.seed());
    }

    /** Arguments: people, promos, kills, restarts, share of failing calls in per cent, seed. */
    public static void main(String[] arguments) throws IOException {
        int[] numbers = {2_000, 20, 50, 2, 5, 1};
        for (int i = 0; i < arguments.length; i++) {
            numbers[i] = Integer.parseInt(arguments[i]);
        }
        Plan plan = new Plan(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
        long begin = System.nanoTime();
        ChaosReport report = new NotifyChaos(plan, Files.createTempDirectory("milesbot-chaos")).run();
        System.out.println(plan);
        System.out.println(report);
        System.out.printf(
                Locale.ROOT,
                "%s, after %d s%n",
                report.isGood() ? "good" : "NOT GOOD",
                (System.nanoTime() - begin) / 1_000_000_000);
        System.exit(report.isGood() ? 0 : 1);
    }

    /** Does it all and says what came of it. */
    public ChaosReport run() {
        try (NotifyScene scene = NotifyScene.open(folder)) {
            inhabit(scene);
            misbehave(scene.telegram());
            struggle(scene, scene.jar().with("MILESBOT_SEND_RATE", "400").with("MILESBOT_SEND_LEASE", "10s"));
            return report(scene);
        }
    }

    /** One in 31 blocks the bot, one in 17 has muted the programme, one in three takes points from some banks only. */
    private void inhabit(NotifyScene scene) {
        try (Database database = scene.database()) {
            database.useTransaction(open -> {
                open.execute(
                        "insert into app_user (telegram_id, created_at, welcomed_at)"
                                + " select number, now(), now() from generate_series(1, ?) as number",
                        plan.people());
                open.execute("insert into user_config (user_id, threshold) select id, 0 from app_user");
                open.execute(
                        "update user_config set origins = string_to_array(?, ',') where user_id in"
                                + " (select id from app_user where telegram_id % 3 = 0)",
                        String.join(",", ORIGINS.subList(0, 10)));
                open.execute("insert into user_program (user_id, program, muted_until)"
                        + " select id, 'smiles', 'infinity' from app_user where telegram_id % 17 = 0");
                open.execute("insert into event_cursor (consumer, last_id) values ('notify', 0)");
            });
        }
    }

    private boolean isBlocked(long person) {
        return person % 31 == 0;
    }

    private boolean isDue(long person, int promo) {
        return !isBlocked(person) && person % 17 != 0 && (person % 3 != 0 || promo < 10);
    }

    private void misbehave(BotApiServer telegram) {
        IntStream.rangeClosed(1, plan.people())
                .filter(this::isBlocked)
                .forEach(person -> telegram.always(person, Fault.Refusal.blocked()));
        telegram.byChance(
                plan.failing() / 100.0,
                plan.seed(),
                new Fault.SlowDown(1),
                new Fault.Page(502),
                new Fault.Cut(false, false),
                new Fault.Cut(true, false),
                new Fault.Cut(true, true),
                new Fault.Slow(Duration.ofMillis(500)));
    }

    private void tell(NotifyScene scene, int upTo) {
        if (told >= upTo) {
            return;
        }
        Instant now = clock.instant();
        String today = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(now, Zones.SAO_PAULO));
        List<Sighted> sighted = new ArrayList<>();
        for (; told < upTo; told++) {
            String end = now.atZone(Zones.SAO_PAULO).toLocalDate().plusDays(9).toString();
            String offer = ORIGINS.get(told) + " " + (40 + 3 * told) + "/40 .." + end;
            sighted.add(new Sighted("a" + told, Offers.told("blog:passageiro", today, offer, "Promo " + told + ".")));
        }
        try (Database database = scene.database()) {
            new Sightings(database).store("blogs", 1, now, sighted);
            new Dedupe(database, Duration.ofDays(7), ScoreRule.DEFAULT).settle(now, false, step -> {});
        }
    }

    private void struggle(NotifyScene scene, FatJar jar) {
        tell(scene, Math.max(1, plan.promos() / 5));
        List<Running> pair = new ArrayList<>(List.of(jar.start("notify"), jar.start("notify")));
        for (int blow = 1; blow <= plan.kills(); blow++) {
            pause(random.nextInt(1_500));
            int victim = random.nextInt(2);
            if (pair.get(victim).isAlive()) {
                kills++;
                blows.add(clock.instant());
            }
            pair.get(victim).kill();
            pair.set(victim, jar.start("notify"));
            revive(pair, 1 - victim, jar);
            if (plan.restarts() > 0 && blow % (plan.kills() / plan.restarts()) == 0) {
                blows.add(clock.instant());
                scene.restartDatabase();
            }
            tell(scene, Math.min(plan.promos(), plan.promos() * (blow + 1) / plan.kills() + 1));
        }
        finish(scene, pair, jar);
    }

    private static void revive(List<Running> pair, int which, FatJar jar) {
        if (!pair.get(which).isAlive()) {
            pair.get(which).await();
            pair.set(which, jar.start("notify"));
        }
    }

    private void finish(NotifyScene scene, List<Running> pair, FatJar jar) {
        Instant limit = clock.instant().plus(LONGEST);
        while (waiting(scene) > 0) {
            if (clock.instant().isAfter(limit)) {
                throw new AssertionError("not done after " + LONGEST);
            }
            pause(200);
            revive(pair, 0, jar);
            revive(pair, 1, jar);
        }
        pair.forEach(Running::await);
    }

    private static long waiting(NotifyScene scene) {
        try (Database database = scene.database()) {
            return database.with(open -> open.createQuery("""
                            select (select count(*) from alert where state in ('due', 'held', 'failed', 'claimed'))
                                + (select count(*) from promo_event
                                    where id > (select last_id from event_cursor where consumer = 'notify'))
                            """).mapTo(Long.class).one());
        }
    }

    private ChaosReport report(NotifyScene scene) {
        List<String> due = new ArrayList<>();
        for (long person = 1; person <= plan.people(); person++) {
            for (int promo = 0; promo < plan.promos(); promo++) {
                if (isDue(person, promo)) {
                    due.add(person + " " + ORIGINS.get(promo));
                }
            }
        }
        Map<Long, String> promos = promos(scene);
        List<Sent> sent = scene.telegram().deliveries().stream()
                .map(delivery -> new Sent(
                        delivery.chatId() + " " + promos.get(alert(delivery)),
                        delivery.at(),
                        delivery.isAcknowledged()))
                .toList();
        return ChaosReport.of(due, sent, blows, kills);
    }

    /** The button that asks why names the alert. */
    private static long alert(Delivery delivery) {
        return delivery.buttons().stream()
                .filter(data -> data.startsWith("why:"))
                .map(data -> Long.valueOf(data.substring("why:".length())))
                .findFirst()
                .orElseThrow();
    }

    /** Which promo each alert is about, by where its points come from. */
    private static Map<Long, String> promos(NotifyScene scene) {
        try (Database database = scene.database()) {
            return database.with(open -> open.createQuery(
                            "select alert.id, origins[1] as origin from alert join promo on promo.id = promo_id")
                    .map((row, context) -> Map.entry(row.getLong("id"), row.getString("origin")))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
