package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.promo.Counts;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.testing.TestDatabase;

/** Two sources on one server: one is served badly, and the other is kept all the same. */
final class BadPagesTest {

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.migrated();
    private final StrangersPage site;

    BadPagesTest() throws IOException {
        site = new StrangersPage();
    }

    @BeforeEach
    void install() throws IOException {
        site.serve("/good", StrangersPage.html(StrangersPage.OFFER).build());
        site.install(home, "bad", "good");
    }

    @AfterEach
    void close() {
        site.close();
        database.close();
    }

    private Ended scrape(MockResponse bad) {
        site.serve("/bad", bad);
        return site.run(home, database).run("scrape", "--plugin", "stranger", "--json");
    }

    private void assertOnlyTheGoodOneIsKept(Ended run, String... sentence) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).containsOnlyOnce("aviso: bad: ").contains(sentence);
        assertThat(run.lines()).hasSize(1).first().asString().contains("\"source\":\"good\"");
        assertThat(counts()).isEqualTo(new Counts(1, 1, 1));
    }

    private Counts counts() {
        return new Promos(database.database()).counts();
    }

    private static MockResponse.Builder bytes(byte[] bytes) {
        return new MockResponse.Builder().body(new Buffer().write(bytes));
    }

    @Test
    void truncatedGzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(StrangersPage.OFFER.repeat(20).getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

        Ended run = scrape(bytes(half)
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .addHeader("Content-Encoding", "gzip")
                .build());

        assertOnlyTheGoodOneIsKept(run, "veio comprimido (gzip) e terminou antes do fim");
    }

    @Test
    void pageOf20Megabytes() {
        Ended run = scrape(
                bytes(new byte[20 << 20]).addHeader("Content-Type", "text/html").build());

        assertOnlyTheGoodOneIsKept(run, "passa do limite de");
    }

    @Test
    void endlessRedirect() {
        Ended run = scrape(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", site.address("/bad"))
                .build());

        assertOnlyTheGoodOneIsKept(run, "redireciona mais de");
    }

    @Test
    void antiBotPageWithStatus200() {
        Ended run = scrape(StrangersPage.html("<title>Just a moment...</title><p>Checking your browser</p>")
                .build());

        assertOnlyTheGoodOneIsKept(run, "barreira contra robôs (Cloudflare)");
    }

    @Test
    void wrongCharset() {
        Ended run = scrape(bytes(StrangersPage.OFFER.getBytes(StandardCharsets.ISO_8859_1))
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .build());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("aviso");
        assertThat(run.lines()).hasSize(2).allSatisfy(line -> assertThat(line).contains("80% de bônus"));
        assertThat(counts()).isEqualTo(new Counts(2, 2, 1));
    }
}
