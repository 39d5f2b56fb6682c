package org.milesbot.cli.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Figures of one moment, gathered by series and labels. Not for several threads. */
final class Figures {

    private final Map<Series, Map<List<String>, Double>> values = new EnumMap<>(Series.class);
    private final Map<Series, Map<List<String>, Spread>> spreads = new EnumMap<>(Series.class);

    /** What a histogram has counted: how often by upper bound, and the sum. */
    private static final class Spread {
        private final SortedMap<Double, Long> counts = new TreeMap<>();
        private double sum;

        private Spread(List<Double> bounds) {
            bounds.forEach(bound -> counts.put(bound, 0L));
            counts.put(Double.POSITIVE_INFINITY, 0L);
        }
    }

    /** Adds to a figure, which begins at 0. */
    Figures add(Series series, double value, String... labels) {
        values(series).merge(List.of(labels), value, Double::sum);
        return this;
    }

    /** Raises a figure to a value if it is below. */
    void raise(Series series, double value, String... labels) {
        values(series).merge(List.of(labels), value, Math::max);
    }

    private Map<List<String>, Double> values(Series series) {
        return values.computeIfAbsent(series, any -> new LinkedHashMap<>());
    }

    /** Adds to the count of a bucket of a histogram. */
    void addToBucket(Series series, List<Double> bounds, double bound, long count, String label) {
        spread(series, bounds, label).counts.merge(bound, count, Long::sum);
    }

    /** Adds to the sum of a histogram. */
    void addToSum(Series series, List<Double> bounds, double seconds, String label) {
        spread(series, bounds, label).sum += seconds;
    }

    private Spread spread(Series series, List<Double> bounds, String label) {
        return spreads.computeIfAbsent(series, any -> new LinkedHashMap<>())
                .computeIfAbsent(List.of(label), any -> new Spread(bounds));
    }

    MetricSnapshots snapshots() {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        values.forEach((series, points) -> snapshots.add(snapshot(series, points)));
        spreads.forEach((series, points) -> snapshots.add(histogram(series, points)));
        return new MetricSnapshots(snapshots);
    }

    private static MetricMetadata metadata(Series series) {
        return new MetricMetadata(series.base(), series.help());
    }

    private static Labels labels(Series series, List<String> values) {
        return Labels.of(series.labels(), values);
    }

    private static MetricSnapshot snapshot(Series series, Map<List<String>, Double> points) {
        if (series.type() == Series.Type.COUNTER) {
            return new CounterSnapshot(
                    metadata(series),
                    points.entrySet().stream()
                            .map(point -> CounterDataPointSnapshot.builder()
                                    .value(point.getValue())
                                    .labels(labels(series, point.getKey()))
                                    .build())
                            .toList());
        }
        if (series.type() == Series.Type.INFO) {
            return new InfoSnapshot(
                    metadata(series),
                    points.keySet().stream()
                            .map(point -> new InfoDataPointSnapshot(labels(series, point)))
                            .toList());
        }
        return new GaugeSnapshot(
                metadata(series),
                points.entrySet().stream()
                        .map(point ->
                                new GaugeDataPointSnapshot(point.getValue(), labels(series, point.getKey()), null))
                        .toList());
    }

    private static MetricSnapshot histogram(Series series, Map<List<String>, Spread> points) {
        return new HistogramSnapshot(
                metadata(series),
                points.entrySet().stream()
                        .map(point -> HistogramDataPointSnapshot.builder()
                                .classicHistogramBuckets(ClassicHistogramBuckets.of(
                                        List.copyOf(point.getValue().counts.keySet()),
                                        List.copyOf(point.getValue().counts.values())))
                                .sum(point.getValue().sum)
                                .labels(labels(series, point.getKey()))
                                .build())
                        .toList());
    }
}
