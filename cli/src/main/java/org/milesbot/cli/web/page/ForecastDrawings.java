package org.milesbot.cli.web.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.output.OfferWords;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.cli.output.ScoringWords;
import org.milesbot.cli.web.page.ForecastView.Bin;
import org.milesbot.cli.web.page.ForecastView.Heat;
import org.milesbot.cli.web.page.ForecastView.Line;
import org.milesbot.cli.web.page.ForecastView.Method;
import org.milesbot.cli.web.page.ForecastView.Scored;
import org.milesbot.cli.web.page.HeatMap.Week;
import org.milesbot.forecast.backtest.HorizonScore;
import org.milesbot.forecast.backtest.MethodScore;
import org.milesbot.forecast.history.DatedCampaign;

/** The drawings of what came so far and of how right forecasts were, with what they say in words. */
final class ForecastDrawings {

    /** The house's method and what it is held against. */
    private static final List<String> DRAWN = List.of("hedged_gamma_poisson", "climatology");

    private final Words words;
    private final ProgramNames names;
    private final OfferWords offer;
    private final ScoringWords scoring;

    ForecastDrawings(Words words, ProgramNames names) {
        this.words = words;
        this.names = names;
        offer = new OfferWords(words.locale());
        scoring = new ScoringWords(words.locale());
    }

    String day(LocalDate day) {
        return OfferWords.DAY.format(day);
    }

    /** The weeks with campaigns. */
    Heat heat(List<String> programs, Collection<DatedCampaign> campaigns, LocalDate today) {
        HeatMap map = HeatMap.of(programs, campaigns, today, this::week);
        return new Heat(map, map.rows().stream().map(this::line).toList());
    }

    private String week(Week week) {
        return words.say("heat.week", day(week.monday()), highest(week.highest()), week.days());
    }

    private String highest(@Nullable Percent highest) {
        return highest == null ? words.say("heat.unknown") : offer.percent(highest);
    }

    private Line line(HeatMap.Row row) {
        List<Week> weeks = row.weeks();
        Percent highest = weeks.stream()
                .map(Week::highest)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Line(
                row.slug(),
                names.of(row.slug()),
                Integer.toString(weeks.size()),
                highest(highest),
                weeks.isEmpty()
                        ? OfferWords.UNKNOWN
                        : day(weeks.get(weeks.size() - 1).monday()));
    }

    /** How right forecasts were, by horizon. */
    List<Scored> records(TrackRecord record) {
        return record.scores().stream().map(this::record).toList();
    }

    private Scored record(HorizonScore score) {
        List<MethodScore> drawn = score.methods().stream()
                .filter(method -> DRAWN.contains(method.method()))
                .toList();
        return new Scored(
                score.horizon(),
                scoring.horizon(score),
                ReliabilityDrawing.of(drawn),
                score.methods().stream().map(this::method).toList(),
                score.methods().get(0).calibration().bins().stream()
                        .map(bin -> new Bin(
                                scoring.percent(bin.forecast()),
                                scoring.percent(bin.frequency()),
                                Integer.toString(bin.count())))
                        .toList());
    }

    private Method method(MethodScore method) {
        return new Method(
                scoring.method(method.method()),
                scoring.brier(method),
                scoring.skill(method),
                scoring.logLoss(method),
                scoring.error(method));
    }
}
