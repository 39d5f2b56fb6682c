package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.store.alert.Household;

/** What an operator does who is asked by somebody for their data, or to be forgotten. */
@TestInstance(Lifecycle.PER_CLASS)
class UserDataCommandTest {

    /** Keeps a note of somebody in a file, and does nothing where a file says that it is out of order. */
    private static final String STRANGER = """
            public Optional<org.milesbot.api.privacy.PersonalData> personalData() {
                return Optional.of(new org.milesbot.api.privacy.PersonalData() {
                    final java.nio.file.Path folder = java.nio.file.Path.of("%s");
                    java.nio.file.Path note(long chatId) throws Exception {
                        if (java.nio.file.Files.exists(folder.resolve("broken"))) {
                            throw new java.io.IOException("out of order");
                        }
                        return folder.resolve("note-" + chatId);
                    }
                    public Optional<String> export(long chatId) throws Exception {
                        java.nio.file.Path note = note(chatId);
                        return java.nio.file.Files.exists(note)
                            ? Optional.of("{\\n\\"note\\" : \\"" + java.nio.file.Files.readString(note) + "\\"\\n}")
                            : Optional.empty();
                    }
                    public boolean erase(long chatId) throws Exception {
                        return java.nio.file.Files.deleteIfExists(note(chatId));
                    }
                });
            }
            """;

    private final Household house = new Household();

    @TempDir
    private Path home;

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private Ended run(String... arguments) {
        return CommandRun.in(home, house.test()).run(arguments);
    }

    private void stranger() throws IOException {
        new PluginDirectory(home).add("stranger", "stranger", STRANGER.formatted(home));
    }

    private Path note(long chat) {
        return home.resolve("note-" + chat);
    }

    private void ana() {
        house.person(7, "threshold = 20");
        house.told("2026-11-20", "livelo 80/80 2026-11-20..2026-11-30");
        house.match("2026-11-20T13:00");
        run("users", "route", "add", "7", "GRU", "LIS");
    }

    private static JsonNode json(String text) throws IOException {
        assertThat(ImportCommandTest.violations("personal-data.schema.json", text))
                .as(text)
                .isEmpty();
        return new ObjectMapper().readTree(text);
    }

    @Test
    void writesAllThatIsKept() throws IOException {
        ana();
        stranger();
        Files.writeString(note(7), "likes LIS");

        Ended printed = run("users", "data", "7");
        Ended written = run("users", "data", "7", "dados.json");

        assertThat(printed.exitCode()).as(printed.err()).isZero();
        JsonNode data = json(printed.out());
        assertThat(data.path("telegram_id").longValue()).isEqualTo(7);
        assertThat(data.path("exported_at").textValue()).isEqualTo("2026-11-21T09:00:00-03:00");
        assertThat(data.at("/settings/0/threshold").intValue()).isEqualTo(20);
        assertThat(data.at("/routes/0/origins/0").textValue()).isEqualTo("GRU");
        assertThat(data.at("/alerts/0/title").textValue()).isEqualTo("Smiles dá bônus");
        assertThat(data.at("/plugins/stranger/note").textValue()).isEqualTo("likes LIS");
        assertThat(data.path("missing")).isEmpty();
        assertThat(printed.lines()).contains("  \"stranger\" : {\"note\":\"likes LIS\"}");
        assertThat(written.exitCode()).isZero();
        assertThat(written.out()).isEmpty();
        Path file = home.resolve("dados.json");
        assertThat(file).hasContent(printed.out());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        ana();
        stranger();
        Files.createFile(home.resolve("broken"));

        Ended run = run("users", "data", "7");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("falta o que se guarda nos plug-ins stranger");
        assertThat(json(run.out()).path("missing").get(0).textValue()).isEqualTo("stranger");
        Files.delete(home.resolve("broken"));
    }

    @Test
    void saysThatNothingIsKept() throws IOException {
        Ended run = run("users", "data", "99");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Não se guarda nada do chat 99.");
        assertThat(json(run.out()).path("alerts")).isEmpty();
        assertThat(run("users", "data", "ana").exitCode()).isEqualTo(ExitCode.USAGE);
        Ended unwritable = run("users", "data", "99", "no/such/folder.json");
        assertThat(unwritable.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(unwritable.err()).contains("no/such/folder.json");
    }

    @Test
    void showsAGroupItsSettingsAlone() throws IOException {
        house.person(-7, "");
        stranger();
        Files.writeString(note(-7), "somebody wrote this");

        JsonNode data = json(run("users", "data", "--", "-7").out());

        assertThat(data.path("settings")).hasSize(1);
        assertThat(data.has("alerts")).isFalse();
        assertThat(data.path("plugins")).isEmpty();
    }

    @Test
    void forgetsEverywhereAndSaysWhereItDidNot() throws IOException {
        ana();
        stranger();
        Files.writeString(note(7), "likes LIS");
        Files.createFile(home.resolve("broken"));

        Ended half = run("users", "remove", "7", "--yes", "--json");

        assertThat(half.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(half.out().strip())
                .isEqualTo("{\"telegram_id\":7,\"removed\":false,\"failed_plugins\":[\"stranger\"]}");
        assertThat(half.err()).contains("stranger pode ainda guardar", "\"milesbot users remove 7\" tenta de novo");
        assertThat(house.rows("select id from app_user")).isEmpty();
        assertThat(house.alerts()).isEmpty();
        assertThat(note(7)).exists();

        Files.delete(home.resolve("broken"));
        Ended rest = run("users", "remove", "7", "--yes");

        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertThat(rest.err()).contains("7 foi apagado.");
        assertThat(note(7)).doesNotExist();
        Ended again = run("users", "remove", "7", "--yes");
        assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("ninguém está cadastrado com o chat 7");
    }
}
