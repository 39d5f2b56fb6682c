package org.milesbot.cli.output;

import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.forecast.backtest.Estimate;
import org.milesbot.forecast.backtest.HorizonScore;
import org.milesbot.forecast.backtest.MethodScore;

/** How right forecasts were, in people's words and figures. */
public final class ScoringWords {

    private final Locale locale;

    /** Words in a language. */
    public ScoringWords(Locale locale) {
        this.locale = locale;
    }

    /** What was scored. */
    public String horizon(HorizonScore score) {
        String last = score.methods().get(score.methods().size() - 1).method();
        String scored = say("scoring.horizon", score.horizon(), score.samples(), percent(score.baseRate()));
        return isOfPlugin(last) ? say("scoring.signal", method(last), scored) : scored;
    }

    /** What people call a method. */
    public String method(String name) {
        int dot = name.indexOf('.');
        return isOfPlugin(name)
                ? say("method.plugin", name.substring(0, dot), name.substring(dot + 1))
                : say("method." + name);
    }

    /** A plug-in's signals have its name before theirs. */
    private static boolean isOfPlugin(String method) {
        return method.indexOf('.') > 0;
    }

    /** The name of a figure. */
    String column(String name) {
        return say("scoring." + name);
    }

    /** What the figures mean. */
    String legend() {
        return say("scoring.legend");
    }

    /** The mean squared error of a method's probabilities. */
    public String brier(MethodScore method) {
        return number("%.4f", method.accuracy().brier());
    }

    /** How far that is below climatology's. */
    public String skill(MethodScore method) {
        return number("%+.3f", method.accuracy().skill());
    }

    /** The log loss of a method. */
    public String logLoss(MethodScore method) {
        return number("%.4f", method.accuracy().logLoss());
    }

    /** How far what it says lies from what comes, with the interval. */
    public String error(MethodScore method) {
        Estimate error = method.calibration().error();
        return number("%.3f (%.3f–%.3f)", error.value(), error.low(), error.high());
    }

    /** A share. */
    public String percent(double share) {
        return number("%.0f%%", 100 * share);
    }

    String number(String format, Object... values) {
        return String.format(locale, format, values);
    }

    String say(String key, Object... arguments) {
        return Text.of(ScoringWords.class, key, arguments).in(locale);
    }
}
