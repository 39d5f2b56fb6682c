package org.milesbot.cli.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.milesbot.cli.Version;
import org.milesbot.cli.metrics.Seen.State;
import org.milesbot.store.db.PoolFigures;
import org.milesbot.store.metric.Readings;

/** All figures, in the formats that Prometheus reads. For use by several threads. */
public final class Metrics {

    private static final int USUAL_BYTES = 32 * 1024;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final StoreWatch store;
    private final long llmMonthly;

    private Metrics(StoreWatch store, long llmMonthly) {
        this.store = store;
        this.llmMonthly = llmMonthly;
        registry.register((MultiCollector) () -> ofStore().snapshots());
    }

    /**
     * What the database tells, and nothing of this process, which is over when it is read.
     *
     * @param llmMonthly how many tokens of the language model a month may use
     */
    public static Metrics ofStore(StoreWatch store, long llmMonthly) {
        return new Metrics(store, llmMonthly);
    }

    /** The same and how this process and its Java runtime do. */
    public static Metrics ofServer(StoreWatch store, long llmMonthly) {
        Metrics metrics = new Metrics(store, llmMonthly);
        JvmMetrics.builder().register(metrics.registry);
        return metrics;
    }

    /**
     * What counts requests. To be asked for once.
     *
     * @param routes knows the templates of all routes
     */
    public WebRecorder web(Predicate<String> routes) {
        return new WebRecorder(registry, routes);
    }

    /** Tells of a pool of connections, too. To be asked for once. */
    public void tellOf(Supplier<PoolFigures> pool) {
        registry.register((MultiCollector) () -> figures(pool.get()).snapshots());
    }

    private static Figures figures(PoolFigures pool) {
        return new Figures()
                .add(Series.POOL, pool.active(), "active")
                .add(Series.POOL, pool.idle(), "idle")
                .add(Series.POOL_WAITING, pool.waiting())
                .add(Series.POOL_LIMIT, pool.size());
    }

    private Figures ofStore() {
        Seen seen = store.look();
        Readings readings = seen.readings();
        Figures figures = new Figures()
                .add(Series.DATABASE_UP, readings == null ? 0 : 1)
                .add(Series.SCHEMA_KNOWN, seen.known())
                .add(Series.LLM_MONTH_LIMIT, (double) llmMonthly)
                .add(Series.BUILD, 1, Version.current());
        if (seen.state() == State.READ || seen.state() == State.OTHER_SCHEMA) {
            figures.add(Series.SCHEMA_VERSION, seen.schema());
        }
        if (readings != null) {
            StoreFigures.add(figures, readings);
            figures.add(Series.READ_SECONDS, seen.took().toNanos() / 1e9);
        }
        return figures;
    }

    /**
     * All figures of this moment; also when the database is down, and then without those that it tells.
     *
     * @param accept which formats are wanted, as HTTP's header of that name has it; null for the text format of Prometheus
     */
    public Exposition exposition(@Nullable String accept) {
        ExpositionFormatWriter writer = formats.findWriter(Objects.requireNonNullElse(accept, ""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try {
            writer.write(bytes, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be written to", e);
        }
        return new Exposition(writer.getContentType(), bytes.toByteArray());
    }
}
