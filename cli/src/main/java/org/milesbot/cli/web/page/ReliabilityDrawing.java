package org.milesbot.cli.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.milesbot.forecast.backtest.Bin;
import org.milesbot.forecast.backtest.MethodScore;

/**
 * Whether what is said to be likely happens as often: forecasts of about the same probability as discs, larger where there
 * are more of them. On the diagonal it happens just as often.
 *
 * @param methods each with a way through its discs
 */
record ReliabilityDrawing(List<Method> methods) {

    static final int SIDE = 320;
    private static final int LEFT = 44;
    private static final int RIGHT = SIDE - 24;
    private static final int TOP = 14;
    private static final int BOTTOM = SIDE - 44;
    private static final double LARGEST = 13;
    private static final double SMALLEST = 3;
    private static final Scale ALONG = new Scale(0, 1, LEFT, RIGHT);
    private static final Scale UP = new Scale(0, 1, BOTTOM, TOP);

    ReliabilityDrawing {
        methods = List.copyOf(methods);
    }

    /** Forecasts of about the same probability. */
    record Disc(long x, long y, long radius, Bin bin) {}

    /**
     * A method.
     *
     * @param name its name
     * @param line the way through its discs
     * @param discs its forecasts
     */
    record Method(String name, String line, List<Disc> discs) {

        Method {
            discs = List.copyOf(discs);
        }
    }

    /** Draws methods. */
    static ReliabilityDrawing of(List<MethodScore> methods) {
        int most = methods.stream()
                .flatMap(method -> method.calibration().bins().stream())
                .mapToInt(Bin::count)
                .max()
                .orElse(1);
        return new ReliabilityDrawing(
                methods.stream().map(method -> method(method, most)).toList());
    }

    private static Method method(MethodScore method, int most) {
        List<Disc> discs = method.calibration().bins().stream()
                .sorted(Comparator.comparingDouble(Bin::forecast))
                .map(bin -> new Disc(ALONG.at(bin.forecast()), UP.at(bin.frequency()), radius(bin, most), bin))
                .toList();
        String line = discs.stream().map(disc -> disc.x() + "," + disc.y()).collect(Collectors.joining("L", "M", ""));
        return new Method(method.method(), discs.isEmpty() ? "" : line, discs);
    }

    private static long radius(Bin bin, int most) {
        return Math.round(Math.max(SMALLEST, LARGEST * Math.sqrt(bin.count() / (double) most)));
    }

    /** Where 0, 20, 40 … 100 % lie along. */
    static List<Scale.Tick> along() {
        return ALONG.ticks(5);
    }

    /** Where they lie upwards. */
    static List<Scale.Tick> up() {
        return UP.ticks(5);
    }

    /** The way of what is right. */
    static String diagonal() {
        return "M" + LEFT + "," + BOTTOM + "L" + RIGHT + "," + TOP;
    }
}
