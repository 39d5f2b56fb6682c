package org.milesbot.cli.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether something stays as it is. The first third is warm-up; flat is what has a median in the last third that is at most a
 * twentieth above that of the second, or above it by no more than a few.
 */
final class Flatness {

    private static final double SHARE = 0.05;

    /** In the units of the samples: 4 MB, 2 threads, 4 handles, 2 connections, 1 MB. */
    private static final List<Double> FEW = List.of(4.0, 2.0, 4.0, 2.0, 1.0);

    /** What a scrape with one new announcement may leave in the database, with its indexes and what was there before. */
    private static final double MOST_OF_A_SCRAPE = 16;

    private static final int PARTS = 10;

    private final List<Sample> samples;
    private final double minutes;

    Flatness(List<Sample> samples, double minutes) {
        this.samples = List.copyOf(samples);
        this.minutes = minutes;
    }

    private List<Double> values(int which, double from, double to) {
        return samples.subList((int) (samples.size() * from), (int) (samples.size() * to)).stream()
                .map(sample -> sample.values().get(which))
                .toList();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private double third(int which, int number) {
        return median(values(which, number / 3.0, (number + 1) / 3.0));
    }

    private boolean isFlat(int which) {
        double second = third(which, 1);
        return third(which, 2) <= Math.max(second * (1 + SHARE), second + FEW.get(which));
    }

    /** What of it is not flat; the database keeps what was read, and no more than that. */
    List<String> growing() {
        List<String> growing = new ArrayList<>(IntStream.range(0, FEW.size())
                .filter(which -> !isFlat(which))
                .mapToObj(which -> String.format(
                        Locale.ROOT, "%s: %.1f, then %.1f", Sample.NAMES.get(which), third(which, 1), third(which, 2)))
                .toList());
        if (keptOfAScrape() > MOST_OF_A_SCRAPE) {
            growing.add(kept());
        }
        return growing;
    }

    private double keptOfAScrape() {
        List<Sample> warm = samples.subList(samples.size() / 3, samples.size());
        Sample first = warm.get(0);
        Sample last = warm.get(warm.size() - 1);
        return (last.tables() - first.tables()) / (double) Math.max(1, last.scrapes() - first.scrapes());
    }

    private String kept() {
        return String.format(
                Locale.ROOT,
                "the database grows by %.1f kB for each scrape (bound: %.0f kB)",
                keptOfAScrape(),
                MOST_OF_A_SCRAPE);
    }

    /** How much it grows in an hour after the warm-up, by least squares. */
    private double slope(int which) {
        List<Double> values = values(which, 1 / 3.0, 1);
        double step = minutes / 60 / samples.size();
        double middle = (values.size() - 1) / 2.0;
        double mean = values.stream().mapToDouble(value -> value).average().orElse(0);
        double both = 0;
        double squares = 0;
        for (int i = 0; i < values.size(); i++) {
            both += (i - middle) * (values.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        return squares == 0 ? 0 : both / squares / step;
    }

    /** Medians of each tenth of the time, and what an hour would add. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("tenth" + Sample.NAMES.stream().map("%13s"::formatted).collect(Collectors.joining()));
        for (int part = 0; part < PARTS; part++) {
            int now = part;
            lines.add("%5d".formatted(part + 1)
                    + columns(which -> median(values(which, now / (double) PARTS, (now + 1) / (double) PARTS))));
        }
        lines.add("per h" + columns(this::slope));
        lines.add(kept());
        return String.join("\n", lines);
    }

    private interface Column {
        double of(int which);
    }

    private static String columns(Column column) {
        return IntStream.range(0, Sample.NAMES.size())
                .mapToObj(which -> String.format(Locale.ROOT, "%13.1f", column.of(which)))
                .collect(Collectors.joining());
    }
}
