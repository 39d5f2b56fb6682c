package org.milesbot.cli.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.forecast.backtest.Backtest.Report;
import org.milesbot.forecast.backtest.Bin;
import org.milesbot.forecast.backtest.BonusScore;
import org.milesbot.forecast.backtest.Estimate;
import org.milesbot.forecast.backtest.HorizonScore;
import org.milesbot.forecast.backtest.MethodScore;

/** How right forecasts were, as docs/schemas/scoring.schema.json says. */
public final class ScoringJson {

    private static final MathContext DIGITS = new MathContext(9);

    private ScoringJson() {}

    /**
     * A line for each horizon and method, and one for the heights.
     *
     * @param report of the back-test, or null where published forecasts are scored
     */
    public static List<String> lines(List<HorizonScore> scores, @Nullable Report report) {
        List<String> lines = new ArrayList<>();
        for (HorizonScore score : scores) {
            score.methods().forEach(method -> lines.add(JsonLine.of(fields(score, method))));
        }
        if (report != null) {
            report.bonus().forEach(bonus -> lines.add(JsonLine.of(fields(bonus))));
        }
        return lines;
    }

    /** A line for each score of a plug-in's signal; behind whom it is, is the shipped method over the same forecasts. */
    public static List<String> signals(List<HorizonScore> scores) {
        return scores.stream()
                .map(score -> JsonLine.of(
                        fields(score, score.methods().get(score.methods().size() - 1))))
                .toList();
    }

    private static Map<String, @Nullable Object> fields(HorizonScore score, MethodScore method) {
        MethodScore.Accuracy accuracy = method.accuracy();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("horizon_days", score.horizon());
        fields.put("method", method.method());
        fields.put("samples", score.samples());
        fields.put("base_rate", number(score.baseRate()));
        fields.put("brier", number(accuracy.brier()));
        fields.put("skill", number(accuracy.skill()));
        fields.put("log_loss", number(accuracy.logLoss()));
        fields.put("auc", number(accuracy.auc()));
        fields.put("sharpness", number(accuracy.sharpness()));
        fields.put("calibration_error", estimate(method.calibration().error()));
        fields.put(
                "reliability",
                method.calibration().bins().stream().map(ScoringJson::bin).toList());
        fields.put("behind_brier", estimate(method.behind().brier()));
        fields.put("behind_log_loss", estimate(method.behind().logLoss()));
        return fields;
    }

    private static Map<String, @Nullable Object> estimate(Estimate estimate) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("value", number(estimate.value()));
        fields.put("low", number(estimate.low()));
        fields.put("high", number(estimate.high()));
        return fields;
    }

    private static Map<String, @Nullable Object> bin(Bin bin) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("forecast", number(bin.forecast()));
        fields.put("frequency", number(bin.frequency()));
        fields.put("count", bin.count());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(BonusScore bonus) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("bonus_campaigns", bonus.campaigns());
        fields.put("model", heights(bonus.model()));
        fields.put("trailing_median", heights(bonus.trailingMedian()));
        return fields;
    }

    private static Map<String, @Nullable Object> heights(BonusScore.Score score) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("pinball", number(score.pinball()));
        fields.put("distance", number(score.distance()));
        fields.put("inside", number(score.inside()));
        return fields;
    }

    private static @Nullable BigDecimal number(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS) : null;
    }
}
