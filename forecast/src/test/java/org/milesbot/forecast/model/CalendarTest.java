package org.milesbot.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.milesbot.forecast.history.Grid;

final class CalendarTest {

    private static final int DAYS_BEYOND = 91;

    @Test
    void saysOfEachDayWhatItsDateSays() {
        Grid grid = ForecastBenchmark.history(1, 1)
                .programs(LocalDate.of(2026, 6, 30))
                .grid();
        Calendar calendar = new Calendar(grid, grid.last() + DAYS_BEYOND);

        for (int day = 0; day < grid.last() + DAYS_BEYOND; day++) {
            LocalDate date = grid.date(0).plusDays(day);
            assertThat(calendar.weekday(day))
                    .as(date.toString())
                    .isEqualTo(date.getDayOfWeek().getValue() - 1);
            assertThat(calendar.part(day)).as(date.toString()).isEqualTo(Math.min((date.getDayOfMonth() - 1) / 5, 5));
            assertThat(calendar.month(day)).as(date.toString()).isEqualTo(date.getMonthValue() - 1);
        }
    }
}
