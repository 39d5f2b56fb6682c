package org.milesbot.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;

class ScheduleTest {

    /** 09:20 in São Paulo, a Friday. */
    private static final Instant FRIDAY = Instant.parse("2026-11-20T12:20:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hourly|2026-11-20T13:00:00Z",
                "@hourly|2026-11-20T13:00:00Z",
                "daily|2026-11-21T03:00:00Z",
                "@daily|2026-11-21T03:00:00Z",
                "weekly|2026-11-22T03:00:00Z",
                "@weekly|2026-11-22T03:00:00Z",
                "monthly|2026-12-01T03:00:00Z",
                "@monthly|2026-12-01T03:00:00Z",
                "0,30 6-23 * * *|2026-11-20T12:30:00Z",
                "*/15 * * * *|2026-11-20T12:30:00Z",
                "0 9 * * 1-5|2026-11-23T12:00:00Z",
                "0 9 * * MON|2026-11-23T12:00:00Z",
                "  0 0 29 2 *  |2028-02-29T03:00:00Z"
            })
    void comesNextInSaoPaulosTime(String expression, Instant next) {
        assertThat(Schedule.parse(expression).next(FRIDAY)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sometimes",
                "yearly",
                "@reboot",
                "@",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "0 0 32 * *",
                "0 0 30 2 *",
                "x\u001b[31m * * * *"
            })
    void refusesWhatIsNoScheduleAndGivesExamples(String expression) {
        MilesbotException e = catchThrowableOfType(MilesbotException.class, () -> Schedule.parse(expression));

        assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
        assertThat(e)
                .hasMessageContaining("0,30 6-23 * * *")
                .hasMessageContaining("hourly, daily, weekly, monthly")
                .message()
                .doesNotContain("\u001b");
    }

    @Test
    void refusesAnExpressionOfAnyLength() {
        MilesbotException e =
                catchThrowableOfType(MilesbotException.class, () -> Schedule.parse("1,".repeat(50_000) + "1 * * * *"));

        assertThat(e.text().toString()).hasSizeLessThan(700);
    }

    @Test
    void isDueOnceItsTimeHasCome() {
        Schedule schedule = Schedule.parse("hourly");

        assertThat(schedule.isDue(FRIDAY, Instant.parse("2026-11-20T12:59:59Z")))
                .isFalse();
        assertThat(schedule.isDue(FRIDAY, Instant.parse("2026-11-20T13:00:00Z")))
                .isTrue();
        assertThat(schedule.isDue(FRIDAY, Instant.parse("2026-11-25T00:00:00Z")))
                .isTrue();
        assertThat(schedule.isDue(Instant.parse("2026-11-20T13:00:00Z"), Instant.parse("2026-11-20T13:00:00Z")))
                .isFalse();
    }

    @Test
    void isDueIfItNeverRan() {
        assertThat(Schedule.parse("monthly").isDue(null, FRIDAY)).isTrue();
    }

    @Test
    void saysWhatThePluginWrote() {
        assertThat(Schedule.parse(" @daily ")).hasToString("@daily");
    }
}
