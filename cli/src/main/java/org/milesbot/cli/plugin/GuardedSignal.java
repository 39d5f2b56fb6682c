package org.milesbot.cli.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.forecast.ForecastSignal;
import org.milesbot.api.forecast.PaceOpinion;
import org.milesbot.api.forecast.SignalQuestion;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.cli.config.Quoted;
import org.milesbot.store.forecast.Opinion;
import org.milesbot.store.forecast.Opinion.Words;
import org.milesbot.store.forecast.StoredForecast.Pair;

/** A plug-in's signal behind a border of its own: its name and title were asked once, its opinions are checked. */
public final class GuardedSignal {

    private final ForecastSignal signal;
    private final String plugin;
    private final String id;
    private final Words title;
    private final GuardedCall border;
    private final Duration limit;

    private GuardedSignal(
            ForecastSignal signal, String plugin, String id, Words title, GuardedCall border, Duration limit) {
        this.signal = signal;
        this.plugin = plugin;
        this.id = id;
        this.title = title;
        this.border = border;
        this.limit = limit;
    }

    static List<GuardedSignal> of(Plugin plugin, String pluginId, GuardedCall border, TimeLimits limits) {
        Duration limit = limits.call();
        List<GuardedSignal> guarded = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ForecastSignal signal :
                border.list("forecastSignals()", limit, ForecastSignal.MOST, plugin::forecastSignals)) {
            String id = border.call("ForecastSignal.id()", limit, signal::id);
            if (!Slugs.isSlug(id)) {
                throw border.refused(ErrorKind.INTERNAL, "signals.form", Quoted.of(id));
            }
            if (!ids.add(id)) {
                throw border.refused(ErrorKind.INTERNAL, "signals.twice", id);
            }
            GuardedCall own = border.forPart(Text.of(GuardedSignal.class, "the.signal", id, pluginId));
            Words title = own.call("title()", limit, () -> words(signal.title()));
            require(own, title, ForecastSignal.LONGEST_TITLE, "title()");
            guarded.add(new GuardedSignal(signal, pluginId, id, title, own, limit));
        }
        return List.copyOf(guarded);
    }

    /** Its name. */
    public String id() {
        return id;
    }

    /**
     * Asks it what it thinks.
     *
     * @return the series of which it says anything that the host does not
     * @throws PluginException if it fails, takes too long or returns what it must not
     */
    public Map<SignalQuestion.Series, Opinion> opinions(SignalQuestion question) {
        Set<SignalQuestion.Series> asked = new HashSet<>(question.series());
        Map<SignalQuestion.Series, Opinion> opinions = new LinkedHashMap<>();
        for (Said said : border.list("opinions()", limit, question.series().size(), () -> said(question))) {
            SignalQuestion.Series series = said.opinion().series();
            // Each once: one that was judged is no longer asked about.
            if (!asked.remove(series)) {
                throw border.refused(ErrorKind.INTERNAL, "signals.series", Quoted.of(name(series)));
            }
            require(border, said.reason(), PaceOpinion.LONGEST_REASON, "opinions()");
            if (!said.opinion().isNone()) {
                opinions.put(series, kept(said));
            }
        }
        return opinions;
    }

    /** With its reason in words. They are made when they are asked for, and what makes them is the plug-in's. */
    private record Said(PaceOpinion opinion, Words reason) {}

    private List<Said> said(SignalQuestion question) throws Exception {
        List<Said> all = new ArrayList<>();
        for (PaceOpinion opinion : signal.opinions(question)) {
            all.add(new Said(opinion, words(opinion.reason())));
        }
        return all;
    }

    private Opinion kept(Said said) {
        Pair factors = new Pair(said.opinion().within7Days(), said.opinion().within30Days());
        return new Opinion(plugin, id, title, factors, said.reason());
    }

    private static Words words(Text text) {
        return new Words(text.in(OutputSettings.PORTUGUESE), text.in(Locale.ENGLISH));
    }

    private static String name(SignalQuestion.Series series) {
        return series.origin() == null ? series.program().value() : series.origin() + ":" + series.program();
    }

    private static void require(GuardedCall border, Words words, int longest, String method) {
        for (String said : List.of(words.portuguese(), words.english())) {
            border.requireShort(method, said.length(), longest);
            if (said.isBlank()) {
                throw border.refused(ErrorKind.INTERNAL, "signals.blank", method);
            }
        }
    }
}
