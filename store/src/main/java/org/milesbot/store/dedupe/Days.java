package org.milesbot.store.dedupe;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.milesbot.api.Zones;

/**
 * A stretch of days in America/Sao_Paulo.
 *
 * @param first its first
 * @param last its last, in it too
 */
record Days(LocalDate first, LocalDate last) {

    static Days around(Collection<LocalDate> days) {
        return new Days(
                days.stream().min(Comparator.naturalOrder()).orElseThrow(),
                days.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    Days wider(int days) {
        return new Days(first.minusDays(days), last.plusDays(days));
    }

    Days and(Days other) {
        return new Days(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean contains(Days other) {
        return contains(other.first) && contains(other.last);
    }

    Instant from() {
        return first.atStartOfDay(Zones.SAO_PAULO).toInstant();
    }

    /** The instant at which it is over. */
    Instant until() {
        return last.plusDays(1).atStartOfDay(Zones.SAO_PAULO).toInstant();
    }
}
