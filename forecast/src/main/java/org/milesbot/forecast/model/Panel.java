package org.milesbot.forecast.model;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.Known;

/** Several series fitted together: what is common to them is learnt from all of them. */
final class Panel {

    /** In days: the longest horizon there is. */
    static final int LONGEST = 90;

    private static final int WEEK = 7;

    /** How much the evidence counts: half, because it takes days for independent that are not quite. */
    private static final double TEMPER = .5;

    private final Grid grid;
    private final Paces paces;
    private final Model plain;
    private final @Nullable Model full;
    private final double fullWeight;

    private Panel(Grid grid, boolean isCorrected) {
        this.grid = grid;
        paces = new Paces(grid);
        Calendar calendar = new Calendar(grid, grid.last() + LONGEST + 1);
        plain = new Model(grid, paces, new WeekdayDesign(calendar, grid.last()));
        full = isCorrected ? new Model(grid, paces, new FullDesign(grid, calendar, paces)) : null;
        fullWeight = full == null ? 0 : weight(plain, full);
    }

    /** Programmes, with corrections as far as the evidence speaks for them. */
    static Panel ofPrograms(Known known) {
        return new Panel(known.grid(), true);
    }

    /** Routes, which share campaigns: evidence that counts them as independent would speak too loudly. */
    static Panel ofRoutes(Known known) {
        return new Panel(known.grid(), false);
    }

    private static double weight(Model plain, Model full) {
        double against = plain.posterior().logEvidence() - full.posterior().logEvidence();
        return 1 / (1 + Math.exp(TEMPER * against));
    }

    /** What a model says of a series, whose corrections only one that is reckoned with has. */
    Outlook outlook(Model model, int series) {
        return new Outlook(model, paces, series, model.counts(series), paces.weights(grid.last()), LONGEST);
    }

    /** What both models say of a series; only the plain one of a series that was never watched. */
    Outlooks outlooks(int series) {
        boolean isKnown = grid.tracks().get(series).isActive(grid.last());
        Outlook own = outlook(plain, series);
        return full == null || !isKnown
                ? new Outlooks(own, null, 0)
                : new Outlooks(own, outlook(full, series), fullWeight);
    }

    /** What moves the pace of a series most in the coming week, against a usual day; at most two, the stronger first. */
    List<Driver> drivers(int series) {
        if (full == null || !grid.tracks().get(series).isActive(grid.last())) {
            return List.of();
        }
        double[] mode = full.posterior().mode().toArray();
        double[] usual = full.usualRow();
        double[] coming = full.comingRow(series, WEEK);
        return Arrays.stream(Feature.values())
                .map(feature -> new Driver(feature, Math.exp(fullWeight * effect(feature, mode, coming, usual))))
                .sorted(Comparator.comparingDouble((Driver driver) -> -Math.abs(Math.log(driver.factor()))))
                .limit(2)
                .toList();
    }

    private static double effect(Feature feature, double[] mode, double[] coming, double[] usual) {
        double effect = 0;
        for (int column = feature.column(); column < feature.column() + feature.width(); column++) {
            effect += mode[column] * (coming[column] - usual[column]);
        }
        return effect;
    }

    /** The weekday that most campaigns start on, by the plain model. */
    DayOfWeek likeliestWeekday() {
        return DayOfWeek.of(plain.posterior().mode().getMaxIndex() + 1);
    }

    /** What the plain model says of a series of which nothing is known but that it is one of these. */
    Outlook strangersOutlook() {
        return new Outlook(plain, paces, 0, new Counts(), paces.weights(grid.last()), LONGEST);
    }

    Grid grid() {
        return grid;
    }

    Paces paces() {
        return paces;
    }

    Model plain() {
        return plain;
    }

    /** The corrected model, or null where there is none. */
    @Nullable
    Model full() {
        return full;
    }

    /** Omega: how much of the forecast is the corrected model's. */
    double fullWeight() {
        return fullWeight;
    }
}
