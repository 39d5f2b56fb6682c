package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.TestDatabase;

/** The source {@code offers} of a stranger's plug-in, on a real server that does well or badly. */
final class SourcesCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.migrated();
    private final StrangersPage site;

    SourcesCommandTest() throws IOException {
        site = new StrangersPage();
    }

    @BeforeEach
    void install() throws IOException {
        good();
        site.install(home, "offers");
    }

    @AfterEach
    void close() {
        site.close();
        database.close();
    }

    private void good() {
        site.serve(
                "/offers",
                StrangersPage.html(StrangersPage.OFFER)
                        .addHeader("ETag", "\"1\"")
                        .build());
    }

    private void bad() {
        site.serve("/offers", new MockResponse.Builder().code(403).build());
    }

    private CommandRun milesbot(int hours) {
        Instant now = CommandRun.NOW.plus(Duration.ofHours(hours));
        return site.run(home, database).with("PLUGINS_ENABLED", "stranger").at(now);
    }

    private Ended scrape(int hours) {
        return milesbot(hours).run("scrape");
    }

    private JsonNode listed() throws IOException {
        Ended run = milesbot(99).run("sources", "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(1);
        assertThat(schema().validate(run.out(), InputFormat.JSON)).isEmpty();
        return JSON.readTree(run.out());
    }

    private static JsonSchema schema() throws IOException {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/schemas/source.schema.json")), strict);
    }

    @Test
    void listsASourceThatWasNeverVisited() throws IOException {
        JsonNode source = listed();

        assertThat(source.path("source").asText()).isEqualTo("offers");
        assertThat(source.path("plugin").asText()).isEqualTo("stranger");
        assertThat(source.path("provenance").asText()).isEqualTo("blog");
        assertThat(source.path("outcome").isNull()).isTrue();
        assertThat(source.path("failures").asInt()).isZero();
        assertThat(milesbot(0).run("sources").out()).contains("FONTE", "offers", "nunca consultada");
    }

    @Test
    void showsHowASourceDoes() throws IOException {
        scrape(0);
        JsonNode first = listed();
        scrape(2);
        JsonNode second = listed();

        assertThat(first.path("outcome").asText()).isEqualTo("read");
        assertThat(first.path("last_success").asText()).isEqualTo("2026-11-21T09:00:00-03:00");
        assertThat(first.path("last_new_item").asText()).isEqualTo("2026-11-20T09:00:00-03:00");
        assertThat(second.path("last_success").asText()).isEqualTo("2026-11-21T11:00:00-03:00");
        assertThat(second.path("last_new_item")).isEqualTo(first.path("last_new_item"));
        assertThat(second.path("trouble").isNull()).isTrue();
        assertThat(milesbot(2).run("sources").out()).contains("sem novidade", "21/11/2026 11:00", "blog", "não");
    }

    @Test
    void tellsTheOperatorOnceWhenASourceFailsAndOnceWhenItIsBack() throws IOException {
        scrape(0);
        bad();
        for (int hour = 1; hour <= 5; hour++) {
            assertThat(scrape(hour).exitCode()).isEqualTo(ExitCode.EXTERNAL);
        }
        JsonNode failing = listed();
        good();
        scrape(6);
        JsonNode back = listed();

        assertThat(failing.path("outcome").asText()).isEqualTo("blocked");
        assertThat(failing.path("failures").asInt()).isEqualTo(5);
        assertThat(failing.path("trouble").asText()).isEqualTo("failing");
        assertThat(failing.path("notice").asText()).isEqualTo("failing");
        assertThat(failing.path("notice_at").asText()).isEqualTo("2026-11-21T12:00:00-03:00");
        assertThat(failing.path("notice_problem").asText()).contains("403");
        assertThat(failing.path("last_success").asText()).isEqualTo("2026-11-21T09:00:00-03:00");
        assertThat(back.path("trouble").isNull()).isTrue();
        assertThat(back.path("notice").asText()).isEqualTo("recovered");
        assertThat(back.path("notice_id").asLong())
                .isEqualTo(failing.path("notice_id").asLong() + 1);
    }

    @Test
    void hearsNothingOfAMutedSource() throws IOException {
        Ended muted = milesbot(0).run("sources", "mute", "offers");
        bad();
        for (int hour = 1; hour <= 4; hour++) {
            scrape(hour);
        }

        assertThat(muted.exitCode()).as(muted.err()).isZero();
        assertThat(muted.err()).contains("offers está silenciada");
        assertThat(listed().path("muted").asBoolean()).isTrue();
        assertThat(listed().path("failures").asInt()).isEqualTo(4);
        assertThat(listed().path("notice").isNull()).isTrue();
        assertThat(milesbot(4).run("sources", "unmute", "offers").exitCode()).isZero();
        scrape(5);
        assertThat(listed().path("muted").asBoolean()).isFalse();
        assertThat(listed().path("notice").asText()).isEqualTo("failing");
    }

    @Test
    void checksASourceNow() throws IOException {
        Ended first = milesbot(0).run("sources", "check", "offers");
        Ended again = milesbot(1).run("sources", "check", "offers", "--json");
        bad();
        Ended failed = milesbot(2).run("sources", "check", "offers");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("offers", "lida");
        assertThat(first.err()).contains("uma promoção lida, uma nova");
        assertThat(again.lines()).singleElement().asString().contains("\"program\":\"smiles\"", "\"new\":false");
        assertThat(failed.exitCode()).isEqualTo(ExitCode.EXTERNAL);
        assertThat(failed.out()).contains("bloqueada");
        assertThat(listed().path("outcome").asText()).isEqualTo("blocked");
    }

    @Test
    void suggestsTheSourceThatWasMeant() {
        for (String what : new String[] {"mute", "unmute", "check"}) {
            Ended near = milesbot(0).run("sources", what, "ofers");
            Ended far = milesbot(0).run("sources", what, "something_else\u001b[31m");

            assertThat(near.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(near.err()).contains("não há fonte \"ofers\"; você quis dizer offers?");
            assertThat(far.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(far.err())
                    .contains("não há fonte \"something_else", "\"milesbot sources\" lista todas")
                    .doesNotContain("\u001b");
        }
        assertThat(milesbot(0).run("sources", "chek", "offers").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(milesbot(0).run("sources", "check").err()).contains("falta informar: NAME");
    }

    @Test
    void helpsWithExamples() {
        for (String[] words : new String[][] {{"sources"}, {"sources", "mute"}, {"sources", "check"}}) {
            String[] asked = Arrays.copyOf(words, words.length + 1);
            asked[words.length] = "--help";
            String examples = "milesbot " + String.join(" ", words);

            assertThat(milesbot(0).run(asked).out()).contains("Uso: ", "Exemplos:", "  " + examples);
            assertThat(milesbot(0).with("MILESBOT_LANG", "en").run(asked).out())
                    .contains("Usage: ", "Examples:", "  " + examples);
        }
    }
}
