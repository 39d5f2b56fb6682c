package org.milesbot.forecast.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.forecast.history.Outage;
import org.milesbot.forecast.history.Series;

/** Several series fitted together: what is common to them is learnt from all of them. */
final class Panel {

    /** In days: the longest horizon there is. */
    static final int LONGEST = 90;

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
    static Panel ofPrograms(List<Series> series, List<Outage> outages, LocalDate origin) {
        return new Panel(new Grid(series, outages, origin), true);
    }

    /** Routes, which share campaigns: evidence that counts them as independent would speak too loudly. */
    static Panel ofRoutes(List<Series> series, List<Outage> outages, LocalDate origin) {
        return new Panel(new Grid(series, outages, origin), false);
    }

    private static double weight(Model plain, Model full) {
        double against = plain.posterior().logEvidence() - full.posterior().logEvidence();
        return 1 / (1 + Math.exp(TEMPER * against));
    }

    /** What a model says of a series, whose corrections only one that is reckoned with has. */
    Outlook outlook(Model model, int series) {
        return new Outlook(model, paces, series, model.counts(series), paces.weights(grid.last()), LONGEST);
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
