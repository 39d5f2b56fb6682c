package org.milesbot.store.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.store.alert.Household;
import org.milesbot.store.db.Database;

@TestInstance(Lifecycle.PER_CLASS)
class PersonalRowsTest {

    /** Numbers that no other number happens to be. */
    private static final long ANA = 7_111_222_333L;

    private static final long ANA_ID = 8_111_222_333L;
    private static final long GROUP = -1_009_111_222_333L;

    private final Household home = new Household();
    private final PersonalRows personal = new PersonalRows(home.database());

    @BeforeEach
    void clear() {
        home.clear();
        home.run("alter table app_user alter column id restart with " + ANA_ID);
    }

    @AfterAll
    void close() {
        home.close();
    }

    /** Somebody with a row in every table that people are in. */
    private long everywhere(long chat) {
        long id = home.person(chat, "threshold = 20, tiers = '{smiles:club}'");
        home.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-30");
        home.match("2026-11-20T13:00");
        home.run("insert into user_program (user_id, program, min_bonus) values (?, 'smiles', 90)", id);
        home.run("insert into user_reminder (user_id, promo_id, asked_at) select ?, id, now() from promo", id);
        home.run("insert into user_route (user_id, origins, dests) values (?, '{GRU}', '{LIS}')", id);
        home.run("""
                with route as (
                    insert into fare_route (program, origin, dest, cabin) values ('smiles', 'GRU', 'LIS', 'business')
                    on conflict (program, origin, dest, cabin) do update set cabin = excluded.cabin
                    returning id),
                seat as (
                    insert into fare (route_id, travel_day, provider, miles, airlines, since, seen_at, told_at,
                        seats_at)
                    select id, '2027-03-10', 'partner' || cast(? as text), 50000, '{}', now(), now(), now(), now()
                    from route
                    returning id)
                insert into fare_notice (user_id, fare_id, program, origin, dest, cabin, travel_day, day, miles, is_cheap,
                    history_days, created_at)
                select ?, id, 'smiles', 'GRU', 'LIS', 'business', '2027-03-10', '2026-11-20', 50000, true, 90, now()
                from seat
                """, id % 10, id);
        home.run(
                "insert into plugin_note (plugin, user_id, key, html, created_at) values ('wallet', ?, 'a', 'b', now())",
                id);
        home.run(
                "insert into bot_update (bot_id, update_id, chat_id, received_at, body) values (1, 5, ?, now(), '{}')",
                chat);
        home.run("insert into conversation (chat_id, command, topic, expires_at) values (?, 'x', '', now())", chat);
        home.run("insert into bot_proposal (chat_id, command, words, expires_at) values (?, 'x', '', now())", chat);
        home.run("insert into llm_usage (user_id, day) values (?, current_date)", id);
        return id;
    }

    private Map<String, List<String>> read(long chat) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        personal.read(chat, new PersonalRows.Reader() {
            private @Nullable List<String> open;

            @Override
            public void begin(String section) {
                open = sections.computeIfAbsent(section, name -> new ArrayList<>());
            }

            @Override
            public void row(String json) {
                if (open != null) {
                    open.add(json);
                }
            }
        });
        return sections;
    }

    /** The tables in which a number stands, in whatever column and form. */
    private List<String> tablesWith(long number) {
        return home.rows("""
                        select table_name
                        from information_schema.tables
                        where table_schema = current_schema()
                        order by table_name
                        """).stream()
                .filter(table -> home.rows("select 1 from %s as one where one::text like '%%%d%%' limit 1"
                                        .formatted(table, Math.abs(number)))
                                .size()
                        == 1)
                .toList();
    }

    private static List<String> tables() {
        return PersonalTables.ALL.stream().map(PersonalTable::name).toList();
    }

    @Test
    void areAllShown() {
        long id = everywhere(ANA);

        Map<String, List<String>> shown = read(ANA);

        assertThat(id).isEqualTo(ANA_ID);
        assertThat(shown.keySet())
                .containsExactlyElementsOf(
                        PersonalTables.ALL.stream().map(PersonalTable::section).toList());
        assertThat(shown)
                .allSatisfy((section, rows) -> assertThat(rows)
                        .as("the test needs a row in each table")
                        .isNotEmpty());
        assertThat(shown.get("person")).first().asString().contains("\"telegram_id\":" + ANA);
        assertThat(shown.get("settings"))
                .first()
                .asString()
                .contains("\"threshold\":20", "\"tiers\":[\"smiles:club\"]");
        assertThat(shown.get("alerts"))
                .first()
                .asString()
                .contains(
                        "\"reason\":\"created\"",
                        "\"state\":\"due\"",
                        "\"title\":\"Smiles dá bônus\"",
                        "\"program\":\"smiles\"",
                        "\"score\":",
                        "\"created_at\":\"2026-11-20T13:00:00-03:00\"");
    }

    @Test
    void areShownToNobodyElse() {
        everywhere(ANA);
        home.person(55, "");

        assertThat(read(55).get("alerts")).isEmpty();
        assertThat(read(55).get("person")).hasSize(1);
        assertThat(read(77)).allSatisfy((section, rows) -> assertThat(rows).isEmpty());
    }

    @Test
    void areTheSettingsAloneForAGroup() {
        everywhere(GROUP);

        assertThat(read(GROUP).keySet()).containsExactly("person", "settings", "programs", "routes", "reminders");
        assertThat(read(GROUP).get("routes")).first().asString().contains("GRU");
    }

    @Test
    void leaveNoTraceWhenTheyAreForgotten() {
        everywhere(ANA);
        List<String> before = new ArrayList<>(tablesWith(ANA_ID));
        before.addAll(tablesWith(ANA));
        assertThat(before).containsAll(tables());
        long other = home.person(55, "");
        home.run("insert into user_route (user_id, origins, dests) values (?, '{GRU}', '{LIS}')", other);

        assertThat(personal.erase(ANA)).isTrue();

        assertThat(tablesWith(ANA)).isEmpty();
        assertThat(tablesWith(ANA_ID)).isEmpty();
        assertThat(read(55).get("routes")).hasSize(1);
        assertThat(personal.erase(ANA)).isFalse();
    }

    @Test
    void goForAGroupAsWell() {
        everywhere(GROUP);

        assertThat(personal.erase(GROUP)).isTrue();

        assertThat(tablesWith(GROUP)).isEmpty();
        assertThat(tablesWith(ANA_ID)).isEmpty();
    }

    @Test
    void leaveTheOperatorWhoHasTheSameChat() {
        home.run("insert into app_user (role, telegram_id, created_at) values ('operator', ?, now())", ANA);
        home.run("insert into user_config (user_id) select id from app_user");
        everywhere(ANA);

        assertThat(read(ANA).get("person")).hasSize(2);
        assertThat(personal.erase(ANA)).isTrue();

        assertThat(home.rows("select role from app_user")).containsExactly("operator");
        assertThat(home.rows("select user_id from user_config")).containsExactly(String.valueOf(ANA_ID));
        assertThat(home.rows("select id from alert")).isEmpty();
    }

    @Test
    void goTogetherWithAlertsThatAreBeingWritten() throws ExecutionException, InterruptedException {
        long id = everywhere(ANA);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Database writer = home.test().another()) {
            Future<Boolean> erased = writer.inTransaction(open -> {
                open.execute("insert into alert (user_id, created_at, due_at, loud, urgent, state, reason)"
                        + " select id, now(), now(), true, false, 'due', 'ending' from app_user");
                Future<Boolean> waiting = threads.submit(() -> personal.erase(ANA));
                Awaitility.await()
                        .until(() -> open.createQuery("""
                                        select count(*)
                                        from pg_locks
                                        where not granted
                                          and relation = 'alert'::regclass
                                        """).mapTo(Long.class).one() == 1);
                return waiting;
            });
            assertThat(erased.get()).isTrue();
        } finally {
            threads.shutdownNow();
        }

        assertThat(tablesWith(id)).isEmpty();
    }

    @Test
    void areReadAFewAtATime() {
        long id = home.person(ANA, "");
        home.run("""
                insert into alert (user_id, created_at, due_at, loud, urgent, state, reason, detail)
                select ?, now(), now(), true, false, 'sent', 'raised', cast(number as text)
                from generate_series(1, 2000) as number
                """, id);

        assertThat(read(ANA).get("alerts")).hasSize(2_000).first().asString().contains("\"detail\":\"1\"");
    }
}
