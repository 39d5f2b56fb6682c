package org.milesbot.scrapers.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.milesbot.api.Text;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.source.Source;

/** A built-in plug-in: sources of the table, and who says fares. */
record BuiltinPlugin(
        String schedule,
        Set<String> categories,
        List<Source> sources,
        List<FareProvider> fareProviders,
        Optional<Text> notice)
        implements Plugin {

    BuiltinPlugin {
        categories = Set.copyOf(categories);
        sources = List.copyOf(sources);
        fareProviders = List.copyOf(fareProviders);
    }

    static BuiltinPlugin of(PluginRow row, List<FareProvider> fareProviders, Optional<Text> notice) {
        List<Source> sources =
                row.sources().stream().<Source>map(BuiltinSource::of).toList();
        return new BuiltinPlugin(row.schedule(), row.categories(), sources, fareProviders, notice);
    }
}
