package org.milesbot.cli.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.milesbot.cli.jar.Run;
import org.milesbot.notify.testing.Delivery;

/** What has to hold when all is over, by the database, by what the blogs had and by what Telegram got. */
final class Invariants {

    /** What the schema is: columns, constraints, indexes, and which migrations made it. */
    private static final String SCHEMA = """
            select concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable, column_default)
            from information_schema.columns where table_schema = current_schema()
            union all
            select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated)
            from pg_constraint where connamespace = current_schema()::regnamespace
            union all
            select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = current_schema()
            union all
            select concat_ws(' ', 'migration', version, checksum, success) from flyway_schema_history
            order by 1
            """;

    private static final String ALERTS = "select concat_ws(' ', telegram_id, promo.program, promo.origins[1])"
            + " from alert join app_user on app_user.id = user_id join promo on promo.id = promo_id"
            + " where telegram_id < 1000000 order by 1";

    /** The server needs a minute to know that a machine is cut off. */
    private static final Duration LET_GO = Duration.ofSeconds(90);

    private final World world;
    private final Talkers talkers;
    private final int people;
    private final List<String> schema;

    Invariants(World world, Talkers talkers, int people) {
        this.world = world;
        this.talkers = talkers;
        this.people = people;
        schema = world.rows(SCHEMA);
    }

    /** What is still to be done, by what it is. */
    Map<String, Long> waiting() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("announcements", (long)
                missing(world.publisher().announcements(), sightings()).size());
        count(counts, "sightings to settle", "select count(*) from unsettled");
        count(
                counts,
                "events",
                "select count(*) from promo_event where id > (select last_id from event_cursor where"
                        + " consumer = 'notify')");
        count(counts, "alerts", "select count(*) from alert where state in ('due', 'held', 'failed', 'claimed')");
        count(counts, "things said", "select count(*) from bot_update");
        counts.put("things not heard", world.telegram().isFetched() ? 0L : 1L);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static List<String> missing(List<String> wanted, List<String> found) {
        Set<String> there = Set.copyOf(found);
        return wanted.stream().filter(one -> !there.contains(one)).toList();
    }

    private void count(Map<String, Long> counts, String what, String sql) {
        counts.put(what, Long.valueOf(world.rows(sql).get(0)));
    }

    private List<String> sightings() {
        return world.rows("select concat_ws(' ', source_name, program, origins[1]) from sighting order by 1");
    }

    /** Looks at everything, once all processes have ended. */
    List<Finding> check(List<Blow> blows) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Publisher.Offer> offers = world.publisher().offers();
        findings.add(
                Finding.same("each announcement is kept once", world.publisher().announcements(), sightings()));
        findings.add(Finding.same(
                "each campaign is one promo, with its percentage",
                offers.values().stream()
                        .map(offer -> offer.key() + " " + offer.percent())
                        .toList(),
                world.rows("select concat_ws(' ', program, origins[1], trunc(bonus_pct)) from promo order by 1")));
        findings.add(Finding.same(
                "each promo began once, and nothing else happened to it",
                offers.keySet().stream().map(key -> key + " created").toList(),
                world.rows("select concat_ws(' ', program, origins[1], promo_event.kind) from promo_event"
                        + " join promo on promo.id = promo_id order by 1")));
        findings.add(Finding.same("each alert that is due was written once", due(), world.rows(ALERTS)));
        findings.addAll(arrived(blows));
        findings.add(Finding.same(
                "each thing asked of the bot was done once",
                talkers.asked(),
                world.rows("select concat_ws(' ', telegram_id, dests[1]) from user_route"
                        + " join app_user on app_user.id = user_id order by 1")));
        findings.add(Finding.none("no answer of the bot came twice", twice(talkers.answers())));
        findings.addAll(left());
        findings.addAll(intact());
        return findings;
    }

    private static List<String> twice(List<String> all) {
        List<String> more = new ArrayList<>(all);
        Set.copyOf(all).forEach(more::remove);
        return more;
    }

    private List<String> due() {
        List<String> due = new ArrayList<>();
        for (Publisher.Offer offer : world.publisher().offers().values()) {
            for (long person = 1; person <= people; person++) {
                if (World.isDue(person, offer)) {
                    due.add(person + " " + offer.key());
                }
            }
        }
        return due;
    }

    private List<Finding> arrived(List<Blow> blows) {
        Map<String, List<Delivery>> byAlert = new HashMap<>();
        Map<String, String> alerts = alerts();
        for (Delivery delivery : world.telegram().deliveries()) {
            if (!Talkers.isOne(delivery.chatId())) {
                String what = delivery.chatId() + " " + alerts.get(alert(delivery));
                byAlert.computeIfAbsent(what, key -> new ArrayList<>()).add(delivery);
            }
        }
        Map<Blow, Integer> hits = new HashMap<>();
        List<String> unexplained = new ArrayList<>();
        int unheard = 0;
        int repeated = 0;
        for (Map.Entry<String, List<Delivery>> copies : byAlert.entrySet()) {
            copies.getValue().sort(Comparator.comparing(Delivery::at));
            for (Delivery copy : copies.getValue().subList(0, copies.getValue().size() - 1)) {
                repeated++;
                if (!copy.isAcknowledged()) {
                    unheard++;
                } else if (!isExplained(copy, blows, hits)) {
                    unexplained.add(copies.getKey() + " at " + copy.at());
                }
            }
        }
        hits.forEach((blow, times) -> System.out.println("  came twice: " + times + " by " + blow.what()));
        return List.of(
                Finding.same(
                        "each alert arrived",
                        due(),
                        byAlert.keySet().stream().sorted().toList()),
                new Finding(
                        "what came twice was on its way when its sender was hit, or unheard of",
                        (repeated - unheard) + " and " + unheard,
                        unexplained));
    }

    /** Each blow may explain so many as may have been on their way. */
    private static boolean isExplained(Delivery copy, List<Blow> blows, Map<Blow, Integer> hits) {
        return blows.stream()
                .filter(blow -> blow.mayHaveHit(copy.at()) && hits.getOrDefault(blow, 0) < blow.inFlight())
                .findFirst()
                .map(blow -> hits.merge(blow, 1, Integer::sum))
                .isPresent();
    }

    /** What each alert is about, by its number. */
    private Map<String, String> alerts() {
        return world
                .rows("select concat_ws(' ', alert.id, promo.program, promo.origins[1]) from alert"
                        + " join promo on promo.id = promo_id")
                .stream()
                .map(row -> row.split(" ", 2))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    /** The button that asks why names the alert. */
    private static String alert(Delivery delivery) {
        return delivery.buttons().stream()
                .filter(data -> data.startsWith("why:"))
                .map(data -> data.substring("why:".length()))
                .findFirst()
                .orElse("none");
    }

    private List<Finding> left() {
        try {
            Awaitility.await().atMost(LET_GO).until(() -> locks().isEmpty());
        } catch (ConditionTimeoutException e) {
            System.err.println("locks are left: " + e.getMessage());
        }
        return List.of(
                Finding.none("no lock is left", locks()),
                Finding.none(
                        "no alert is claimed",
                        world.rows("select concat_ws(' ', id, state) from alert where lease_until is not null")),
                Finding.none(
                        "nobody is at any duty",
                        world.rows(
                                "select concat_ws(' ', task_name, task_instance, picked_by) from duty where picked")));
    }

    private List<String> locks() {
        return world.rows("select concat_ws(' ', pid, objid, granted) from pg_locks where locktype = 'advisory'");
    }

    private List<Finding> intact() {
        Run check = world.here().run("db", "check");
        List<String> lines = check.exitCode() == 0 ? List.of() : List.of(check.out() + check.err());
        return List.of(
                Finding.none("milesbot db check finds nothing", lines),
                Finding.same("tables, indexes and migrations are as they were", schema, world.rows(SCHEMA)));
    }
}
