package org.milesbot.scrapers.source;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.milesbot.api.Slugs;

/**
 * The sources of one built-in plug-in.
 *
 * @param schedule when they are due
 * @param categories what they are about
 * @param sources the places to watch
 */
record PluginRow(String schedule, Set<String> categories, List<SourceRow> sources) {

    PluginRow {
        Objects.requireNonNull(schedule, "schedule is missing");
        categories = Set.copyOf(Objects.requireNonNull(categories, "categories are missing"));
        categories.forEach(category -> Slugs.require("category", category));
        sources = List.copyOf(Objects.requireNonNull(sources, "sources are missing"));
    }
}
