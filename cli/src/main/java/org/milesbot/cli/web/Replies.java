package org.milesbot.cli.web;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps replies that are the same for everybody for as long as they are fresh, within a few megabytes. Of many who ask for
 * one at the same time, one has it made and the others wait for it.
 */
final class Replies {

    private static final long MOST_BYTES = 16L << 20;
    private static final int KEY_WEIGHT = 500;

    private final AsyncCache<Key, Ready> kept;

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
                .buildAsync();
    }

    /**
     * One that is kept and still fresh, or else the one that is made now. It is made while the cache holds nothing but a promise
     * of it: making it inside would hold up others whose keys happen to lie beside it, and the growing of the cache.
     */
    Ready get(Key key, Supplier<Ready> making) {
        CompletableFuture<Ready> own = new CompletableFuture<>();
        CompletableFuture<Ready> promised = kept.get(key, (unknown, executor) -> own);
        return promised == own ? made(own, making) : awaited(promised, making);
    }

    private static Ready made(CompletableFuture<Ready> promise, Supplier<Ready> making) {
        try {
            Ready reply = making.get();
            promise.complete(reply);
            return reply;
        } catch (RuntimeException | Error e) {
            promise.completeExceptionally(e);
            throw e;
        }
    }

    /** Whoever waited for one that could not be made makes it for themselves. */
    private static Ready awaited(CompletableFuture<Ready> promised, Supplier<Ready> making) {
        try {
            return promised.join();
        } catch (CompletionException e) {
            return making.get();
        }
    }
}
