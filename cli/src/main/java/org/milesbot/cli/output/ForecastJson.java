package org.milesbot.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.pipeline.ToldForecast;
import org.milesbot.forecast.bonus.Level;
import org.milesbot.forecast.model.Driver;
import org.milesbot.forecast.model.Forecaster;
import org.milesbot.forecast.model.LikelyWindow;
import org.milesbot.forecast.model.Probability;
import org.milesbot.forecast.model.SeriesForecast;
import org.milesbot.forecast.model.SeriesForecast.Chances;
import org.milesbot.forecast.model.SeriesForecast.Grounds;
import org.milesbot.forecast.model.SeriesForecast.Past;
import org.milesbot.store.forecast.Opinion;
import org.milesbot.store.forecast.StoredForecast.Pair;

/** A forecast of a series, as docs/schemas/forecast.schema.json says. */
public final class ForecastJson {

    /** Cut, not rounded, so that what is below 1 stays there. */
    private static final MathContext DIGITS = new MathContext(9, RoundingMode.DOWN);

    private final ForecastShown shown;

    public ForecastJson(ForecastShown shown) {
        this.shown = shown;
    }

    /** One series on one line. */
    public String line(SeriesForecast series) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("program", series.key().program().value());
        fields.put(
                "origin",
                series.key().origin() == null ? null : series.key().origin().value());
        fields.put("as_of", shown.forecast().origin());
        fields.put("model_version", shown.forecast().modelVersion());
        putChances(fields, series.chances());
        putLevel(fields, "bonus", series.bonus());
        putLevel(fields, "base", series.base());
        putPast(fields, series.past());
        putGrounds(fields, series.grounds());
        putPool(fields, shown.forecast().pool());
        fields.put(
                "signals",
                shown.forecast().opinionsOf(series.key()).stream()
                        .map(opinion -> signal(opinion, series.chances()))
                        .toList());
        return JsonLine.of(fields);
    }

    private void putChances(Map<String, @Nullable Object> fields, Chances chances) {
        put(fields, "prob", chances.within());
        fields.put(
                "asked_bonus_pct", shown.asked() == null ? null : shown.asked().value());
        put(fields, "asked_prob", chances.high());
        LocalDate origin = shown.forecast().origin();
        LikelyWindow window = chances.window();
        fields.put("window_start", window == null ? null : origin.plusDays(window.first()));
        fields.put("window_end", window == null ? null : origin.plusDays(window.last()));
        fields.put("median_wait_days", chances.medianWait());
        fields.put("curve", chances.curve().stream().map(ForecastJson::number).toList());
    }

    private static void put(
            Map<String, @Nullable Object> fields, String name, SortedMap<Integer, Probability> chances) {
        for (int horizon : Forecaster.HORIZONS) {
            Probability chance = chances.get(horizon);
            String field = "next_" + horizon + "d_" + name;
            fields.put(field, chance == null ? null : number(chance.value()));
            fields.put(field + "_lo", chance == null ? null : number(chance.low()));
            fields.put(field + "_hi", chance == null ? null : number(chance.high()));
        }
    }

    private static void putLevel(Map<String, @Nullable Object> fields, String name, @Nullable Level level) {
        fields.put("typical_" + name, level == null ? null : number(level.typical()));
        fields.put(name + "_q10", level == null ? null : number(level.low()));
        fields.put(name + "_q90", level == null ? null : number(level.high()));
    }

    private void putPast(Map<String, @Nullable Object> fields, Past past) {
        LocalDate end = past.lastEnd();
        fields.put("campaigns", past.campaigns());
        fields.put("gap_days", past.gapDays() == null ? null : number(past.gapDays()));
        fields.put("last_start", past.lastStart());
        fields.put("last_end", end);
        fields.put("running_until", end != null && end.isAfter(shown.forecast().origin()) ? end : null);
        fields.put("announced_start", past.announcedStart());
    }

    private static void putGrounds(Map<String, @Nullable Object> fields, Grounds grounds) {
        fields.put("readiness", grounds.readiness().slug());
        fields.put("certainty", grounds.certainty().slug());
        fields.put(
                "drivers", grounds.drivers().stream().map(ForecastJson::driver).toList());
        putNumbers(fields, "plain_prob", grounds.plain());
    }

    private static Map<String, Object> driver(Driver driver) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("feature", driver.feature().name().toLowerCase(Locale.ROOT));
        fields.put("factor", number(driver.factor()));
        return fields;
    }

    private static void putPool(Map<String, @Nullable Object> fields, ToldForecast.Pool pool) {
        putNumbers(fields, "pooled_prob", pool.within());
        fields.put("pooled_gap_days", pool.gapDays() == null ? null : number(pool.gapDays()));
        fields.put("corrected_weight", number(pool.correctedWeight()));
        List<BigDecimal> weights =
                pool.halfLifeWeights().stream().map(ForecastJson::number).toList();
        fields.put("half_life_weights", weights);
        fields.put("weekday", pool.weekday() == null ? null : pool.weekday().getValue());
    }

    private static Map<String, Object> signal(Opinion opinion, Chances chances) {
        Pair told = opinion.of(new Pair(chances.at(7).value(), chances.at(30).value()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("plugin", opinion.plugin());
        fields.put("signal", opinion.signal());
        fields.put("title", words(opinion.title()));
        fields.put("next_7d_factor", number(opinion.factors().day7()));
        fields.put("next_30d_factor", number(opinion.factors().day30()));
        fields.put("next_7d_prob", number(told.day7()));
        fields.put("next_30d_prob", number(told.day30()));
        fields.put("reason", words(opinion.reason()));
        return fields;
    }

    private static Map<String, Object> words(Opinion.Words words) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pt", words.portuguese());
        fields.put("en", words.english());
        return fields;
    }

    private static void putNumbers(
            Map<String, @Nullable Object> fields, String name, SortedMap<Integer, Double> numbers) {
        for (int horizon : Forecaster.HORIZONS) {
            Double value = numbers.get(horizon);
            fields.put("next_" + horizon + "d_" + name, value == null ? null : number(value));
        }
    }

    private static BigDecimal number(double value) {
        BigDecimal kept = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        return kept.scale() < 0 ? kept.setScale(0) : kept;
    }
}
