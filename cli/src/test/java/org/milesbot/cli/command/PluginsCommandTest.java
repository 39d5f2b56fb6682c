package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.plugin.sample.SampleFactory;

final class PluginsCommandTest {

    @TempDir
    private Path home;

    @Test
    void listsTheBuiltIns() {
        Ended run = CommandRun.in(home).run("plugins");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("PLUG-IN", "bonuses_smiles", "blogs", "channels", "embutido");
    }

    @Test
    void listsAStrangersPluginAndWhatIsEnabled() throws IOException {
        new PluginDirectory(home).install("sample", PluginDirectory.locationOf(SampleFactory.class));

        Ended run = CommandRun.in(home).with("PLUGINS_ENABLED", "sample").run("plugins", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines())
                .hasSize(8)
                .filteredOn(line -> line.contains("\"enabled\":true"))
                .singleElement()
                .asString()
                .contains("\"id\":\"sample\"", "\"version\":\"1.0\"", "\"sample_offers\"");
    }

    @Test
    void doesNotScrapeWhatIsNotEnabled() {
        Ended run = CommandRun.in(home).with("PLUGINS_ENABLED", "blogs").run("scrape", "--plugin", "channels");

        assertThat(run.exitCode()).isIn(ExitCode.USAGE, ExitCode.CONFIGURATION);
        assertThat(run.err()).contains("channels não está em PLUGINS_ENABLED");
        assertThat(run.out()).isEmpty();
    }
}
