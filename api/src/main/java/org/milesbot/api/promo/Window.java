package org.milesbot.api.promo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a promo is open. A date is never invented: what the announcement does not settle is null.
 *
 * @param start the first moment, or null if unknown
 * @param end the last moment, or null if unknown; the whole day counts where no hour is stated
 */
public record Window(@Nullable Moment start, @Nullable Moment end) {

    /** Neither end is known. */
    public static final Window UNKNOWN = new Window(null, null);

    /** An end further from the publication than this is more likely misread than meant. */
    public static final int SUSPECT_DAYS = 65;

    /**
     * @throws IllegalArgumentException if it ends on a day before the one it starts
     */
    public Window {
        if (start != null && end != null && end.date().isBefore(start.date())) {
            throw new IllegalArgumentException("the window ends on " + end + ", before it starts on " + start);
        }
    }

    /** Whether the window is known to be over before the given day. */
    public boolean isOverOn(LocalDate day) {
        return end != null && end.date().isBefore(day);
    }

    /** Whether the window is known to begin only after the given day. */
    public boolean isAheadOf(LocalDate day) {
        return start != null && start.date().isAfter(day);
    }

    /** Whether the end lies more than {@value #SUSPECT_DAYS} days from the day of publication. */
    public boolean isSuspect(LocalDate published) {
        return end != null && Math.abs(ChronoUnit.DAYS.between(published, end.date())) > SUSPECT_DAYS;
    }
}
