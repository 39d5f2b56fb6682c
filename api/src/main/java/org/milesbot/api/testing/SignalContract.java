package org.milesbot.api.testing;

import static org.milesbot.api.testing.PluginContract.asked;
import static org.milesbot.api.testing.PluginContract.check;
import static org.milesbot.api.testing.PluginContract.elements;
import static org.milesbot.api.testing.PluginContract.notNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.Zones;
import org.milesbot.api.forecast.ForecastSignal;
import org.milesbot.api.forecast.PaceOpinion;
import org.milesbot.api.forecast.SignalQuestion;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;

/** What the host expects of opinions of forecasts. */
final class SignalContract {

    private static final List<SignalQuestion.Series> SERIES = List.of(
            new SignalQuestion.Series(new ProgramId("smiles"), null),
            new SignalQuestion.Series(new ProgramId("smiles"), new OriginId("livelo")));

    private SignalContract() {}

    static void verify(Plugin plugin, Instant now) {
        Set<String> ids = new HashSet<>();
        List<ForecastSignal> signals = elements("forecastSignals()", plugin.forecastSignals());
        check(signals.size() <= ForecastSignal.MOST, "forecastSignals() has more than " + ForecastSignal.MOST);
        for (ForecastSignal signal : signals) {
            String id = notNull("the id() of a forecast signal", signal.id());
            check(
                    Slugs.isSlug(id),
                    "id() of a forecast signal is \"" + id + "\"; it must be of the form [a-z][a-z0-9_]*");
            check(ids.add(id), "forecastSignals() has two signals with the id " + id);
            verifyWords("title() of the signal " + id, signal.title(), ForecastSignal.LONGEST_TITLE);
            verifyOpinions(id, signal, now);
        }
    }

    /** Factors are checked where they are made. */
    private static void verifyOpinions(String id, ForecastSignal signal, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Zones.SAO_PAULO);
        SignalQuestion question = new SignalQuestion(now, today.minusDays(1), SERIES);
        Set<SignalQuestion.Series> judged = new HashSet<>();
        String what = "opinions() of the signal " + id;
        for (PaceOpinion opinion : elements(what, asked(what, () -> signal.opinions(question)))) {
            check(
                    SERIES.contains(opinion.series()),
                    what + " has one of " + opinion.series() + ", which was not asked");
            check(judged.add(opinion.series()), what + " has two of " + opinion.series());
            verifyWords("the reason of " + what, opinion.reason(), PaceOpinion.LONGEST_REASON);
        }
    }

    private static void verifyWords(String what, @Nullable Text said, int longest) {
        Text words = notNull(what, said);
        for (String language : List.of("pt-BR", "en")) {
            String text = words.in(Locale.forLanguageTag(language));
            check(
                    !text.isBlank() && text.length() <= longest,
                    what + " must be some words of at most " + longest + " characters in each language");
        }
    }
}
