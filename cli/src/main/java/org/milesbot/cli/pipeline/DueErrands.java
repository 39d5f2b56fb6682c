package org.milesbot.cli.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.store.run.Runs;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceState.Last;

/**
 * Finds what is due: of the plug-ins whose schedule says so, the sources whose next check has come, and the plug-in's own
 * scrape. A plug-in that cannot say what is due is an errand of its own, so that the scrape reports it.
 */
public final class DueErrands {

    /** A timer that comes a little early finds what it came for, and does not leave it for its next round. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final Runs runs;
    private final Map<SourceKey, SourceState> states;
    private final Instant now;

    /**
     * @param states how the sources do
     */
    public DueErrands(Runs runs, Map<SourceKey, SourceState> states, Instant now) {
        this.runs = runs;
        this.states = states;
        this.now = now;
    }

    /** What of these plug-ins is due; nothing of those that have nothing. */
    public List<Errand> of(List<LoadedPlugin> plugins) {
        return plugins.stream().flatMap(plugin -> due(plugin).stream()).toList();
    }

    private Optional<Errand> due(LoadedPlugin plugin) {
        try {
            Instant begun = runs.lastCounting(ScrapePipeline.JOB, plugin.id()).orElse(null);
            if (!plugin.schedule().isDue(begun, now)) {
                return Optional.empty();
            }
            Set<SourceId> sources = plugin.sources().stream()
                    .map(Source::id)
                    .filter(source -> isDue(plugin.id(), source))
                    .collect(Collectors.toSet());
            boolean byItself = plugin.worksByItself();
            return sources.isEmpty() && !byItself
                    ? Optional.empty()
                    : Optional.of(Errand.some(plugin, sources, byItself));
        } catch (MilesbotException e) {
            return Optional.of(Errand.failed(plugin, e));
        }
    }

    private boolean isDue(String plugin, SourceId source) {
        SourceState state = states.get(new SourceKey(plugin, source.value()));
        @Nullable Last last = state == null ? null : state.visit();
        return last == null || !last.nextCheck().isAfter(now.plus(EARLY));
    }
}
