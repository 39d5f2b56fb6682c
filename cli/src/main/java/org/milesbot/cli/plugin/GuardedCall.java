package org.milesbot.cli.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.OutputSettings;
import org.milesbot.cli.config.Quoted;

/**
 * The border between the host and one plug-in, or one source of it. What is called behind it runs in a daemon thread under
 * a time limit; whatever it throws, an {@code Error} too, comes out as a {@link PluginException}. A call that did not come
 * back may still be running, so the next one is refused.
 *
 * <p>Safe for use by several threads.
 */
final class GuardedCall {

    private final String plugin;
    private final Text what;
    private final Stage stage;
    private final ClassLoader loader;
    private final ExecutorService threads;
    private volatile boolean stuck;

    /** What an error means: at the start all ends, later only the plug-in's own work. */
    private enum Stage {
        LOADING("sentence.loading"),
        RUNNING("sentence.running");

        private final String key;

        Stage(String key) {
            this.key = key;
        }
    }

    /**
     * A border for the start, before a plug-in's id is known.
     *
     * @param plugin the id, or the folder where the id is not known yet
     * @param what whose work it is, as a sentence names it
     */
    GuardedCall(String plugin, Text what, ClassLoader loader, ExecutorService threads) {
        this(plugin, what, Stage.LOADING, loader, threads);
    }

    private GuardedCall(String plugin, Text what, Stage stage, ClassLoader loader, ExecutorService threads) {
        this.plugin = plugin;
        this.what = what;
        this.stage = stage;
        this.loader = loader;
        this.threads = threads;
    }

    /** A border of its own for a part of the same plug-in. */
    GuardedCall forPart(Text part) {
        return new GuardedCall(plugin, part, stage, loader, threads);
    }

    /** The border of a plug-in that is looked at and does not work: nothing goes on without it. */
    GuardedCall forCheck(String id, Text name) {
        return new GuardedCall(id, name, Stage.LOADING, loader, threads);
    }

    /** The border of the plug-in at work, now that its id is known. */
    GuardedCall forPlugin(String id, Text name) {
        return new GuardedCall(id, name, Stage.RUNNING, loader, threads);
    }

    /**
     * Calls the plug-in.
     *
     * @param method what is called, for the error
     * @throws PluginException if it throws, returns null or does not come back in time
     */
    <T> T call(String method, Duration limit, Callable<? extends @Nullable T> work) {
        T value = callNullable(method, limit, work);
        if (value == null) {
            throw refused(ErrorKind.INTERNAL, "returned.null", method);
        }
        return value;
    }

    /**
     * Calls what returns a collection and copies it.
     *
     * @param most how many elements there may be
     * @throws PluginException if it throws, does not come back in time, or returns null, a null among the elements, or too
     *     many of them
     */
    <T> List<T> list(
            String method, Duration limit, int most, Callable<? extends @Nullable Collection<? extends T>> work) {
        return call(method, limit, () -> {
            Collection<? extends T> returned = work.call();
            return returned == null ? null : copied(method, most, returned);
        });
    }

    private <T> List<T> copied(String method, int most, Collection<? extends T> returned) {
        List<T> copy = new ArrayList<>();
        for (T element : returned) {
            if (element == null) {
                throw refused(ErrorKind.INTERNAL, "returned.null.element", method);
            }
            if (copy.size() == most) {
                throw refused(ErrorKind.INTERNAL, "returned.many", method, String.valueOf(most));
            }
            copy.add(element);
        }
        return List.copyOf(copy);
    }

    /** Calls what returns nothing. */
    void run(String method, Duration limit, Runnable work) {
        callNullable(method, limit, () -> {
            work.run();
            return null;
        });
    }

    /**
     * Refuses a text that is too long, or texts that are too long together.
     *
     * @param letters how long they are
     * @param most how long they may be
     */
    void requireShort(String method, long letters, long most) {
        if (letters > most) {
            throw refused(ErrorKind.INTERNAL, "returned.long", method, String.valueOf(most));
        }
    }

    /** Whether an earlier call did not come back. */
    boolean isStuck() {
        return stuck;
    }

    /** The error that what the plug-in returned is not what it must be. */
    PluginException refused(ErrorKind kind, String key, Object... arguments) {
        return new PluginException(plugin, kind, sentence(Text.of(GuardedCall.class, key, arguments)), null);
    }

    private <T> @Nullable T callNullable(String method, Duration limit, Callable<? extends @Nullable T> work) {
        if (stuck) {
            throw refused(ErrorKind.INTERNAL, "stuck");
        }
        Future<Outcome<T>> future = threads.submit(() -> outcomeOf(method, work));
        try {
            Outcome<T> outcome = future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (outcome.failure != null) {
                throw outcome.failure;
            }
            return outcome.value;
        } catch (TimeoutException e) {
            stuck = true;
            future.cancel(true);
            throw refused(ErrorKind.INTERNAL, "late", method, inWords(limit));
        } catch (InterruptedException e) {
            stuck = true;
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw refused(ErrorKind.INTERNAL, "interrupted", method);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the border let an error through", e);
        }
    }

    private record Outcome<T>(@Nullable T value, @Nullable PluginException failure) {}

    // The border to foreign code: whatever comes, an Error too, is handed to the caller as a value.
    private <T> Outcome<T> outcomeOf(String method, Callable<? extends @Nullable T> work) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        ClassLoader before = thread.getContextClassLoader();
        thread.setName("plugin-" + plugin);
        thread.setContextClassLoader(loader);
        try {
            return new Outcome<>(work.call(), null);
        } catch (Throwable thrown) {
            return new Outcome<>(null, failureOf(method, thrown));
        } finally {
            thread.setContextClassLoader(before);
            thread.setName(name);
        }
    }

    private PluginException failureOf(String method, Throwable thrown) {
        if (thrown instanceof PluginException own) {
            return own;
        }
        try {
            return described(method, thrown);
        } catch (Throwable worse) {
            // Its own methods fail: as a cause it would make every log line fail that it stands in.
            Text reason = Text.plain(thrown.getClass().getName());
            return new PluginException(plugin, ErrorKind.INTERNAL, failed(method, reason), null);
        }
    }

    private PluginException described(String method, Throwable thrown) {
        if (thrown instanceof MilesbotException known) {
            Text reason = known.text();
            // A sentence that the plug-in lacks in one language is its failure as well, so it is tried here.
            reason.in(OutputSettings.PORTUGUESE);
            return new PluginException(plugin, known.kind(), failed(method, reason), thrown);
        }
        Throwable told =
                thrown instanceof ServiceConfigurationError && thrown.getCause() != null ? thrown.getCause() : thrown;
        String name = told.getClass().getSimpleName();
        String message = told.getMessage();
        Text reason = Text.plain(message == null ? name : name + ": " + Quoted.of(message));
        return new PluginException(plugin, ErrorKind.INTERNAL, failed(method, reason), thrown);
    }

    private Text failed(String method, Text reason) {
        return sentence(Text.of(GuardedCall.class, "failed", method, reason));
    }

    private Text sentence(Text problem) {
        return Text.of(GuardedCall.class, stage.key, what, problem);
    }

    private static String inWords(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
