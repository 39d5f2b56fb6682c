package org.milesbot.cli.jar;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.store.db.DatabaseAddress;
import org.milesbot.store.testing.TestDatabase;

/** A scrape that is killed, or has company, leaves behind what an undisturbed one does. */
@TestInstance(Lifecycle.PER_CLASS)
class ScrapeKillIT {

    private static final int SIGKILL = 137;

    private TestDatabase undisturbed;

    @TempDir
    Path home;

    @BeforeAll
    void scrapeUndisturbed(@TempDir Path folder) {
        undisturbed = TestDatabase.migrated();
        assertThat(jar(undisturbed, folder).run("scrape", "--replay").exitCode())
                .isZero();
        assertThat(jar(undisturbed, folder).run("dedupe", "--seed").exitCode()).isZero();
        assertThat(promos(undisturbed)).hasSizeGreaterThan(50);
    }

    @AfterAll
    void drop() {
        undisturbed.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void aKilledScrapeIsMadeGoodByTheNext(int captures) {
        try (TestDatabase database = TestDatabase.migrated()) {
            killAt(database, captures);
            assertThat(orphans(database)).isEmpty();
            assertThat(jar(database, home).run("scrape", "--replay").exitCode()).isZero();
            assertSameAsUndisturbed(database);
        }
    }

    @Test
    void aScrapeKilledAgainAndAgainArrives() {
        try (TestDatabase database = TestDatabase.migrated()) {
            List.of(1, 15, 30).forEach(captures -> killAt(database, captures));
            assertThat(jar(database, home).run("scrape", "--replay").exitCode()).isZero();
            assertSameAsUndisturbed(database);
        }
    }

    @Test
    void twoScrapesAtOnceDoTheWorkOfOne() {
        try (TestDatabase database = TestDatabase.empty()) {
            Running first = jar(database, home).start("scrape", "--replay");
            Running second = jar(database, home).start("scrape", "--replay");
            assertThat(List.of(first.await().exitCode(), second.await().exitCode()))
                    .containsExactly(0, 0);
            assertSameAsUndisturbed(database);
        }
    }

    @Test
    void aKilledDedupeIsMadeGoodByTheNextAndTwoDoTheWorkOfOne() {
        try (TestDatabase database = TestDatabase.empty()) {
            assertThat(jar(database, home).run("scrape", "--replay").exitCode()).isZero();
            for (int events : List.of(0, 20, 60)) {
                Running dedupe = jar(database, home).start("dedupe", "--seed");
                await().atMost(60, SECONDS)
                        .pollDelay(0, MILLISECONDS)
                        .pollInterval(2, MILLISECONDS)
                        .until(() -> events(database).size() >= events || !dedupe.isAlive());
                dedupe.kill();
            }
            Running first = jar(database, home).start("dedupe", "--seed");
            Running second = jar(database, home).start("dedupe", "--seed");
            assertThat(List.of(first.await().exitCode(), second.await().exitCode()))
                    .containsExactly(0, 0);
            assertSameAsUndisturbed(database);
        }
    }

    private void killAt(TestDatabase database, int captures) {
        Running scrape = jar(database, home).start("scrape", "--replay");
        await().atMost(60, SECONDS)
                .pollDelay(0, MILLISECONDS)
                .pollInterval(5, MILLISECONDS)
                .until(() -> captures(database).size() >= captures || !scrape.isAlive());
        assertThat(scrape.kill().exitCode()).as("killed before its end").isEqualTo(SIGKILL);
    }

    private static FatJar jar(TestDatabase database, Path folder) {
        DatabaseAddress address = database.address();
        String password = address.password() == null ? "" : ":" + encoded(address.password());
        String url = "postgresql://" + encoded(address.user()) + password + "@" + address.server() + "/"
                + encoded(address.database());
        return new FatJar(folder)
                .with("DATABASE_URL", url)
                .with("MILESBOT_SCHEMA", database.database().schema());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void assertSameAsUndisturbed(TestDatabase database) {
        assertThat(orphans(database)).isEmpty();
        assertThat(jar(database, home).run("dedupe", "--seed").exitCode()).isZero();
        assertThat(orphans(database)).isEmpty();
        assertThat(captures(database)).containsExactlyElementsOf(captures(undisturbed));
        assertThat(sightings(database)).containsExactlyElementsOf(sightings(undisturbed));
        assertThat(promos(database)).containsExactlyElementsOf(promos(undisturbed));
        assertThat(items(database)).containsExactlyElementsOf(items(undisturbed));
        assertThat(states(database)).containsExactlyElementsOf(states(undisturbed));
        assertThat(events(database)).containsExactlyElementsOf(events(undisturbed));
    }

    private static List<String> items(TestDatabase database) {
        return rows(database, "select concat_ws(' ', source, encode(item, 'hex'), published_at) from source_item");
    }

    private static List<String> states(TestDatabase database) {
        return rows(
                database,
                "select concat_ws(' ', plugin, source, failures, last_new_item, gap_median, gap_p95, busy_hours, trouble)"
                        + " from source_state");
    }

    private static List<String> events(TestDatabase database) {
        return rows(database, "select concat_ws(' ', promo_id, kind, detail, before, happened_at) from promo_event");
    }

    private static List<String> captures(TestDatabase database) {
        return rows(database, "select concat_ws(' ', source, requested_url, encode(sha256, 'hex')) from capture");
    }

    private static List<String> sightings(TestDatabase database) {
        return rows(
                database,
                "select concat_ws(' ', source_name, announcement, encode(fingerprint, 'hex'), title) from sighting");
    }

    private static List<String> promos(TestDatabase database) {
        return rows(
                database,
                "select concat_ws(' ', id, encode(fingerprint, 'hex'), kind, program, origins, bonus_pct, end_dt,"
                        + " source_name, src_url, title) from promo");
    }

    /** Promos that nobody saw, and sightings of a page that was not kept. */
    private static List<String> orphans(TestDatabase database) {
        return rows(
                database,
                "select id::text from promo where not exists (select from promo_fingerprint where promo_id = promo.id)"
                        + " union all select announcement from sighting where capture_id is null");
    }

    private static List<String> rows(TestDatabase database, String sql) {
        return database
                .database()
                .with(open -> open.createQuery(sql).mapTo(String.class).list())
                .stream()
                .sorted()
                .toList();
    }
}
