package org.milesbot.cli.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** How often one address may ask: as many a second as is allowed in the long run, and some more at once. */
public final class RateLimit {

    private static final int MOST_ADDRESSES = 20_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Bandwidth allowed;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .executor(Runnable::run)
            .build();

    /**
     * @param burst how many at once
     * @param refill how many are allowed again in a period
     */
    public RateLimit(int burst, int refill, Duration period) {
        allowed =
                Bandwidth.builder().capacity(burst).refillGreedy(refill, period).build();
    }

    /** Counts a request; if it is one too many, says after what time another would not be. */
    public Optional<Duration> refused(String address) {
        ConsumptionProbe probe = buckets.get(
                        Addresses.block(address),
                        unseen -> Bucket.builder().addLimit(allowed).build())
                .tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())));
    }
}
