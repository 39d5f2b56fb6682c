package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.store.testing.TestServer;

final class ConfigurationErrorsTest {

    // The server that comes along leaves files of another user where the tests run as root.
    @TempDir(cleanup = CleanupMode.NEVER)
    private Path home;

    private static void assertRefused(Ended run, int exitCode, String... words) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        assertThat(run.err()).containsOnlyOnce("erro: ").contains(words).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        assertRefused(
                CommandRun.in(home).run("promos", "--progam", "smiles"),
                ExitCode.USAGE,
                "opção desconhecida: --progam",
                "--program");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertRefused(CommandRun.in(home).run("scrap"), ExitCode.USAGE, "argumento desconhecido: scrap", "scrape");
    }

    @Test
    void saysWhatAnOptionTakes() {
        assertRefused(CommandRun.in(home).run("promos", "--since", "ontem"), ExitCode.USAGE, "\"ontem\"", "AAAA-MM-DD");
    }

    @Test
    void suggestsTheVariableThatWasMeant() {
        assertRefused(
                CommandRun.in(home).with("MILESBOT_SCHEME", "x").run("promos"),
                ExitCode.CONFIGURATION,
                "MILESBOT_SCHEME",
                "você quis dizer MILESBOT_SCHEMA?");
    }

    @Test
    void speaksEnglishToWhoeverAskedForIt() {
        Ended run = CommandRun.in(home).with("MILESBOT_LANG", "en").run("promos", "--progam", "smiles");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("error: ", "--progam", "--program").doesNotContain("opção");
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Ended run = CommandRun.in(home)
                .with("DATABASE_URL", "postgresql://someone:hidden@127.0.0.1:" + port + "/milesbot")
                .run("promos");

        assertRefused(run, ExitCode.EXTERNAL, "127.0.0.1:" + port, "não responde");
        assertThat(run.err()).doesNotContain("hidden");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        Ended run = CommandRun.in(home)
                .with("DATABASE_URL", CommandRun.url(TestServer.postgres(), "not-the-password"))
                .run("promos");

        assertRefused(run, ExitCode.CONFIGURATION, "não deixou entrar o usuário");
        assertThat(run.err()).doesNotContain("not-the-password");
    }

    @Test
    void saysThatTheDataFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(home.resolve("taken"), "a file where the folder should be");

        assertRefused(
                CommandRun.in(home).run("promos", "--home", file.toString()),
                ExitCode.CONFIGURATION,
                "não consegue gravar na pasta de dados",
                file.toString());
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertRefused(
                    CommandRun.in(home).with("MILESBOT_POSTGRES_PORT", port).run("db", "start"),
                    ExitCode.CONFIGURATION,
                    "A porta " + port,
                    "ocupada",
                    "ou auto");
        }
    }
}
