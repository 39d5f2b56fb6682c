package org.milesbot.plugin.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.milesbot.api.Text;
import org.milesbot.api.forecast.ForecastSignal;
import org.milesbot.api.forecast.PaceOpinion;
import org.milesbot.api.forecast.SignalQuestion;

/** Thinks that campaigns come a little sooner when the days ahead have a payday among them. Its scores will tell. */
final class SamplePayday implements ForecastSignal {

    private static final int PAYDAY = 5;
    private static final int WEEK = 7;
    private static final double QUICKER = 1.2;

    @Override
    public String id() {
        return "payday";
    }

    @Override
    public Text title() {
        return Text.of(SamplePayday.class, "payday.title");
    }

    /** Within 30 days there is always one, which the host's pace has in it already. */
    @Override
    public List<PaceOpinion> opinions(SignalQuestion question) {
        LocalDate asOf = question.asOf();
        boolean isNear =
                LongStream.rangeClosed(1, WEEK).mapToObj(asOf::plusDays).anyMatch(day -> day.getDayOfMonth() == PAYDAY);
        Text reason = Text.of(SamplePayday.class, "payday.reason");
        return isNear
                ? question.series().stream()
                        .map(series -> new PaceOpinion(series, QUICKER, 1, reason))
                        .toList()
                : List.of();
    }
}
