package org.milesbot.cli.output;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.Standing;

/** Whether a transfer bonus is a good one, in people's words and short: its place in its programme and what stands out. */
public final class StandingWords {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    private final Locale locale;

    /** Words in a language. */
    public StandingWords(Locale locale) {
        this.locale = locale;
    }

    /** Empty for what is not compared. */
    public String of(@Nullable Standing standing) {
        if (standing == null) {
            return "";
        }
        Ranking program = standing.program();
        Ranking origin = standing.origin();
        return origin != null && origin.isRecord() && !program.isRecord()
                ? of(program, say("standing.origin"))
                : of(program, bestSince(program));
    }

    private String of(Ranking ranking, String more) {
        LocalDate last = ranking.lastAsGood();
        if (!ranking.isTelling()) {
            return say("standing.few");
        }
        if (last == null) {
            return say("standing.record");
        }
        String place = ranking.equalsRecord() ? say("standing.equal", MONTH.format(last)) : place(ranking);
        return more.isEmpty() ? place : place + " · " + more;
    }

    private String bestSince(Ranking ranking) {
        LocalDate last = ranking.lastAsGood();
        return last != null && ranking.standsOut() && !ranking.equalsRecord()
                ? say("standing.best_since", MONTH.format(last))
                : "";
    }

    private String place(Ranking ranking) {
        return ranking.year().isTelling()
                ? say("standing.year", ranking.year().place())
                : say("standing.ever", ranking.ever().place(), ranking.ever().of());
    }

    private String say(String key, Object... arguments) {
        return Text.of(StandingWords.class, key, arguments).in(locale);
    }
}
