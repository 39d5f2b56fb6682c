package org.milesbot.store.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.promo.OriginId;
import org.milesbot.api.promo.Percent;
import org.milesbot.api.promo.ProgramId;

/**
 * When the next campaign of a series begins, and how high it is, as it was forecast on a day. Days are days in
 * America/Sao_Paulo.
 *
 * @param series of what
 * @param made when and by which model
 * @param chances how likely it is, by when
 * @param rivals what other models say, to be compared with
 * @param levels the percentages
 * @param outlook the days that matter
 * @param basis what it rests on
 */
public record StoredForecast(
        Series series, Made made, Chances chances, Rivals rivals, Levels levels, Outlook outlook, Basis basis) {

    /**
     * Campaigns that are forecast together.
     *
     * @param program the taker of the points
     * @param origin where they come from, or null for a campaign from anywhere
     */
    public record Series(ProgramId program, @Nullable OriginId origin) {}

    /**
     * How a forecast came about.
     *
     * @param originDay everything that was known at the end of this day went into it
     * @param at when it was made
     * @param modelVersion by which model
     */
    public record Made(LocalDate originDay, Instant at, String modelVersion) {}

    /**
     * A probability with the interval that holds it with a credibility of 80 %. None of the three is ever 0 or 1.
     *
     * @param low the lower end
     * @param high the upper end
     */
    public record Estimate(double probability, double low, double high) {

        /**
         * @throws IllegalArgumentException if one of them is not between 0 and 1, or the interval is upside down
         */
        public Estimate {
            requireOpen(probability);
            requireOpen(low);
            requireOpen(high);
            if (low > high) {
                throw new IllegalArgumentException("an interval from " + low + " to " + high + " is upside down");
            }
        }
    }

    /**
     * How likely it is that a campaign begins within so many days.
     *
     * @param curve the probability for each of 1 to {@value #CURVE_DAYS} days
     */
    public record Chances(
            Estimate day1, Estimate day3, Estimate day7, Estimate day30, Estimate day90, List<Double> curve) {

        /** How many days the curve has. */
        public static final int CURVE_DAYS = 90;

        /**
         * Copies the curve.
         *
         * @throws IllegalArgumentException if the curve has another length
         */
        public Chances {
            curve = List.copyOf(curve);
            if (curve.size() != CURVE_DAYS) {
                throw new IllegalArgumentException("a curve has " + CURVE_DAYS + " days, not " + curve.size());
            }
        }
    }

    /** The probabilities of one model that a campaign begins within 7 and within 30 days; from 0 to 1. */
    public record Pair(double day7, double day30) {}

    /**
     * What other models say.
     *
     * @param plain the plain part of the model itself: the pace and the weekday alone
     * @param baseline a Gamma-Poisson model of the gaps
     * @param climatology how often it was so in the past
     * @param pooled what would be said of a programme of which nothing is known
     * @param omegaFull how much the corrections count beside the plain part, from 0 to 1
     * @param opinions those of plug-ins; null where none was asked
     */
    public record Rivals(
            Pair plain,
            Pair baseline,
            Pair climatology,
            Pair pooled,
            double omegaFull,
            @Nullable List<Opinion> opinions) {

        /** Copies the opinions. */
        public Rivals {
            opinions = opinions == null ? null : List.copyOf(opinions);
        }
    }

    /** Between the outer two lie 80 % of the percentages, below the middle one half of them. */
    public record Quantiles(Percent q10, Percent q50, Percent q90) {}

    /**
     * How high a campaign is.
     *
     * @param highest the highest percentage, or null if none was ever told
     * @param base the percentage that anyone gets, or null if none was ever told
     */
    public record Levels(
            @Nullable Quantiles highest, @Nullable Quantiles base) {}

    /** Days, the first and the last of them included. */
    public record Span(LocalDate from, LocalDate to) {}

    /**
     * The days that matter.
     *
     * @param medianWaitDays within so many days a campaign is more likely than not; null if that is too far off to say
     * @param window when the next campaign is most likely to begin, or null
     * @param announcedStart the first day of a campaign that is announced and has not begun, or null
     * @param runningUntil the last day of a campaign that is open, or null
     */
    public record Outlook(
            @Nullable Integer medianWaitDays,
            @Nullable Span window,
            @Nullable LocalDate announcedStart,
            @Nullable LocalDate runningUntil) {}

    /**
     * What moves a forecast.
     *
     * @param name such as {@code weekday}
     * @param effect on the rate: 0.4 is 40 % more than usual
     */
    public record Driver(String name, double effect) {}

    /**
     * The last campaign that began.
     *
     * @param start its first day
     * @param end the last day on which it, or any before it, is open; or null if that is not known
     */
    public record Last(LocalDate start, @Nullable LocalDate end) {}

    /**
     * What a forecast rests on.
     *
     * @param campaigns how many
     * @param drivers what moves it most, the strongest first
     * @param last the last campaign that began, or null if there was none
     * @param gapDays the mean gap between beginnings in the last 12 months, or null
     */
    public record Basis(
            int campaigns,
            Confidence confidence,
            Readiness readiness,
            List<Driver> drivers,
            @Nullable Last last,
            @Nullable Double gapDays) {

        /** Copies the drivers. */
        public Basis {
            drivers = List.copyOf(drivers);
        }
    }

    /** How much to make of a forecast. */
    public enum Confidence {
        /** Few campaigns, or a wide interval. */
        LOW,
        /** Neither. */
        MEDIUM,
        /** Many campaigns and a narrow interval. */
        HIGH;

        /** The word in the database and in JSON. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the history is enough. */
    public enum Readiness {
        /** It is. */
        READY,
        /** It is still forming: what is known of all programmes counts for much. */
        FORMING,
        /** There is none. */
        NONE;

        /** The word in the database and in JSON. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static void requireOpen(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a probability lies between 0 and 1, not at " + probability);
        }
    }
}
