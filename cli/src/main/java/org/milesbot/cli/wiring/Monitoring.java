package org.milesbot.cli.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.milesbot.cli.config.Settings;
import org.milesbot.cli.metrics.Health.Reason;
import org.milesbot.cli.metrics.HealthCheck;
import org.milesbot.cli.metrics.Metrics;
import org.milesbot.cli.metrics.MetricsFile;
import org.milesbot.cli.metrics.StoreWatch;
import org.milesbot.store.db.Database;

/** Makes what monitoring reads. */
public final class Monitoring {

    private final Settings settings;
    private final Clock clock;
    private final Supplier<Database> connections;
    private final Supplier<List<Reason>> own;

    /**
     * @param connections makes a connection that nobody else uses, each time it is asked
     */
    Monitoring(Settings settings, Clock clock, Supplier<Database> connections) {
        this(settings, clock, connections, List::of);
    }

    /**
     * @param own what is amiss with this process, each time it is asked
     */
    Monitoring(Settings settings, Clock clock, Supplier<Database> connections, Supplier<List<Reason>> own) {
        this.settings = settings;
        this.clock = clock;
        this.connections = connections;
        this.own = own;
    }

    /** What looks at the database, by a connection of its own; whoever asks for it closes it. */
    public StoreWatch watch() {
        return new StoreWatch(connections, clock);
    }

    /** All figures, for a process that runs on. */
    public Metrics metrics(StoreWatch watch) {
        return Metrics.ofServer(watch, settings.services().assistant().monthly());
    }

    /** Whether all is well. */
    public HealthCheck health(StoreWatch watch) {
        return new HealthCheck(watch, settings.sending().rate(), own);
    }

    /**
     * Writes the figures that the database tells into a file.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        try (StoreWatch watch = watch()) {
            MetricsFile.write(
                    file, Metrics.ofStore(watch, settings.services().assistant().monthly()));
        }
    }
}
