package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.Version;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.config.Settings;

class ManualCommandTest {

    @TempDir
    private Path home;

    @Test
    void tellsOfEveryCommandAndSetting() {
        Ended run = CommandRun.in(home).run("man");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .startsWith(".TH \"MILESBOT\" \"1\" \"\" \"milesbot "
                        + Version.current().replace("-", "\\-") + "\"")
                .contains(".SH \"NOME\"", ".SS \"milesbot notify dead retry ID\"", "\\fB\\-\\-plugin=ID\\fR");
        for (String word : Subcommand.words()) {
            assertThat(run.out()).contains(".SS \"milesbot " + word);
        }
        for (String name : Settings.descriptions().keySet()) {
            assertThat(run.out()).contains("\\fB" + name + "\\fR");
        }
    }

    @Test
    void isWrittenInEnglishToo() {
        assertThat(CommandRun.in(home).with("MILESBOT_LANG", "en").run("man").out())
                .contains(".SH \"EXIT STATUS\"")
                .doesNotContain("Imprime", "%n", "%%", "${");
    }

    @Test
    void hasNoRequestsButItsOwn() {
        assertThat(CommandRun.in(home).run("man").out().lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|PP|TP|RS|RE|nf|fi)( \"[^\"]*\")*"));
    }

    @Test
    void showsWhatIsHandedOverAsItIs() {
        assertThat(new Roff("A", "b")
                        .paragraph(".PP \\ 'a' `b` -c")
                        .term("'x", "'y\nz")
                        .section("a \"b\"")
                        .toString())
                .isEqualTo("""
                        .TH "A" "1" "" "b"
                        .PP
                        \\&.PP \\(rs \\(aqa\\(aq \\(gab\\(ga \\-c
                        .TP
                        \\fB\\(aqx\\fR
                        \\&\\(aqy z
                        .SH "a \\(dqb\\(dq"
                        """);
    }
}
