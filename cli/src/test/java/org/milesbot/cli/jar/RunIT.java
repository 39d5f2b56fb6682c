package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.notify.testing.Sayings;

/** Real processes of {@code milesbot run}: alone, together, killed and stopped. */
class RunIT {

    private static final List<String> PLUGINS =
            IntStream.range(0, 8).mapToObj(i -> "waiting_" + i).toList();
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private RunScene scene;

    @BeforeEach
    void open() {
        scene = RunScene.open(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Running scraper() {
        return scene.jarOf(PLUGINS).start("run", "--only", "scrape");
    }

    private void installWaiting() throws IOException {
        for (String id : PLUGINS) {
            scene.waitingPlugin(id);
        }
    }

    /** Each plug-in was scraped, and none twice. */
    private void assertAllDoneOnce() {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.rows(
                                "select plugin from run where job = 'scrape' and ended_at is not null order by plugin"))
                        .containsExactlyElementsOf(PLUGINS));
        assertThat(scene.rows("select distinct outcome from run where job = 'scrape' and ended_at is not null"))
                .containsExactly("ok");
    }

    private static String number(Running process) {
        return Long.toString(process.pid());
    }

    @Test
    void twoShareTheWorkAndOneTakesOverWhatTheOtherWasKilledAt() throws IOException {
        installWaiting();
        Running first = scraper();
        Running second = scraper();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.busy()).containsExactlyInAnyOrder(number(first), number(second)));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.rows("select plugin from run where ended_at is null"))
                        .hasSize(6));

        first.kill();
        String killedAt = scene.rows("select now()").get(0);
        scene.openGate();
        assertAllDoneOnce();

        assertThat(scene.rows("select plugin from run where ended_at is null"))
                .as("what the dead one was at")
                .hasSize(3);
        assertThat(scene.rows("""
                        select plugin from run as left_behind
                        where ended_at is null and not exists (
                            select from run as again
                            where again.plugin = left_behind.plugin
                                and again.started_at between '%1$s' and timestamptz '%1$s' + interval '%2$d seconds')
                        """.formatted(killedAt, RunScene.LEASE.toSeconds())))
                .as("what nobody was at within the lease")
                .isEmpty();
        await().atMost(LONG).untilAsserted(() -> assertThat(scene.busy()).isEmpty());
        assertThat(second.stop().exitCode()).isZero();
    }

    @Test
    void oneThatLeavesHandsBackWhatItIsAtToOneThatCame() throws IOException {
        installWaiting();
        Running first = scraper();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.rows("select plugin from run where ended_at is null"))
                        .hasSize(3));
        Running second = scraper();
        await().atMost(LONG).untilAsserted(() -> assertThat(scene.busy()).contains(number(second)));

        first.terminate();
        Run left = first.await(TEN_SECONDS);
        assertThat(left.exitCode()).as(left.err()).isZero();
        assertThat(scene.busy()).as("nothing is left with the one that went").doesNotContain(number(first));

        scene.openGate();
        assertAllDoneOnce();
        assertThat(second.stop().exitCode()).isZero();
    }

    @Test
    void nodesComeAndGoAtWorkAndNobodyIsToldTwice() throws IOException {
        List<String> banks = List.of("Itaú", "Bradesco", "Caixa", "Nubank", "Sicredi", "BRB", "Livelo", "Esfera");
        for (String id : PLUGINS) {
            int number = PLUGINS.indexOf(id);
            scene.waitingPlugin(id, banks.get(number), 40 + number);
        }
        scene.inhabit(7);
        Running first = node();
        await().atMost(LONG).untilAsserted(() -> assertThat(scene.scrapers()).contains(number(first)));
        Running second = node();
        await().atMost(LONG).untilAsserted(() -> assertThat(scene.scrapers()).contains(number(second)));
        first.terminate();
        assertThat(first.await(TEN_SECONDS).exitCode()).isZero();
        Running third = node();
        await().atMost(LONG).untilAsserted(() -> assertThat(scene.scrapers()).contains(number(third)));
        second.kill();
        scene.openGate();

        assertAllDoneOnce();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.telegram().deliveries(7)).hasSize(PLUGINS.size()));
        await().atMost(LONG).untilAsserted(() -> assertThat(scene.busy()).doesNotContain(number(second)));
        assertThat(third.stop().exitCode()).isZero();
        assertThat(scene.rows("select trunc(bonus_pct) from promo order by 1"))
                .containsExactly("40", "41", "42", "43", "44", "45", "46", "47");
        assertThat(scene.rows("select state || count(*) from alert group by state"))
                .containsExactly("sent8");
        assertThat(scene.telegram().deliveries(7))
                .extracting(alert -> alert.seen().replaceAll("(?s)^.*?(4[0-7])%.*$", "$1"))
                .containsExactlyInAnyOrder("40", "41", "42", "43", "44", "45", "46", "47");
        assertThat(scene.busy()).as("nothing is left with anybody").isEmpty();
    }

    private Running node() {
        return scene.jarOf(PLUGINS).start("run", "--only", "scrape,dedupe,notify");
    }

    @Test
    void oneProcessDoesItAllFromThePageToTheAlert() throws IOException {
        scene.plugins().add("offers", "offers", """
                public String schedule() { return "monthly"; }
                public List<Sighting> scrape(Instant since) {
                    Instant now = Instant.now();
                    Announcement announcement = new Announcement("one", "Livelo e Smiles: 90% de bônus",
                            "Transfira pontos da Livelo para a Smiles e ganhe 90% de bônus. Só hoje e amanhã.",
                            URI.create("https://www.example.org/promo"), now);
                    return context.extractor().extract(announcement).stream()
                            .map(promo -> new Sighting(promo, new SourceId("offers"), Provenance.OFFICIAL,
                                    "Livelo e Smiles: 90% de bônus", announcement.url(), now))
                            .toList();
                }
                """);
        scene.inhabit(7);
        Running run = scene.jarOf(List.of("offers")).start("run");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.telegram().deliveries(7))
                        .singleElement()
                        .satisfies(alert -> assertThat(alert.seen()).contains("90%")));

        scene.telegram().happens(Sayings.text(7, "/help"));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.telegram().deliveries(7)).hasSize(2));
        assertThat(scene.rows("select distinct job from run where outcome = 'ok'"))
                .contains("scrape", "dedupe", "notify", "forecast");

        run.terminate();
        Run ended = run.await(TEN_SECONDS);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("Duties of this process: scrape, dedupe, forecast, notify, tidy, bot, serve")
                .contains("The page is at http://127.0.0.1:", "The bot listens")
                .doesNotContain("error:", "ERROR");
    }

    @Test
    void takesUpPlugInsThatComeAndGoesOnWhenOneIsBroken() throws IOException {
        Running run = scene.jar().start("run", "--only", "scrape");
        scene.openGate();
        await().atMost(LONG)
                .until(() -> !scene.rows("select task_name from duty").isEmpty());
        Path broken = Files.createDirectories(scene.plugins().path().resolve("broken"));
        await().atMost(LONG).until(() -> run.said().contains("those from before stay"));

        Files.delete(broken);
        scene.waitingPlugin("late");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.rows("select plugin from run where plugin = 'late'"))
                        .containsExactly("late"));
        assertThat(run.stop().err()).containsOnlyOnce("those from before stay").contains("were loaded anew");
    }

    @Test
    void aDutyThatCannotBeDoneIsToldOnceAndNoOtherStops() throws IOException {
        scene.waitingPlugin("one");
        scene.openGate();
        Running run = scene.jarOf(List.of("one"))
                .with("TELEGRAM_BOT_TOKEN", "123456789:AAEwrongWRONGwrongWRONGwrongWRONGwrong")
                .start("run", "--only", "bot,scrape");
        await().atMost(LONG).until(() -> run.said().contains("the duty bot failed"));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(scene.rows("select outcome from run where job = 'scrape'"))
                        .contains("ok"));
        assertThat(run.isAlive()).isTrue();
        Run ended = run.stop();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).containsOnlyOnce("the duty bot failed");
    }

    @Test
    void goesOnAfterTheDatabaseWasRestarted(@TempDir Path other) {
        try (NotifyScene house = NotifyScene.open(other)) {
            Running run = house.jar().start("run", "--only", "bot,dedupe");
            await().atMost(LONG).until(() -> run.said().contains("The bot listens"));
            house.restartDatabase();
            await().atMost(LONG).until(() -> run.said().contains("The database is back"));

            house.telegram().happens(Sayings.text(7, "/help"));
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(house.telegram().deliveries(7)).hasSize(1));
            assertThat(run.stop().exitCode()).isZero();
        }
    }

    @Test
    void endsIfNoneOfItsDutiesCanBeDone() {
        Run run = scene.jar().with("TELEGRAM_BOT_TOKEN", "wrong").run("run", "--only", "bot");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertThat(run.err()).contains("the duty bot failed", "none of the chosen duties can be done");
    }

    @Test
    void tellsSystemdHowItDoes() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path said = folder.resolve("said");
        Path program = Files.writeString(
                bin.resolve("systemd-notify"), "#!/bin/sh\necho \"$NOTIFY_SOCKET $1\" >> '" + said + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Running run = scene.jar()
                .with("PATH", bin + ":/usr/bin:/bin")
                .with("NOTIFY_SOCKET", "/run/some/notify")
                .with("WATCHDOG_USEC", "3000000")
                .start("run", "--only", "dedupe");
        await().atMost(LONG)
                .until(() -> Files.exists(said) && Files.readString(said).contains("WATCHDOG=1"));
        assertThat(run.stop().exitCode()).isZero();

        assertThat(Files.readAllLines(said))
                .startsWith("/run/some/notify READY=1", "/run/some/notify WATCHDOG=1")
                .endsWith("/run/some/notify STOPPING=1");
    }
}
