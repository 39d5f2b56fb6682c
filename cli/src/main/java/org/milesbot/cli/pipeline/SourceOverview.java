package org.milesbot.cli.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Source;
import org.milesbot.cli.pipeline.SourceList.Broken;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceNotice;
import org.milesbot.store.source.SourceState;

/**
 * How sources do.
 *
 * @param sources each of them, by plug-in
 * @param problems why some plug-ins cannot say what sources they have
 */
public record SourceOverview(List<Line> sources, List<Text> problems) {

    /** Copies the lists. */
    public SourceOverview {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /**
     * How one source does.
     *
     * @param key its name and plug-in
     * @param provenance its class; null for a plug-in that scrapes by itself, which names a class with each promo
     * @param state how it does
     * @param notice what the operator was last told of it, or null
     */
    public record Line(
            SourceKey key,
            @Nullable Provenance provenance,
            SourceState state,
            @Nullable SourceNotice notice) {}

    /** What is known of the sources of a list, and of plug-ins that fail as a whole. */
    public static SourceOverview of(
            SourceList list, Map<SourceKey, SourceState> states, Map<SourceKey, SourceNotice> notices) {
        Map<SourceKey, Line> lines = new LinkedHashMap<>();
        list.entries().forEach(entry -> {
            Source source = entry.source();
            Provenance provenance = source == null ? null : source.provenance();
            lines.put(entry.key(), line(entry.key(), provenance, states, notices));
        });
        states.forEach((key, state) -> {
            if (key.source().equals(key.plugin()) && state.failures() > 0) {
                lines.putIfAbsent(key, line(key, null, states, notices));
            }
        });
        return new SourceOverview(
                List.copyOf(lines.values()),
                list.broken().stream().map(Broken::reason).toList());
    }

    private static Line line(
            SourceKey key,
            @Nullable Provenance provenance,
            Map<SourceKey, SourceState> states,
            Map<SourceKey, SourceNotice> notices) {
        return new Line(key, provenance, states.getOrDefault(key, SourceState.NEW), notices.get(key));
    }
}
