package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("fares_partner: Sem a chave de um parceiro licenciado")
                .contains("MILESBOT_PLUGIN_FARES_PARTNER_KEY_FILE");
        assertThat(run.out()).contains("PLUG-IN", "bonuses_smiles", "blogs", "channels", "embutido");
    }

    @Test
    void needsNoNoticeOfThePartnerWithItsKey() throws IOException {
        Path key = Files.writeString(home.resolve("partner"), "sesame\n");

        Ended run = CommandRun.in(home)
                .with("MILESBOT_PLUGIN_FARES_PARTNER_KEY_FILE", key.toString())
                .run("plugins");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("fares_partner").doesNotContain("sesame");
    }

    @Test
    void saysThatThePartnersKeyCannotBeRead() {
        Ended run = CommandRun.in(home)
                .with("MILESBOT_PLUGIN_FARES_PARTNER_KEY_FILE", "/nowhere/partner")
                .run("plugins");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("/nowhere/partner");
    }

    @Test
    void listsAStrangersPluginAndWhatIsEnabled() throws IOException {
        new PluginDirectory(home).install("sample", PluginDirectory.locationOf(SampleFactory.class));

        Ended run = CommandRun.in(home).with("PLUGINS_ENABLED", "sample").run("plugins", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines())
                .hasSize(13)
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
