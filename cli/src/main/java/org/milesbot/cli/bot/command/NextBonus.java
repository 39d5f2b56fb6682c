package org.milesbot.cli.bot.command;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.cli.output.ChanceWords;
import org.milesbot.notify.message.Html;
import org.milesbot.notify.message.TimePhrases;
import org.milesbot.store.forecast.StoredForecast;
import org.milesbot.store.forecast.StoredForecast.Readiness;
import org.milesbot.store.forecast.StoredForecast.Span;

/** Says in one line which programme is likely to open a transfer bonus next, and when. */
final class NextBonus {

    private static final Comparator<StoredForecast> SOONEST = Comparator.comparing(
                    (StoredForecast one) -> one.outlook().announcedStart(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(one -> -one.chances().day7().probability());

    private final Workshop workshop;
    private final Speech speech;
    private final TimePhrases time;

    NextBonus(Workshop workshop, Speech speech, LocalDate today) {
        this.workshop = workshop;
        this.speech = speech;
        time = new TimePhrases(speech.phrases().locale(), today);
    }

    /**
     * The line; empty if nothing is foretold.
     *
     * @param named what they ask for; banks among it are passed over
     * @param followed what they follow, which counts if nothing of what they ask for is foretold
     */
    Html of(Set<String> named, Collection<ProgramId> followed) {
        List<StoredForecast> all = workshop.forecasts().latest(List.of(), null).stream()
                .filter(one -> one.series().origin() == null && one.basis().readiness() == Readiness.READY)
                .toList();
        List<StoredForecast> asked = all.stream()
                .filter(one -> named.contains(one.series().program().value()))
                .toList();
        return (asked.isEmpty() ? all : asked)
                .stream()
                        .filter(one -> !asked.isEmpty()
                                || followed.isEmpty()
                                || followed.contains(one.series().program()))
                        .min(SOONEST)
                        .map(this::line)
                        .orElse(Html.NONE);
    }

    private Html line(StoredForecast next) {
        String program = workshop.names().of(next.series().program().value());
        LocalDate announced = next.outlook().announcedStart();
        Span window = next.outlook().window();
        if (announced != null) {
            return new Html(speech.words("next.announced", program, time.day(announced)));
        }
        String chance = ChanceWords.of(next.chances().day7().probability());
        return new Html(
                window == null
                        ? speech.words("next", program, chance)
                        : speech.words("next.window", program, chance, time.day(window.from()), time.day(window.to())));
    }
}
