package org.milesbot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.dist.Shell.Ended;

/** The release as somebody installs it, brings it up to date, and gets rid of it. */
class InstallIT {

    @TempDir
    private Path home;

    private Shell shell = new Shell(Path.of("/"));
    private Path prefix = Path.of("/");
    private Path command = Path.of("/");

    /** Where the launcher's archive of classes would be lies a file, because making it takes longer than all else here. */
    @BeforeEach
    void homeIsEmpty() throws IOException {
        shell = new Shell(home);
        prefix = home.resolve(".local/opt/milesbot");
        command = home.resolve(".local/bin/milesbot");
        Files.createFile(
                Files.createDirectories(home.resolve(".local/share/milesbot")).resolve("cache"));
    }

    @AfterEach
    void stopTheServer() {
        if (Files.exists(command)) {
            shell.run(command.toString(), "db", "stop");
        }
        // The launcher looks after its archive when a command has ended, and would make the folder anew.
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home + "/.local/opt"))
                .forEach(process ->
                        process.onExit().orTimeout(2, TimeUnit.MINUTES).join());
    }

    private Ended milesbot(String... words) {
        return shell.run(
                Stream.concat(Stream.of(command.toString()), Stream.of(words)).toArray(String[]::new));
    }

    private Path inUse() throws IOException {
        return Files.readSymbolicLink(prefix.resolve("current"));
    }

    private List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Path installed() throws IOException {
        Ended ended = Release.unpacked(shell, "first").install("--user");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return inUse();
    }

    @Test
    void installsOnceAndRuns() throws IOException {
        Path first = installed();

        assertThat(milesbot("--version").out()).startsWith("milesbot ");
        assertThat(home.resolve(".local/share/man/man1/milesbot.1")).content().contains(".SH \"EXIT STATUS\"");
        assertThat(home.resolve(".local/share/man/pt/man1/milesbot.1"))
                .content()
                .contains(".SH \"CÓDIGOS DE SAÍDA\"");
        assertThat(milesbot("config").out())
                .contains(home.resolve(".local/share/milesbot").toString());

        Ended again = Release.unpacked(shell, "again").install("--user");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("installed in", "already");
        assertThat(inUse()).isEqualTo(first);
        assertThat(in(prefix.resolve("releases"))).hasSize(1);
    }

    @Test
    void keepsSecretsAndSettingsBesideTheData() throws IOException {
        installed();
        Path config = home.resolve(".config/milesbot");
        Files.writeString(config.resolve("milesbot.env"), "MILESBOT_WEB_PORT=9090\n");
        Files.writeString(config.resolve("secrets/OPENAI_API_KEY"), "sk-0123456789abcdefgh\n");

        assertThat(milesbot("config").out()).contains("9090", "credential OPENAI_API_KEY");
    }

    @Test
    void upgradesWithABackupAndGoesBack() throws IOException {
        Path first = installed();
        assertThat(milesbot("import").exitCode()).isZero();
        String promos = milesbot("promos", "--json", "--limit", "0").out();
        assertThat(promos).isNotEmpty();

        Ended upgraded =
                Release.unpacked(shell, "second").withAnotherChangelog().install("--user");
        assertThat(upgraded.exitCode()).as(upgraded.err()).isZero();
        assertThat(inUse()).isNotEqualTo(first);
        assertThat(in(home.resolve(".local/share/milesbot/backups"))).hasSize(1);
        assertThat(milesbot("promos", "--json", "--limit", "0").out()).isEqualTo(promos);

        Ended back = shell.run(prefix.resolve("current/install.sh").toString(), "--user", "--rollback");
        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(inUse()).isEqualTo(first);
    }

    @Test
    void undoesAnUpgradeToAJarThatCannotReachTheDatabase() throws IOException {
        Path first = installed();
        assertThat(milesbot("import").exitCode()).isZero();
        String promos = milesbot("promos", "--json", "--limit", "0").out();

        Ended failed = Release.unpacked(shell, "broken")
                .without("/org/postgresql/Driver.class")
                .install("--user");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("the upgrade failed and was undone", first.toString());
        assertThat(inUse()).isEqualTo(first);
        assertThat(in(prefix.resolve("releases"))).hasSize(1);
        assertThat(milesbot("promos", "--json", "--limit", "0").out()).isEqualTo(promos);
    }

    @Test
    void refusesAJarThatDoesNotStartAndFilesThatWereTamperedWith() throws IOException {
        Path first = installed();

        Ended broken = Release.unpacked(shell, "broken").cutOff().install("--user");
        assertThat(broken.exitCode()).isEqualTo(4);
        assertThat(broken.err()).contains("nothing was changed");

        Release tampered = Release.unpacked(shell, "tampered");
        Files.writeString(tampered.folder().resolve("bin/milesbot"), "#!/bin/sh\necho milesbot 9\n");
        Ended refused = tampered.install("--user");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("bin/milesbot", "SHA256SUMS");

        assertThat(inUse()).isEqualTo(first);
        assertThat(milesbot("--version").exitCode()).isZero();
    }

    @Test
    void uninstallsAllButDataAndSettings() throws IOException {
        installed();
        assertThat(milesbot("import").exitCode()).isZero();

        Ended gone = shell.run(prefix.resolve("current/install.sh").toString(), "--user", "--uninstall");

        assertThat(gone.exitCode()).as(gone.err()).isZero();
        assertThat(prefix).doesNotExist();
        assertThat(command).doesNotExist();
        assertThat(home.resolve(".local/share/man/man1/milesbot.1")).doesNotExist();
        assertThat(home.resolve(".local/share/milesbot/postgres/data/PG_VERSION"))
                .exists();
        assertThat(home.resolve(".local/share/milesbot/postgres/data/postmaster.pid"))
                .doesNotExist();
        assertThat(home.resolve(".config/milesbot/milesbot.env")).exists();

        installed();
        assertThat(milesbot("promos", "--json", "--limit", "1").out()).isNotEmpty();
    }

    @Test
    void putsTheUnitsOfAMachineWhereSystemdLooks() throws IOException {
        Path root = home.resolve("root");

        Ended ended = Release.unpacked(shell, "first")
                .install(Map.of("DESTDIR", root.toString()), "--system", "--prefix", "/srv/milesbot");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(root.resolve("srv/milesbot/current/lib/milesbot.jar")).exists();
        assertThat(root.resolve("etc/systemd/system/milesbot-run.service"))
                .content()
                .contains("ExecStart=/srv/milesbot/current/bin/milesbot run")
                .doesNotContain("/opt/");
        assertThat(root.resolve("etc/systemd/system/milesbot-.service.d/10-common.conf"))
                .exists();
        assertThat(root.resolve("usr/local/bin/milesbot")).isExecutable();
    }

    @Test
    void helpsAndRefusesWhatItDoesNotKnow() throws IOException {
        Release release = Release.unpacked(shell, "first");

        assertThat(release.install("--help").out()).contains("Usage: install.sh", "--rollback");
        Ended ended = release.install("--uninstal");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("unknown option: --uninstal");
        assertThat(release.install("--user", "--rollback").exitCode()).isEqualTo(4);
    }
}
