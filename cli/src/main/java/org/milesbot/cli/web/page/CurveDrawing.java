package org.milesbot.cli.web.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the probability of a start grows from day to day.
 *
 * @param line the way of the line
 * @param area the way around what lies below it
 * @param weekX where the seventh day lies
 * @param weekY how likely a start is by then
 * @param monthX where the thirtieth day lies
 * @param monthY how likely a start is by then
 */
record CurveDrawing(String line, String area, long weekX, long weekY, long monthX, long monthY) {

    static final int WIDTH = 220;
    static final int HEIGHT = 100;
    private static final int LEFT = 40;
    private static final int RIGHT = WIDTH - 8;
    private static final int TOP = 8;
    private static final int BOTTOM = HEIGHT - 18;
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    /** Draws the first thirty days of a curve: the probability of a start within 1, 2, 3 … days. */
    static CurveDrawing of(List<Double> curve) {
        Scale along = new Scale(0, MONTH, LEFT, RIGHT);
        Scale up = new Scale(0, 1, BOTTOM, TOP);
        String line = "M" + LEFT + "," + BOTTOM
                + IntStream.rangeClosed(1, MONTH)
                        .mapToObj(day -> "L" + along.at(day) + "," + up.at(curve.get(day - 1)))
                        .collect(Collectors.joining());
        return new CurveDrawing(
                line,
                line + "V" + BOTTOM + "Z",
                along.at(WEEK),
                up.at(curve.get(WEEK - 1)),
                along.at(MONTH),
                up.at(curve.get(MONTH - 1)));
    }
}
