package org.milesbot.scrapers.source;

import java.util.List;
import java.util.Set;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.source.Source;

/** A built-in plug-in: sources of the table and nothing else. */
record BuiltinPlugin(String schedule, Set<String> categories, List<Source> sources) implements Plugin {

    BuiltinPlugin {
        categories = Set.copyOf(categories);
        sources = List.copyOf(sources);
    }

    static BuiltinPlugin of(PluginRow row) {
        List<Source> sources =
                row.sources().stream().<Source>map(BuiltinSource::of).toList();
        return new BuiltinPlugin(row.schedule(), row.categories(), sources);
    }
}
