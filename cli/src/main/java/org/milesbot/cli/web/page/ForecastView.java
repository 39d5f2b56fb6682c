package org.milesbot.cli.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to come.
 *
 * @param frame around it
 * @param ofRoutes whether routes are told of, not programmes
 * @param asOf what it was made from, in a sentence; empty where there is no forecast
 * @param isOld whether it is older than it should be
 * @param rows one a series, the likeliest first
 * @param unshown how many series there are besides
 * @param pool what all of them say together
 * @param heat the weeks with campaigns; null where that is not known, or routes are told of
 * @param records how right forecasts were, by horizon
 * @param basis what they were, as {@link TrackRecord.Basis} has it
 */
record ForecastView(
        Frame frame,
        boolean ofRoutes,
        String asOf,
        boolean isOld,
        List<Row> rows,
        int unshown,
        String pool,
        @Nullable Heat heat,
        List<Scored> records,
        String basis) {

    ForecastView {
        rows = List.copyOf(rows);
        records = List.copyOf(records);
    }

    /**
     * A programme or a route. All of it is plain text.
     *
     * @param slug of the programme
     * @param name what people call it
     * @param week how likely a start is within 7 days
     * @param month within 30 days
     * @param quarter within 90 days
     * @param bonus what it usually gives
     * @param window when the next one is likely
     * @param standing where it stands, or the last one
     * @param sentence all that matters of it
     * @param curve how the probability grows
     */
    record Row(
            String slug,
            String name,
            String week,
            String month,
            String quarter,
            String bonus,
            String window,
            String standing,
            String sentence,
            CurveDrawing curve) {}

    /**
     * The weeks with campaigns.
     *
     * @param map the drawing
     * @param lines the same in words, a row a programme
     */
    record Heat(HeatMap map, List<Line> lines) {

        Heat {
            lines = List.copyOf(lines);
        }
    }

    /** A programme's weeks in words. */
    record Line(String slug, String name, String weeks, String highest, String last) {}

    /**
     * How right forecasts were.
     *
     * @param horizon in days
     * @param what was scored, in a sentence
     * @param drawing the probabilities beside what came
     * @param methods the figures of each method, the house's first
     * @param bins the house's probabilities beside what came
     */
    record Scored(int horizon, String what, ReliabilityDrawing drawing, List<Method> methods, List<Bin> bins) {

        Scored {
            methods = List.copyOf(methods);
            bins = List.copyOf(bins);
        }
    }

    /** The figures of a method. */
    record Method(String name, String brier, String skill, String logLoss, String error) {}

    /** What was said, what came, and how often. */
    record Bin(String said, String came, String times) {}
}
