package org.milesbot.forecast.model;

import java.util.List;
import org.milesbot.forecast.history.Grid;
import org.milesbot.forecast.history.Track;

/** The corrected model: all features. */
final class FullDesign implements Design {

    private static final int WEEKDAY = Feature.WEEKDAY.column();
    private static final int MONTHDAY = Feature.MONTHDAY.column();
    private static final int MONTH = Feature.MONTH.column();
    private static final int BLACK_FRIDAY = Feature.BLACK_FRIDAY.column();
    private static final int ELAPSED = Feature.ELAPSED.column();
    private static final int JUST_STARTED = Feature.JUST_STARTED.column();
    private static final int RUNNING = Feature.RUNNING.column();
    private static final int ENDED = Feature.ENDED.column();
    private static final int OTHERS = Feature.OTHERS.column();
    private static final int MARKET = Feature.MARKET.column();
    private static final int PACE = Feature.PACE.column();
    private static final int LEVEL = Feature.LEVEL.column();

    private static final int WEEKDAYS = Feature.WEEKDAY.width();
    private static final int PARTS = Feature.MONTHDAY.width();
    private static final int MONTHS = Feature.MONTH.width();

    private static final double OTHERS_MEMORY = 5;
    private static final double MARKET_MEMORY = 45;
    private static final int JUST_ENDED = 3;

    private final Grid grid;
    private final Calendar calendar;
    private final Paces paces;
    private final Bustle others;
    private final Bustle market;
    private final Cells cells = new Cells(cells());
    private final Rows rows = new Rows(cells, columns().width());
    private final int[][] numbers;

    FullDesign(Grid grid, Calendar calendar, Paces paces) {
        this.grid = grid;
        this.calendar = calendar;
        this.paces = paces;
        others = new Bustle(grid, paces, OTHERS_MEMORY);
        market = new Bustle(grid, paces, MARKET_MEMORY);
        List<Track> tracks = grid.tracks();
        numbers = new int[tracks.size()][grid.last()];
        for (int series = 0; series < tracks.size(); series++) {
            for (int day = 0; day < grid.last(); day++) {
                if (tracks.get(series).isActive(day) && tracks.get(series).isWatched(day + 1)) {
                    numbers[series][day] = rows.count();
                    write(series, day, 1, rows::put);
                    rows.end(cell(day + 1));
                }
            }
        }
    }

    @Override
    public Columns columns() {
        return Columns.FULL;
    }

    @Override
    public Rows rows() {
        return rows;
    }

    @Override
    public int row(int series, int day) {
        return numbers[series][day];
    }

    @Override
    public void add(int series, int ahead, double factor, double[] vector) {
        cells.add(cell(grid.last() + ahead), factor, vector);
        write(series, grid.last(), ahead, (column, value) -> vector[column] += factor * value);
    }

    /** One for each weekday in each part of each month. */
    private static int[][] cells() {
        int[][] cells = new int[WEEKDAYS * PARTS * MONTHS][];
        for (int cell = 0; cell < cells.length; cell++) {
            int part = cell / WEEKDAYS % PARTS;
            int month = cell / WEEKDAYS / PARTS;
            cells[cell] = new int[] {WEEKDAY + cell % WEEKDAYS, MONTHDAY + part, MONTH + month, LEVEL};
        }
        return cells;
    }

    private int cell(int day) {
        return (calendar.month(day) * PARTS + calendar.part(day)) * WEEKDAYS + calendar.weekday(day);
    }

    /** Takes the entries of a row that are not zero. */
    @FunctionalInterface
    private interface Entries {
        void put(int column, double value);
    }

    /**
     * What is seen of the day {@code ahead} days after {@code day} at the end of that day, without a start in between,
     * besides its cell.
     */
    private void write(int series, int day, int ahead, Entries row) {
        int seen = day + ahead;
        if (calendar.isAroundBlackFriday(seen)) {
            row.put(BLACK_FRIDAY, 1);
        }
        writeLast(series, day, seen, row);
        row.put(OTHERS, others.ofOthers(series, day, ahead));
        row.put(MARKET, market.ofAll(day, ahead));
        row.put(PACE, Math.log(paces.mean(series, day) / paces.prior().mean()));
    }

    private void writeLast(int series, int day, int seen, Entries row) {
        Track track = grid.tracks().get(series);
        int start = track.lastStart(day);
        if (start == Track.NEVER) {
            return;
        }
        int elapsed = seen - start;
        double gaps = elapsed * paces.mean(series, day);
        int knot = ELAPSED + Hats.before(gaps);
        double after = Hats.after(gaps);
        row.put(knot, 1 - after);
        row.put(knot + 1, after);
        if (elapsed <= 4) {
            row.put(JUST_STARTED + Math.min(elapsed, 3) - 1, 1);
        }
        int sinceEnd = seen - track.lastEnd(day);
        if (sinceEnd <= 0) {
            row.put(RUNNING, 1);
        } else if (sinceEnd <= JUST_ENDED) {
            row.put(ENDED, 1);
        }
    }
}
