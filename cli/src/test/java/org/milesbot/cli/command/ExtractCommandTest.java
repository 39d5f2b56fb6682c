package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.TestDatabase;

final class ExtractCommandTest {

    private static final String GOOD = "{\"id\":\"a1\",\"title\":\"Bônus de 80% na Smiles\",\"html\":\"<p>Transfira "
            + "pontos da Livelo para a Smiles e ganhe até 80% de bônus até 30/11/2026.</p>\","
            + "\"published_at\":\"2026-11-20T09:00:00-03:00\",\"url\":\"https://www.example.org/a1\"}\n";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path home;

    private Ended extract(String lines) {
        return CommandRun.in(home).reading(lines).run("extract", "--json");
    }

    @Test
    void readsAnAnnouncement() throws IOException {
        Ended run = extract(GOOD);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode line = json.readTree(run.out());
        assertThat(line.path("id").asText()).isEqualTo("a1");
        assertThat(line.path("promos")).hasSize(1);
        assertThat(line.path("promos").get(0).path("program").asText()).isEqualTo("smiles");
        assertThat(violations(line.path("promos").get(0))).isEmpty();
    }

    @Test
    void goesOnAfterABrokenLine() {
        Ended run = extract(GOOD + "{broken\n\n{\"title\":\"x\"}\n"
                + GOOD.replace("2026-11-20T09:00:00-03:00", "yesterday") + GOOD.replace("a1", "a2"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("linha 2: não é JSON", "linha 4: falta o campo", "linha 5: o campo");
        assertThat(run.err().lines()).hasSize(3);
        assertThat(run.lines()).hasSize(2).last().asString().contains("\"id\":\"a2\"");
    }

    @Test
    void printsATableForPeople() {
        Ended run = CommandRun.in(home).reading(GOOD).run("extract");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("PROGRAMA", "Smiles", "80");
    }

    @Test
    void keepsToTheSchemaForEveryRecordedPromo() throws IOException {
        try (TestDatabase database = TestDatabase.migrated()) {
            Ended run = CommandRun.in(home, database).run("scrape", "--replay", "--json");

            assertThat(run.lines()).hasSizeGreaterThan(50);
            for (String line : run.lines()) {
                assertThat(violations(json.readTree(line))).as(line).isEmpty();
            }
        }
    }

    private static Iterable<?> violations(JsonNode promo) throws IOException {
        String schema = Files.readString(Path.of("..", "docs", "schemas", "promo.schema.json"));
        JsonSchema read = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        return read.validate(promo, asked -> asked.getExecutionConfig().setFormatAssertionsEnabled(true));
    }
}
