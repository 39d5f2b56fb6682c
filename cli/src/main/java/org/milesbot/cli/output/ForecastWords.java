package org.milesbot.cli.output;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.history.SeriesKey;
import org.milesbot.forecast.model.Driver;
import org.milesbot.forecast.model.LikelyWindow;
import org.milesbot.forecast.model.Probability;
import org.milesbot.forecast.model.Readiness;
import org.milesbot.forecast.model.SeriesForecast;
import org.milesbot.forecast.model.SeriesForecast.Past;
import org.milesbot.store.forecast.Opinion;
import org.milesbot.store.forecast.StoredForecast.Pair;

/** A forecast in people's words: a sentence for each series, and one on what carried weight. */
public final class ForecastWords {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int YEAR = 365;

    /** A last campaign that is further back is told by its date. */
    private static final int RECENT = 90;

    /** What moves the pace by less than so much is not worth a word. */
    private static final double NOTABLE = .1;

    private final ForecastShown shown;
    private final ProgramNames names;
    private final Locale locale;

    /**
     * @param names what people call the programmes and banks
     */
    public ForecastWords(ForecastShown shown, ProgramNames names, Locale locale) {
        this.shown = shown;
        this.names = names;
        this.locale = locale;
    }

    /** What people call a programme or a route. */
    public String name(SeriesKey key) {
        String program = names.of(key.program().value());
        OriginId origin = key.origin();
        return origin == null ? program : names.of(origin.value()) + " → " + program;
    }

    /** The same where there is little room: a route as it is asked for. */
    String shortName(SeriesKey key) {
        return key.origin() == null ? name(key) : key.origin() + ":" + key.program();
    }

    /** All that matters of a series, in one sentence that follows its name. */
    public String sentence(SeriesForecast series) {
        return String.join("; ", parts(series)) + ".";
    }

    /** The same, part by part. */
    public List<String> parts(SeriesForecast series) {
        List<String> parts = new ArrayList<>(history(series));
        if (shown.isAnnounced(series, Integer.MAX_VALUE)) {
            parts.add(announced(series.past()));
        }
        if (!shown.isAnnounced(series, WEEK)) {
            parts.add(chance(series));
        }
        Percent asked = shown.asked();
        if (asked != null) {
            parts.add(high(series, asked));
        }
        if (series.past().campaigns() > 0) {
            parts.add(bonus(series.bonus()));
        }
        List<Driver> notable = series.grounds().drivers().stream()
                .filter(driver -> Math.abs(driver.factor() - 1) >= NOTABLE)
                .toList();
        if (!notable.isEmpty()) {
            parts.add(drivers(notable));
        }
        return parts;
    }

    /** What plug-ins think of it, a sentence for each, named as theirs. */
    public List<String> opinions(SeriesForecast series) {
        Pair shipped = new Pair(
                series.chances().at(WEEK).value(), series.chances().at(MONTH).value());
        return shown.forecast().opinionsOf(series.key()).stream()
                .map(opinion -> opinion(opinion, opinion.of(shipped)))
                .toList();
    }

    private String opinion(Opinion opinion, Pair chances) {
        return say(
                "forecast.opinion",
                opinion.plugin(),
                opinion.title().in(locale),
                ChanceWords.of(chances.day7()),
                ChanceWords.of(chances.day30()),
                opinion.reason().in(locale));
    }

    private List<String> history(SeriesForecast series) {
        Readiness readiness = series.grounds().readiness();
        Past past = series.past();
        LocalDate lastEnd = past.lastEnd();
        if (readiness == Readiness.NONE || lastEnd == null) {
            return List.of(say(ofKind("forecast.none")));
        }
        List<String> parts = new ArrayList<>(List.of(pace(past), last(lastEnd)));
        if (readiness == Readiness.FORMING) {
            parts.add(say(ofKind("forecast.forming"), past.campaigns()));
        }
        return parts;
    }

    private String pace(Past past) {
        if (past.gapDays() != null) {
            return say("forecast.pace", Math.round(past.gapDays()));
        }
        LocalDate lastStart = past.lastStart();
        boolean isOfLastYear =
                lastStart != null && lastStart.isAfter(shown.forecast().origin().minusDays(YEAR));
        return say(isOfLastYear ? "forecast.pace.once" : "forecast.pace.never");
    }

    private String last(LocalDate end) {
        long ago = ChronoUnit.DAYS.between(end, shown.today());
        if (ago < 0) {
            return say("forecast.running", DAY.format(end));
        }
        if (ago == 0) {
            return say("forecast.running.today");
        }
        return ago <= RECENT ? say("forecast.ended", ago) : say("forecast.ended.on", DAY_OF_YEAR.format(end));
    }

    private String announced(Past past) {
        LocalDate start = past.announcedStart();
        return start == null || start.equals(shown.today())
                ? say("forecast.announced.today")
                : say("forecast.announced", DAY.format(start));
    }

    private String chance(SeriesForecast series) {
        Probability week = series.chances().at(WEEK);
        boolean isAnother = shown.isRunning(series) || shown.isAnnounced(series, Integer.MAX_VALUE);
        return say(
                isAnother ? "forecast.chance.another" : "forecast.chance",
                ChanceWords.of(week.value()),
                ChanceWords.interval(week) + "%");
    }

    private String high(SeriesForecast series, Percent asked) {
        String percent = new OfferWords(locale).percent(asked);
        Probability week = series.chances().high().get(WEEK);
        if (week != null) {
            return say("forecast.high", percent, ChanceWords.of(week.value()), ChanceWords.interval(week) + "%");
        }
        return say(series.bonus() == null ? "forecast.high.unknown" : "forecast.high.never", percent);
    }

    private String bonus(@Nullable Level bonus) {
        if (bonus == null) {
            return say("forecast.bonus.unknown");
        }
        return bonus.low() == bonus.high()
                ? say("forecast.bonus", ChanceWords.range(bonus, locale))
                : say("forecast.bonus.range", ChanceWords.range(bonus, locale), ChanceWords.typical(bonus, locale));
    }

    private String drivers(List<Driver> drivers) {
        return say(
                "forecast.drivers",
                drivers.stream()
                        .map(driver ->
                                say("feature." + slug(driver)) + " (" + ChanceWords.change(driver.factor()) + ")")
                        .collect(Collectors.joining(", ")));
    }

    private static String slug(Driver driver) {
        return driver.feature().name().toLowerCase(Locale.ROOT);
    }

    /** The likely days of the next start, such as {@code 24/11–08/12}; a dash where they are too far off to tell. */
    public String window(SeriesForecast series) {
        LocalDate announced = series.past().announcedStart();
        if (announced != null) {
            return DAY.format(announced);
        }
        LikelyWindow window = series.chances().window();
        if (window == null) {
            return OfferWords.UNKNOWN;
        }
        LocalDate origin = shown.forecast().origin();
        return DAY.format(origin.plusDays(window.first())) + "–" + DAY.format(origin.plusDays(window.last()));
    }

    /** The last campaign, in few letters. */
    public String lastInShort(SeriesForecast series) {
        LocalDate end = series.past().lastEnd();
        if (end == null) {
            return OfferWords.UNKNOWN;
        }
        long ago = ChronoUnit.DAYS.between(end, shown.today());
        if (ago <= 0) {
            return ago == 0 ? say("forecast.last.until_today") : say("forecast.last.until", DAY.format(end));
        }
        return ago < YEAR ? say("forecast.last.days", ago) : say("forecast.last.years", ago / YEAR);
    }

    /** How likely a start is within one of the horizons that are told, with its interval; or that it is announced. */
    public String chanceWithin(SeriesForecast series, int horizon) {
        return shown.isAnnounced(series, horizon)
                ? say("forecast.chance.announced")
                : ChanceWords.withInterval(series.chances().at(horizon));
    }

    /** What a bonus usually is, and typically; a dash if that is not known. */
    public String usual(@Nullable Level bonus) {
        if (bonus == null) {
            return OfferWords.UNKNOWN;
        }
        String range = ChanceWords.range(bonus, locale);
        return bonus.low() < bonus.high() ? say("forecast.typical", range, ChanceWords.typical(bonus, locale)) : range;
    }

    /** Where it stands, with a few letters more: a campaign that is announced, one that runs, or the last one. */
    public String standing(SeriesForecast series) {
        LocalDate announced = series.past().announcedStart();
        if (announced != null) {
            return say("forecast.standing.announced", DAY.format(announced));
        }
        LocalDate end = series.past().lastEnd();
        return end != null && shown.isRunning(series)
                ? say("forecast.standing.running", DAY.format(end))
                : lastInShort(series);
    }

    /** What all series say together, and how much the corrections count. */
    public String pool() {
        ToldForecast.Pool pool = shown.forecast().pool();
        List<String> parts = new ArrayList<>();
        parts.add(
                shown.isOfRoutes()
                        ? say("forecast.weight.routes")
                        : say(
                                "forecast.weight",
                                ChanceWords.of(1 - pool.correctedWeight()),
                                ChanceWords.of(pool.correctedWeight())));
        if (pool.gapDays() != null) {
            parts.add(say(ofKind("forecast.pooled"), Math.round(pool.gapDays())));
        }
        if (pool.weekday() != null) {
            parts.add(say("forecast.weekday", pool.weekday().getDisplayName(TextStyle.FULL, locale)));
        }
        return String.join(" ", parts);
    }

    private String ofKind(String key) {
        return shown.isOfRoutes() ? key + ".routes" : key;
    }

    String say(String key, Object... arguments) {
        return Text.of(ForecastWords.class, key, arguments).in(locale);
    }
}
