package org.milesbot.cli.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.milesbot.api.forecast.SignalQuestion;
import org.milesbot.cli.plugin.GuardedSignal;
import org.milesbot.cli.plugin.LoadedPlugin;
import org.milesbot.cli.plugin.PluginException;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.store.forecast.Opinion;
import org.milesbot.store.metric.MetricLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks plug-ins what they think of a forecast. One that fails keeps no other from being heard, and its fault is counted. */
public final class PluginOpinions {

    private static final Logger log = LoggerFactory.getLogger(PluginOpinions.class);

    private final List<LoadedPlugin> plugins;
    private final MetricLog faults;

    /** Whoever answers a question about a forecast. */
    @FunctionalInterface
    public interface Source {

        /** Opinions by series, or nothing if there is nobody to ask. */
        Optional<Map<SeriesKey, List<Opinion>>> of(SignalQuestion question);
    }

    public PluginOpinions(List<LoadedPlugin> plugins, MetricLog faults) {
        this.plugins = List.copyOf(plugins);
        this.faults = faults;
    }

    /** What they think, by series; nothing if none of them has a signal. */
    public Optional<Map<SeriesKey, List<Opinion>>> of(SignalQuestion question) {
        Map<SeriesKey, List<Opinion>> opinions = new TreeMap<>();
        boolean isAnyAsked = false;
        for (LoadedPlugin plugin : plugins) {
            for (GuardedSignal signal : signals(plugin)) {
                isAnyAsked = true;
                ask(plugin, signal, question, opinions);
            }
        }
        return isAnyAsked ? Optional.of(opinions) : Optional.empty();
    }

    private List<GuardedSignal> signals(LoadedPlugin plugin) {
        try {
            return plugin.forecastSignals();
        } catch (PluginException e) {
            failed(plugin, e);
            return List.of();
        }
    }

    private void ask(
            LoadedPlugin plugin,
            GuardedSignal signal,
            SignalQuestion question,
            Map<SeriesKey, List<Opinion>> opinions) {
        try {
            signal.opinions(question)
                    .forEach((series, opinion) -> opinions.computeIfAbsent(
                                    new SeriesKey(series.program(), series.origin()), first -> new ArrayList<>())
                            .add(opinion));
        } catch (PluginException e) {
            failed(plugin, e);
        }
    }

    private void failed(LoadedPlugin plugin, PluginException e) {
        log.warn("the plug-in {} did not say what it thinks of the forecast, which is made without it", plugin.id(), e);
        faults.countPluginError(plugin.id());
    }
}
