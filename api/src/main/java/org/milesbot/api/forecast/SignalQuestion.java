package org.milesbot.api.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.ProgramId;

/**
 * The forecast that a signal is asked about.
 *
 * @param now when it is made
 * @param asOf the last day that counts as known, in America/Sao_Paulo; "within 7 days" are the seven after it
 * @param series what is forecast, each once
 */
public record SignalQuestion(Instant now, LocalDate asOf, List<Series> series) {

    /** Copies the list. */
    public SignalQuestion {
        Objects.requireNonNull(now, "now is null");
        Objects.requireNonNull(asOf, "asOf is null");
        series = List.copyOf(series);
    }

    /**
     * Campaigns that are forecast together.
     *
     * @param program the taker of the points
     * @param origin who gives them, for a route; null for the programme, whoever gives
     */
    public record Series(ProgramId program, @Nullable OriginId origin) {

        /** Refuses null for the programme. */
        public Series {
            Objects.requireNonNull(program, "program is null");
        }
    }
}
