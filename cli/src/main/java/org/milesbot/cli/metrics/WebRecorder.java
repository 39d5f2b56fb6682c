package org.milesbot.cli.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.MetricWithFixedMetadata;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.Predicate;

/** Counts what {@code milesbot serve} is asked and how it answers. For use by several threads. */
public final class WebRecorder {

    /** The route of requests that no route answers, so that strangers cannot make up series. */
    public static final String OTHER = "other";

    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final Predicate<String> routes;
    private final Counter requests;
    private final Histogram duration;
    private final Gauge inFlight;
    private final Counter rateLimited;
    private final Counter cache;

    /**
     * @param routes knows the templates of all routes, such as {@code /promo/{id}}
     */
    WebRecorder(PrometheusRegistry registry, Predicate<String> routes) {
        this.routes = routes;
        requests = of(Counter.builder(), Series.HTTP_REQUESTS).register(registry);
        duration = of(Histogram.builder().classicOnly().classicUpperBounds(BOUNDS), Series.HTTP_DURATION)
                .register(registry);
        inFlight = of(Gauge.builder(), Series.HTTP_IN_FLIGHT).register(registry);
        rateLimited = of(Counter.builder(), Series.HTTP_RATE_LIMITED).register(registry);
        cache = of(Counter.builder(), Series.HTTP_CACHE).register(registry);
        cache.initLabelValues("hit");
        cache.initLabelValues("miss");
    }

    private static <B extends MetricWithFixedMetadata.Builder<B, M>, M extends MetricWithFixedMetadata> B of(
            B builder, Series series) {
        return builder.name(series.base())
                .help(series.help())
                .labelNames(series.labels().toArray(String[]::new));
    }

    /** Takes note that a request begins to be answered. Whoever calls this calls {@link Ongoing#end} once. */
    public Ongoing begin() {
        inFlight.inc();
        return new Ongoing(System.nanoTime());
    }

    /** A request that is being answered. */
    public final class Ongoing {

        private final long began;

        private Ongoing(long began) {
            this.began = began;
        }

        /**
         * Takes note of the answer.
         *
         * @param route the template of the route; any other counts as {@value #OTHER}
         * @param status of HTTP
         */
        public void end(String route, int status) {
            inFlight.dec();
            String known = routes.test(route) ? route : OTHER;
            requests.labelValues(known, Math.max(1, Math.min(5, status / 100)) + "xx")
                    .inc();
            duration.labelValues(known).observe((System.nanoTime() - began) / 1e9);
        }
    }

    /** Takes note that a request was refused for being one too many. */
    public void rateLimited() {
        rateLimited.inc();
    }

    /** Takes note that the cache was asked. */
    public void cached(boolean isHit) {
        cache.labelValues(isHit ? "hit" : "miss").inc();
    }
}
