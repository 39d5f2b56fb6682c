package org.milesbot.cli.wiring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.duty.Told;
import org.milesbot.cli.plugin.PluginSets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the plug-ins directory every now and then, takes up what has changed, and says so. */
final class PluginRenewal implements AutoCloseable {

    /** A look at fifty plug-ins is a hundred calls for the attributes of files. */
    static final Duration PULSE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(PluginRenewal.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PluginSets plugins;
    private final Told told;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "plug-ins");
        thread.setDaemon(true);
        return thread;
    });

    private PluginRenewal(PluginSets plugins, Told told) {
        this.plugins = plugins;
        this.told = told;
    }

    /** Begins to look, until it is closed. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look that fails says so itself.
    static PluginRenewal of(PluginSets plugins, Told told) {
        PluginRenewal renewal = new PluginRenewal(plugins, told);
        renewal.looks.scheduleWithFixedDelay(
                renewal::lookAgain, PULSE.toMillis(), PULSE.toMillis(), TimeUnit.MILLISECONDS);
        return renewal;
    }

    /** Looks once, and returns whether there is another set of plug-ins now. */
    static boolean look(PluginSets plugins, Told told) {
        try {
            boolean isAnew = plugins.refresh();
            if (isAnew) {
                told.say(Text.of(PluginRenewal.class, "plugins.loaded"));
            }
            return isAnew;
        } catch (MilesbotException e) {
            told.complain(Text.of(PluginRenewal.class, "plugins.kept", e.text()));
            return false;
        }
    }

    private void lookAgain() {
        try {
            look(plugins, told);
        } catch (RuntimeException e) {
            log.error("the plug-ins directory was not looked at; those from before stay until it changes again", e);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
        try {
            if (!looks.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("plug-ins were still being loaded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
