package org.milesbot.scrapers.source;

import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.scrapers.fare.FareProviders;

/** The plug-ins that milesbot brings along, and the recordings that show them at work without a network. */
public final class BuiltinSources {

    /** In code, so that naming the plug-ins reads no file. Each has a folder beside this class, as any declared plug-in. */
    private static final List<String> IDS = List.of(
            "blogs",
            "bonuses_azul",
            "bonuses_esfera",
            "bonuses_latam",
            "bonuses_livelo",
            "bonuses_smiles",
            "channels",
            "fares_american",
            "fares_azul",
            "fares_latam",
            "fares_partner",
            "fares_smiles");

    private BuiltinSources() {}

    /** One factory for each built-in plug-in, by id. */
    public static List<PluginFactory> factories() {
        return IDS.stream().<PluginFactory>map(BuiltinPluginFactory::new).toList();
    }

    /**
     * The HAR files with an answer to every request that a built-in plug-in makes for its sources, and, of one that says
     * fares, with answers that it reads; empty for the id of a plug-in that is not built in.
     */
    public static List<URL> recordings(String pluginId) {
        if (!IDS.contains(pluginId)) {
            return List.of();
        }
        return Stream.of(
                        BuiltinSources.class.getResource(pluginId + "/recordings/" + pluginId + ".har"),
                        FareProviders.recording(pluginId))
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
