package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.store.promo.Promos;
import org.milesbot.store.testing.TestDatabase;

/** A stranger's plug-in that misbehaves beside a built-in one. */
final class BadPluginTest {

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private Ended scrape(String members) throws IOException {
        new PluginDirectory(home).add("stranger", "stranger", members);
        return CommandRun.in(home, database).run("scrape", "--plugin", "stranger,bonuses_smiles", "--replay", "--json");
    }

    private void assertOthersGoOn(Ended run, String words) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).containsOnlyOnce("aviso: stranger: ").contains("plug-in stranger", words);
        assertThat(run.lines()).isNotEmpty().allMatch(line -> line.contains("\"program\":\"smiles\""));
        assertThat(new Promos(database.database()).counts().sightings())
                .isEqualTo(run.lines().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new IllegalStateException(\"no idea\");|falhou em scrape(): IllegalStateException: no idea",
                "throw new StackOverflowError();|falhou em scrape(): StackOverflowError",
                "return null;|devolveu null em scrape()",
                "return Collections.singletonList(null);|uma lista com null"
            })
    void scrapeOfItsOwn(String body, String words) throws IOException {
        assertOthersGoOn(scrape("public List<Sighting> scrape(Instant since) { " + body + " }"), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new IllegalStateException(\"no idea\");|falhou em sources(): IllegalStateException: no idea",
                "return null;|devolveu null em sources()"
            })
    void sources(String body, String words) throws IOException {
        assertOthersGoOn(scrape("public List<Source> sources() { " + body + " }"), words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new NullPointerException(\"x\");|falhou em read(): NullPointerException: x",
                "return null;|devolveu null em read()"
            })
    void readingOfAPage(String body, String words) throws IOException {
        // A page that the recordings have an answer for.
        String address = "https://passageirodeprimeira.com/feed/";
        Ended run = scrape(PluginDirectory.source("odd", address, body));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).containsOnlyOnce("aviso: odd: ").contains("plug-in stranger", words);
        assertThat(run.lines()).isNotEmpty().allMatch(line -> line.contains("\"program\":\"smiles\""));
    }

    @Test
    void isListedBesideTheOthers() throws IOException {
        new PluginDirectory(home).add("stranger", "stranger", "public String schedule() { return null; }");

        Ended run = CommandRun.in(home).run("plugins", "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).containsOnlyOnce("erro: ").contains("plug-in stranger", "null em schedule()");
        assertThat(run.lines()).hasSize(13);
    }
}
