package org.milesbot.cli.fare;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.fare.AwardFare;

/** A flight there and one back. */
public record FarePair(AwardFare outbound, AwardFare inbound) {

    /** What both cost together, for one passenger. */
    public long miles() {
        return Math.addExact(outbound.miles(), inbound.miles());
    }

    /** What is paid in reais for both together; null if one of them is not known. */
    public @Nullable BigDecimal taxesBrl() {
        BigDecimal there = outbound.taxesBrl();
        BigDecimal back = inbound.taxesBrl();
        return there == null || back == null ? null : there.add(back);
    }

    /** From the day of departure there to that of departure back. */
    public long stayDays() {
        return ChronoUnit.DAYS.between(outbound.date(), inbound.date());
    }
}
