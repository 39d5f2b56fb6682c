package org.milesbot.store.score;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * All campaigns, read again when they are older than a while: for a process that shows where campaigns stand again and
 * again. A campaign is only compared with those before it, therefore what is listed lacks at most the place among those
 * that were settled in that while. Safe for use by several threads, of which one reads and the others go on.
 */
public final class RememberedCampaigns {

    private final Duration keeps;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Remembered last;

    /** Remembers for so long. */
    public RememberedCampaigns(Duration keeps, Clock clock) {
        this.keeps = keeps;
        this.clock = clock;
    }

    private record Remembered(CampaignHistory history, Instant readAt) {}

    /** The campaigns of all programmes. */
    public CampaignHistory history(Handle open) {
        Remembered known = last;
        if (known != null && (isFresh(known) || reading.isLocked())) {
            return known.history();
        }
        reading.lock();
        try {
            Remembered now = last;
            return now != null && isFresh(now) ? now.history() : read(open);
        } finally {
            reading.unlock();
        }
    }

    private boolean isFresh(Remembered known) {
        return known.readAt().plus(keeps).isAfter(clock.instant());
    }

    private CampaignHistory read(Handle open) {
        Instant readAt = clock.instant();
        CampaignHistory history = Campaigns.all(open);
        last = new Remembered(history, readAt);
        return history;
    }
}
