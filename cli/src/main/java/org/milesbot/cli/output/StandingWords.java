package org.milesbot.cli.output;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Promo;
import org.milesbot.store.score.Rank;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.Standing;

/**
 * Whether a transfer bonus is a good one, in people's words and short: its places in its programme and among those from its
 * origin, of 12 months and of all, and what stands out.
 */
public final class StandingWords {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);
    private static final String UNTOLD = "–";

    private final Locale locale;

    /** Words in a language. */
    public StandingWords(Locale locale) {
        this.locale = locale;
    }

    /** As a sentence; of too few from its origin nothing is said. Empty for what is not compared. */
    public String of(Promo promo, @Nullable Standing standing) {
        if (standing == null) {
            return "";
        }
        Ranking origin = originOf(promo, standing);
        String program = sentence(standing.program());
        return origin == null || !origin.isTelling()
                ? program
                : say("standing.program_origin", program, sentence(origin));
    }

    /** Its places in its programme as a cell: of 12 months, of all, what stands out. Empty for what is not compared. */
    String program(@Nullable Standing standing) {
        return standing == null ? "" : cell(standing.program());
    }

    /** Likewise its places among those from its origin. Empty for what is not compared, or is for every bank. */
    String origin(Promo promo, @Nullable Standing standing) {
        Ranking origin = standing == null ? null : originOf(promo, standing);
        return origin == null ? "" : cell(origin);
    }

    private static @Nullable Ranking originOf(Promo promo, Standing standing) {
        return promo.origins().contains(OriginId.EVERY_BANK) ? null : standing.origin();
    }

    private String cell(Ranking ranking) {
        return ranking.isTelling()
                ? joined(cell(ranking.year()), cell(ranking.ever()), record(ranking), bestSince(ranking))
                : say("standing.few");
    }

    private String cell(Rank rank) {
        return rank.isTelling() ? say("standing.place", rank.place(), rank.of()) : UNTOLD;
    }

    private String sentence(Ranking ranking) {
        return ranking.isTelling() ? joined(record(ranking), places(ranking), bestSince(ranking)) : say("standing.few");
    }

    private String places(Ranking ranking) {
        Rank year = ranking.year();
        Rank ever = ranking.ever();
        if (!year.isTelling()) {
            return say("standing.ever", ever.place(), ever.of());
        }
        return year.place() == ever.place()
                ? say("standing.both", year.place(), year.of(), ever.of())
                : say("standing.year_ever", year.place(), year.of(), ever.place(), ever.of());
    }

    private String record(Ranking ranking) {
        LocalDate last = ranking.lastAsGood();
        if (last == null) {
            return say("standing.record");
        }
        return ranking.equalsRecord() ? say("standing.equal", MONTH.format(last)) : "";
    }

    private String bestSince(Ranking ranking) {
        LocalDate last = ranking.lastAsGood();
        return last != null && ranking.standsOut() && !ranking.equalsRecord()
                ? say("standing.best_since", MONTH.format(last))
                : "";
    }

    private static String joined(String... words) {
        return Stream.of(words).filter(some -> !some.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String say(String key, Object... arguments) {
        return Text.of(StandingWords.class, key, arguments).in(locale);
    }
}
