package org.milesbot.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.output.Look.Colour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command: options that every subcommand takes too. */
@Command(name = "milesbot", synopsisSubcommandLabel = "COMMAND", addMethodSubcommands = false)
final class GlobalOptions {

    @Option(names = "--json", scope = ScopeType.INHERIT)
    boolean json;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT)
    boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT)
    boolean quiet;

    @Option(names = "--color", paramLabel = "auto|always|never", scope = ScopeType.INHERIT)
    Colour colour = Colour.AUTO;

    @Option(names = "--lang", paramLabel = "pt|en", scope = ScopeType.INHERIT)
    @Nullable
    String lang;

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
    @Nullable
    String home;

    @Option(names = "--plugins-dir", paramLabel = "DIR", scope = ScopeType.INHERIT)
    @Nullable
    String pluginsDir;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    boolean version;

    /** The settings that options take the place of, by the name of their variable. */
    Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>();
        put(overrides, "MILESBOT_LANG", lang);
        put(overrides, "MILESBOT_HOME", home);
        put(overrides, "MILESBOT_PLUGINS_DIR", pluginsDir);
        return overrides;
    }

    private static void put(Map<String, String> overrides, String name, @Nullable String value) {
        if (value != null) {
            overrides.put(name, value);
        }
    }
}
