package org.milesbot.cli.chart;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.milesbot.cli.chart.Painted.Picture;

/** Measures how long it takes to make the pictures that people are sent: the first one of a process, and those after it. */
final class ChartBenchmark {

    private static final int ROUNDS = 51;
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    private ChartBenchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) {
        measure("chances of 12 programmes", () -> SamplePictures.chances(ChanceChart.FOR_A_PHONE, PORTUGUESE));
        measure("history of 60 campaigns", () -> SamplePictures.history(PORTUGUESE));
    }

    private static void measure(String name, Supplier<Drawing> drawing) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double[] took = new double[ROUNDS];
        double[] cost = new double[ROUNDS];
        int bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            long used = thread.getCurrentThreadCpuTime();
            Picture picture = (Picture) Painter.png(drawing.get());
            cost[i] = (thread.getCurrentThreadCpuTime() - used) / 1e6;
            took[i] = (System.nanoTime() - start) / 1e6;
            bytes = picture.bytes().length;
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %d bytes: the first took %.0f ms, the others %.0f ms in the median, %.0f ms at most;"
                        + " of the processor they cost %.0f ms in the median%n",
                name,
                bytes,
                took[0],
                median(took),
                Arrays.stream(took).skip(1).max().orElse(0),
                median(cost));
    }

    private static double median(double[] times) {
        return Arrays.stream(times)
                .skip(1)
                .sorted()
                .skip(ROUNDS / 2)
                .findFirst()
                .orElse(0);
    }
}
