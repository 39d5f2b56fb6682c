package org.milesbot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.cli.command.CommandRun.Ended;
import org.milesbot.cli.plugin.PluginDirectory;
import org.milesbot.cli.plugin.PluginZip;
import org.milesbot.plugin.sample.SampleFactory;

/** Plug-ins checked, installed, disabled and removed, as an operator does it. */
final class PluginToolsTest {

    private static final String ADDRESS = "MILESBOT_PLUGIN_SAMPLE_ADDRESS";

    @TempDir
    private Path home;

    @TempDir
    private Path author;

    @Test
    void installsListsDisablesEnablesAndRemoves() throws IOException {
        Ended installed = with("https://offers.example.com/").run("plugins", "install", sampleZip("sample-1.0/"));

        assertThat(installed.exitCode()).as(installed.err()).isZero();
        assertThat(installed.out()).contains("sample 1.0", "sample_offers", "offers.example.com", "comandos do bot");
        assertThat(installed.err()).contains("SHA-256", "O plug-in sample 1.0 está instalado");
        assertThat(children()).containsExactly("sample");
        assertThat(listed()).contains("\"enabled\":true", "\"standing\":\"enabled\"", "sample_offers");

        assertThat(run("plugins", "disable", "sample").exitCode()).isZero();
        assertThat(listed()).contains("\"enabled\":false", "\"standing\":\"disabled\"");
        assertThat(run("plugins").out()).contains("não (desabilitado)");
        Ended refused = run("scrape", "--plugin", "sample");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("milesbot plugins enable sample");

        assertThat(run("plugins", "enable", "sample").err()).contains("está habilitado");
        assertThat(run("plugins", "enable", "sample").err()).contains("já estava habilitado");
        assertThat(listed()).contains("\"enabled\":true");

        assertThat(run("plugins", "disable", "sample").exitCode()).isZero();
        Ended removed = with("https://offers.example.com/").run("plugins", "remove", "sample", "--yes");
        assertThat(removed.exitCode()).as(removed.err()).isZero();
        assertThat(removed.err()).contains("O plug-in sample foi removido", "tire do ambiente", ADDRESS);
        assertThat(children()).containsExactly("disabled.txt");
        assertThat(home.resolve("plugins/disabled.txt")).isEmptyFile();
        assertThat(run("plugins", "--json").out()).doesNotContain("\"sample\"");
    }

    @Test
    void asksBeforeItRemoves() throws IOException {
        new PluginDirectory(home).add("mine", "mine", "");

        Ended kept = CommandRun.in(home).onTerminal().reading("n\n").run("plugins", "remove", "mine");
        assertThat(kept.exitCode()).isZero();
        assertThat(kept.err()).contains("Remover o plug-in mine", "[s/N]", "Nada foi removido");
        assertThat(children()).containsExactly("mine");

        assertThat(run("plugins", "remove", "mine").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(children()).containsExactly("mine");

        Ended gone = CommandRun.in(home).onTerminal().reading("s\n").run("plugins", "remove", "mine");
        assertThat(gone.exitCode()).as(gone.err()).isZero();
        assertThat(children()).isEmpty();
    }

    @Test
    void installsNothingThatIsUnsound() throws IOException {
        new PluginDirectory(author).add("mine", "mine", "public String schedule() { return null; }");
        Path zip = PluginZip.ofFolder(author.resolve("mine.zip"), author.resolve("plugins/mine"), "");

        Ended run = run("plugins", "install", zip.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.err()).contains("null em schedule()", "nada foi instalado");
        assertThat(children()).isEmpty();
    }

    @Test
    void replacesAnInstalledVersionOnlyIfToldTo() throws IOException {
        new PluginDirectory(home).add("called-otherwise", "mine", "");
        new PluginDirectory(author)
                .add("mine", "mine", "public Set<String> categories() { return Set.of(\"fresh\"); }");
        Path zip = PluginZip.ofFolder(author.resolve("mine.zip"), author.resolve("plugins/mine"), "");

        Ended refused = run("plugins", "install", zip.toString());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("--replace");
        assertThat(children()).containsExactly("called-otherwise");

        Ended replaced = run("plugins", "install", zip.toString(), "--replace", "--json");
        assertThat(replaced.exitCode()).as(replaced.err()).isZero();
        assertThat(replaced.out()).contains("\"replaces\":\"0.1\"", "\"sha256\":\"", "\"sound\":true");
        assertThat(children()).containsExactly("mine");
        assertThat(run("plugins", "--json").out()).contains("\"categories\":[\"fresh\"]");
    }

    @Test
    void installsNothingOverAFolderOfSomethingElse() throws IOException {
        new PluginDirectory(home).add("mine", "theirs", "");
        new PluginDirectory(author).add("mine", "mine", "");
        Path zip = PluginZip.ofFolder(author.resolve("mine.zip"), author.resolve("plugins/mine"), "");

        Ended run = run("plugins", "install", zip.toString(), "--replace");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("não é a do plug-in mine");
        assertThat(run("plugins", "--json").out()).contains("\"id\":\"theirs\"");
    }

    @Test
    void saysWhichLineOfPluginsEnabledIsRight() throws IOException {
        CommandRun others = CommandRun.in(home).with("PLUGINS_ENABLED", "blogs,channels");
        Ended installed = others.run("plugins", "install", sampleZip(""));
        assertThat(installed.exitCode()).as(installed.err()).isZero();
        assertThat(installed.err()).contains("PLUGINS_ENABLED deixa o plug-in de fora", "plugins enable sample");

        Ended enabled = others.run("plugins", "enable", "sample");
        assertThat(enabled.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(enabled.err()).contains("PLUGINS_ENABLED=blogs,channels,sample");

        Ended removed =
                CommandRun.in(home).with("PLUGINS_ENABLED", "blogs,sample").run("plugins", "remove", "sample", "--yes");
        assertThat(removed.err()).contains("tire sample de PLUGINS_ENABLED");
    }

    @Test
    void disablesABuiltInAndRemovesNone() {
        assertThat(run("plugins", "disable", "blogs").exitCode()).isZero();
        assertThat(run("plugins", "--json").lines())
                .filteredOn(line -> line.contains("\"id\":\"blogs\""))
                .singleElement()
                .asString()
                .contains("\"standing\":\"disabled\"");

        Ended removed = run("plugins", "remove", "blogs", "--yes");
        assertThat(removed.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(removed.err()).contains("plugins disable blogs");
        Ended unknown = run("plugins", "disable", "blog");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("blogs?");
    }

    @Test
    void mendsADirectoryInWhichAFolderIsBroken() throws IOException {
        Files.createDirectories(home.resolve("plugins/broken"));
        new PluginDirectory(home).add("sound", "sound", "");
        assertThat(run("plugins").exitCode()).isEqualTo(ExitCode.CONFIGURATION);

        assertThat(run("plugins", "disable", "broken").exitCode()).isZero();
        assertThat(run("plugins", "--json").out()).contains("\"id\":\"sound\"");
        assertThat(run("plugins", "enable", "broken").exitCode()).isZero();
        assertThat(run("plugins").exitCode()).isEqualTo(ExitCode.CONFIGURATION);

        assertThat(run("plugins", "remove", "broken", "--yes").exitCode()).isZero();
        assertThat(run("plugins", "list").exitCode()).isZero();
    }

    @Test
    void checksAFolder() throws IOException {
        new PluginDirectory(author).add("mine", "mine", "public Set<String> categories() { return Set.of(\"No\"); }");
        String folder = author.resolve("plugins/mine").toString();

        Ended run = run("plugins", "check", folder, "--json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.PARTLY_FAILED);
        assertThat(run.lines())
                .singleElement()
                .asString()
                .contains("\"id\":\"mine\"", "\"api_level\":1", "\"sound\":false", "[a-z][a-z0-9_]*");
        sampleZip("");
        Ended sound = run("plugins", "check", author.resolve("plugins/sample").toString());
        assertThat(sound.exitCode()).as(sound.err()).isZero();
        assertThat(sound.out()).contains("sample 1.0");
        assertThat(sound.err()).contains("Nada de errado");
    }

    private String sampleZip(String prefix) throws IOException {
        Path folder = new PluginDirectory(author).install("sample", PluginDirectory.locationOf(SampleFactory.class));
        return PluginZip.ofFolder(author.resolve("sample.zip"), folder, prefix).toString();
    }

    private CommandRun with(String address) {
        return CommandRun.in(home).with(ADDRESS, address);
    }

    private Ended run(String... arguments) {
        return CommandRun.in(home).run(arguments);
    }

    private String listed() {
        return run("plugins", "--json").lines().stream()
                .filter(line -> line.contains("\"id\":\"sample\""))
                .findFirst()
                .orElse("");
    }

    private List<String> children() throws IOException {
        Path plugins = home.resolve("plugins");
        if (Files.notExists(plugins)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(plugins)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
