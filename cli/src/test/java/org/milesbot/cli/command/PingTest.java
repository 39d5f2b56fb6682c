package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.db.Database;
import org.milesbot.store.db.Locks;
import org.milesbot.store.db.Locks.Held;
import org.milesbot.store.dedupe.Dedupe;
import org.milesbot.store.event.PromoEvents;
import org.milesbot.store.testing.TestDatabase;

/** A dead man's switch on this machine that is told how a scrape or a settling goes. */
final class PingTest {

    private static final String KEY = "/f47ac10b-58cc";

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.migrated();
    private final MockWebServer watcher = new MockWebServer();
    private final StrangersPage site;

    PingTest() throws IOException {
        site = new StrangersPage();
    }

    @BeforeEach
    void start() throws IOException {
        site.serve("/offers", StrangersPage.html(StrangersPage.OFFER).build());
        site.install(home, "offers");
        watcher.start();
        watcher.enqueue(new MockResponse.Builder().code(200).build());
        watcher.enqueue(new MockResponse.Builder().code(200).build());
    }

    @AfterEach
    void close() {
        site.close();
        watcher.close();
        database.close();
    }

    private String url() {
        return watcher.url(KEY).toString();
    }

    private CommandRun milesbot() {
        return site.run(home, database).with("PLUGINS_ENABLED", "stranger");
    }

    private List<String> told() throws InterruptedException {
        List<String> told = new ArrayList<>();
        for (int i = watcher.getRequestCount(); i > 0; i--) {
            RecordedRequest request = Objects.requireNonNull(watcher.takeRequest(1, TimeUnit.SECONDS));
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            told.add((request.getTarget() + " " + body).strip());
        }
        return told;
    }

    @Test
    void tellsTheBeginningAndWhatWasCounted() throws InterruptedException {
        Ended run = milesbot().run("scrape", "--ping-url", url());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(told()).containsExactly(KEY + "/start", KEY + " sources=1 failed=0 promos=1 new=1 bytes=" + bytes());
    }

    private static int bytes() {
        return StrangersPage.OFFER.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void tellsThatNothingCouldBeRead() throws InterruptedException {
        site.serve("/offers", new MockResponse.Builder().code(500).build());

        milesbot().with("MILESBOT_PING_URL", url()).run("scrape");

        assertThat(told())
                .containsExactly(
                        KEY + "/start", KEY + "/fail sources=1 failed=1 promos=0 new=0 bytes=0\noffers failed");
    }

    @Test
    void tellsWhyTheScrapeItselfFailed() throws InterruptedException {
        Ended run = milesbot()
                .with("MILESBOT_PING_URL", url())
                .with("DATABASE_URL", "postgresql://nobody:wrong@127.0.0.1:1/none")
                .run("scrape");

        assertThat(run.exitCode()).isEqualTo(ExitCode.EXTERNAL);
        assertThat(told())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(KEY + "/fail ")
                .doesNotContain("wrong");
    }

    @Test
    void tellsHowTheSettlingWent() throws InterruptedException {
        milesbot().run("scrape");

        Ended run = milesbot().run("dedupe", "--ping-url", url());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(told())
                .containsExactly(KEY + "/start", KEY + " sightings=1 promos=1 changed=1 merged=0 events=" + events());
    }

    private int events() {
        return new PromoEvents(database.database()).after(0, 100).size();
    }

    @Test
    void tellsThatAnotherProcessSettles() throws InterruptedException {
        milesbot().run("scrape");
        try (Database other = database.another();
                Held held = new Locks(other).tryAcquire(Dedupe.LOCK).orElseThrow()) {
            Ended run = milesbot().with("MILESBOT_PING_URL", url()).run("dedupe");

            assertThat(run.exitCode()).as("with %s held: %s", held, run.err()).isZero();
            assertThat(told()).containsExactly(KEY + "/start", KEY + " busy");
        }
    }

    @Test
    void tellsWhyTheSettlingFailed() throws InterruptedException {
        Ended run = milesbot()
                .with("MILESBOT_PING_URL", url())
                .with("DATABASE_URL", "postgresql://nobody:wrong@127.0.0.1:1/none")
                .run("dedupe");

        assertThat(run.exitCode()).isEqualTo(ExitCode.EXTERNAL);
        assertThat(told())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(KEY + "/fail ")
                .doesNotContain("wrong");
    }

    @Test
    void pingsNobodyOfSightingsFromAFile() {
        Ended run = milesbot().run("dedupe", "--input", "-", "--ping-url", url());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--input não usa o banco de dados", "--ping-url");
        assertThat(watcher.getRequestCount()).isZero();
    }

    @Test
    void theScrapeIsAsGoodWithoutAnAnswer() {
        String gone = url();
        watcher.close();

        Ended run = milesbot().run("scrape", "--ping-url", gone);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("lida").doesNotContain(KEY);
        assertThat(run.err()).doesNotContain(KEY);
    }

    @Test
    void pingsNoPrivateAddressThatIsNotAllowed() throws InterruptedException {
        Ended run = milesbot()
                .with("MILESBOT_FETCH_ALLOW_PRIVATE", "other.example.org")
                .run("scrape", "--ping-url", url());

        assertThat(run.out()).contains("recusada");
        assertThat(told()).isEmpty();
    }

    @Test
    void refusesWhatIsNoAddressWithoutShowingIt() {
        Ended option = milesbot().run("scrape", "--ping-url", "hc-ping.com" + KEY);
        Ended setting =
                milesbot().with("MILESBOT_PING_URL", "hc-ping.com" + KEY).run("scrape");

        assertThat(option.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(option.err())
                .contains("--ping-url: o certo é um endereço http ou https")
                .doesNotContain(KEY);
        assertThat(setting.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(setting.err())
                .contains("MILESBOT_PING_URL", "um endereço http ou https")
                .doesNotContain(KEY);
    }
}
