package org.milesbot.cli.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.milesbot.api.Text;
import org.milesbot.store.score.ScoreRule;

/**
 * All that can be set, one record a concern. Secrets never show in {@code toString}.
 *
 * @param score how scores are worked out
 * @param shown every setting as {@code milesbot config} lists it
 */
public record Settings(
        HomeSettings home,
        DatabaseSettings database,
        ServiceSettings services,
        SendingSettings sending,
        FetchingSettings fetching,
        WatchingSettings watching,
        KeepingSettings keeping,
        WebSettings web,
        PluginSettings plugins,
        ScoreRule score,
        OutputSettings output,
        List<Shown> shown) {

    /** Copies the list. */
    public Settings {
        shown = List.copyOf(shown);
    }

    /** What each setting is for, in one line, by its name and in the order in which they are listed. */
    public static Map<String, Text> descriptions() {
        Map<String, Text> descriptions = new LinkedHashMap<>();
        Variable.names().forEach(name -> descriptions.put(name, description(name)));
        return descriptions;
    }

    static Text description(String name) {
        return Text.of(Settings.class, "description." + name);
    }

    /**
     * Reads the settings. Options win over the environment, the environment over the {@code .env} file, which lies in
     * the working directory or else in the data folder. An empty value counts as none.
     *
     * @param overrides what command-line options set, by the name of the variable
     * @throws org.milesbot.api.MilesbotException of kind CONFIGURATION that names every mistake at once
     */
    public static Settings load(Map<String, String> environment, Path workingDirectory, Map<String, String> overrides) {
        return new SettingsReader(environment, workingDirectory.toAbsolutePath(), overrides).read();
    }
}
