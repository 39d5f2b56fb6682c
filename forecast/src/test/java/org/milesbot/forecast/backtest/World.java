package org.milesbot.forecast.backtest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.milesbot.forecast.history.Campaign;
import org.milesbot.forecast.history.Confidence;
import org.milesbot.forecast.history.History;
import org.milesbot.forecast.history.Told;

/** Made-up markets of which the truth is known. */
enum World {
    /** Starts come at constant paces. */
    CONSTANT {
        @Override
        double pace(int program, LocalDate day, int elapsed) {
            return usual(program);
        }
    },
    /** Starts come at about equal distances: the hazard is that of a Weibull distribution of shape 3. */
    QUASI_PERIODIC {
        @Override
        double pace(int program, LocalDate day, int elapsed) {
            double scale = 1.12 / usual(program);
            return 3 / scale * Math.pow(elapsed / scale, 2);
        }
    },
    /** Never on a weekend, much in November, little in January. */
    SEASONAL {
        @Override
        double pace(int program, LocalDate day, int elapsed) {
            boolean isWeekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            double season = day.getMonth() == Month.NOVEMBER ? 3 : day.getMonth() == Month.JANUARY ? .3 : 1;
            return isWeekend ? 0 : 1.3 * season * usual(program);
        }
    },
    /** Paces double and halve from year to year. */
    DRIFTING {
        @Override
        double pace(int program, LocalDate day, int elapsed) {
            return usual(program) * Math.pow(2, 1.2 * Math.sin(2 * Math.PI * day.toEpochDay() / 700.0 + program));
        }
    },
    /** A few starts a year. */
    SPARSE {
        @Override
        double pace(int program, LocalDate day, int elapsed) {
            return usual(program) / 8;
        }
    },
    /** Of what starts, two in five are never heard of. */
    INCOMPLETE {
        @Override
        double pace(int program, LocalDate day, int elapsed) {
            return .6 * SEASONAL.pace(program, day, elapsed);
        }
    };

    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    static final LocalDate LAST = LocalDate.of(2023, 12, 31);
    static final int PROGRAMS = 4;

    private static final double MOST_A_DAY = .95;

    /** The probability of a start on a day, of those that are heard of. */
    abstract double pace(int program, LocalDate day, int elapsed);

    private static double usual(int program) {
        return 1 / (14.0 + 9 * program);
    }

    /** What a world's random course amounts to. */
    History history(long seed) {
        List<Campaign> told = new ArrayList<>();
        for (int program = 0; program < PROGRAMS; program++) {
            Random random = new Random(seed * 1000 + name().hashCode() + program);
            int elapsed = random.nextInt(20);
            for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
                elapsed++;
                if (random.nextDouble() < Math.min(pace(program, day, elapsed), MOST_A_DAY)) {
                    elapsed = 0;
                    told.add(Told.campaign(
                            "p" + program, "livelo", 50 + 50L * (told.size() % 2), day, day, Confidence.EXACT));
                }
            }
        }
        return History.of(told);
    }
}
