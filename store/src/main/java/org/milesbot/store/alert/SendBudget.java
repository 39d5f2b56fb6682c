package org.milesbot.store.alert;

import java.time.Duration;

/**
 * How fast messages may be sent, over all processes of an installation. Safe for use by several threads. Time is that of
 * the server that all of them ask, so their own clocks need not agree.
 */
public interface SendBudget {

    /**
     * Takes turns to send.
     *
     * @param sends how many, 1 or more
     */
    Turns reserve(int sends);

    /** Lets nobody send before a while has passed. Turns that were taken already stay as they are. */
    void hold(Duration pause);

    /**
     * Turns that were taken.
     *
     * @param first how long from now until the first, below zero if it is past
     * @param step from one to the next
     */
    record Turns(Duration first, Duration step) {

        /** For what needs none. */
        public static final Turns NOW = new Turns(Duration.ZERO, Duration.ZERO);

        /** How long from now until one of the turns, counted from 0; never below zero. */
        public Duration until(int turn) {
            Duration until = first.plus(step.multipliedBy(turn));
            return until.isNegative() ? Duration.ZERO : until;
        }
    }

    /**
     * How fast.
     *
     * @param step the time between two messages
     * @param lateness how many messages that could not be sent in time may be made up for
     */
    record Rate(Duration step, int lateness) {

        private static final double A_LITTLE_LESS = 0.99;

        /**
         * @throws IllegalArgumentException if there is no time between two messages
         */
        public Rate {
            if (step.isZero() || step.isNegative() || lateness < 0) {
                throw new IllegalArgumentException("a rate has a time between messages, not " + step);
            }
        }

        /** One per cent below what is allowed, since messages do not travel equally fast. */
        public static Rate below(double perSecond) {
            return new Rate(Duration.ofNanos(Math.round(1e9 / (perSecond * A_LITTLE_LESS))), 3);
        }

        long micros() {
            return step.toNanos() / 1_000;
        }
    }
}
