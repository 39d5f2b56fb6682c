package org.milesbot.cli.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps replies that are the same for everybody for as long as they are fresh, within a few megabytes. Of many who ask for
 * one at the same time, one has it made and the others wait for it.
 */
final class Replies {

    private static final long MOST_BYTES = 16L << 20;
    private static final int KEY_WEIGHT = 500;

    private final Cache<Key, Ready> kept;

    /**
     * What a reply depends on.
     *
     * @param edition of what answers, known by being the same object
     * @param path what was asked for
     * @param query what stands after the question mark, as it came
     * @param language of the reply
     */
    record Key(Object edition, String path, @Nullable String query, String language) {}

    Replies(Ticker ticker) {
        kept = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumWeight(MOST_BYTES)
                .weigher((Key key, Ready reply) -> KEY_WEIGHT + reply.weight())
                .expireAfter(Expiry.creating((Key key, Ready reply) -> reply.keptFor()))
                .executor(Runnable::run)
                .build();
    }

    /** One that is kept and still fresh, or else the one that is made now. */
    Ready get(Key key, Supplier<Ready> making) {
        return kept.get(key, unknown -> making.get());
    }
}
