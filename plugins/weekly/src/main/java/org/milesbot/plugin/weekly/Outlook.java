package org.milesbot.plugin.weekly;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is forecast of a programme, in percent.
 *
 * @param asOf the day that it rests on
 * @param week how likely a campaign begins within 7 days
 * @param month the same within 30
 * @param bonus the typical one, or null
 */
record Outlook(
        String program,
        LocalDate asOf,
        BigDecimal week,
        BigDecimal month,
        @Nullable BigDecimal bonus) {}
