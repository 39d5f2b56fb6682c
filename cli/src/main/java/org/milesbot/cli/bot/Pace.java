package org.milesbot.cli.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps people from asking too often: so many times in a while, the rest is not answered but for one sentence. Safe for use
 * by several threads.
 */
final class Pace {

    /** What becomes of something that is asked. */
    enum Pass {
        /** It is answered. */
        ANSWER,
        /** It is one too many: the person is told. */
        WARN,
        /** They were told already. */
        IGNORE
    }

    private static final int MOST_KNOWN = 100_000;

    private final int most;
    private final Duration span;
    private final Map<Long, Recent> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Recent> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    private static final class Recent {
        private final Deque<Instant> asked = new ArrayDeque<>();
        private boolean isWarned;
    }

    Pace(int most, Duration span) {
        this.most = most;
        this.span = span;
    }

    synchronized Pass ask(long id, Instant now) {
        Recent one = recent.computeIfAbsent(id, any -> new Recent());
        while (!one.asked.isEmpty() && !one.asked.peekFirst().plus(span).isAfter(now)) {
            one.asked.removeFirst();
        }
        if (one.asked.size() < most) {
            one.asked.addLast(now);
            one.isWarned = false;
            return Pass.ANSWER;
        }
        if (one.isWarned) {
            return Pass.IGNORE;
        }
        one.isWarned = true;
        return Pass.WARN;
    }
}
