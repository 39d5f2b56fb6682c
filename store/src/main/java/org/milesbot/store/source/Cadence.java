package org.milesbot.store.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.source.CheckInterval;

/**
 * When to look again: four times between two usual items, twice as often in the hours in which most of them come, ever
 * more rarely the longer nothing new comes or nothing comes at all; always within the source's bounds. Arithmetic only.
 */
final class Cadence {

    private static final int LOOKS_A_GAP = 4;
    private static final int LOOKS_A_SILENCE = 12;

    /** Doubled more often than this, every interval is beyond every bound. */
    private static final int MOST_DOUBLINGS = 16;

    /** No server may send us away for longer. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private Cadence() {}

    /**
     * When to look again after a visit.
     *
     * @param state what the visit made of the source
     * @param at when it was visited
     * @param retryAfter how long the server wants to be left alone, or null
     */
    static Instant next(CheckInterval bounds, SourceState state, Instant at, @Nullable Duration retryAfter) {
        Duration interval = interval(bounds, state, at);
        Duration asked = retryAfter == null ? Duration.ZERO : shorter(retryAfter, LONGEST_WAIT);
        return at.plus(longer(interval, asked));
    }

    static Duration interval(CheckInterval bounds, SourceState state, Instant at) {
        Duration wanted = longer(usual(bounds, state.rhythm()), silence(state, at));
        if (state.rhythm().isBusy(at, at.plus(shorter(wanted, bounds.greatest())))) {
            wanted = wanted.dividedBy(2);
        }
        if (state.failures() > 0) {
            wanted = longer(wanted, bounds.least().multipliedBy(1L << Math.min(state.failures(), MOST_DOUBLINGS)));
        }
        return longer(bounds.least(), shorter(bounds.greatest(), wanted));
    }

    private static Duration usual(CheckInterval bounds, Rhythm rhythm) {
        return rhythm.median() == null
                ? bounds.least().multipliedBy(2)
                : rhythm.median().dividedBy(LOOKS_A_GAP);
    }

    private static Duration silence(SourceState state, Instant at) {
        return state.lastNewItem() == null
                ? Duration.ZERO
                : Duration.between(state.lastNewItem(), at).dividedBy(LOOKS_A_SILENCE);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
