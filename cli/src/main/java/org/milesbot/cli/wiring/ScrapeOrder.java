package org.milesbot.cli.wiring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to scrape and how.
 *
 * @param plugins the ids of plug-ins; all that are enabled if empty
 * @param since the instant from which on promos are wanted; null for what is new since each source's last success
 * @param due whether to leave out plug-ins and sources whose time has not come
 * @param fresh whether to ask for pages anew that have not changed
 * @param seed whether all that is found is history, of which nobody is told
 * @param network where answers come from
 */
public record ScrapeOrder(
        List<String> plugins, @Nullable Instant since, boolean due, boolean fresh, boolean seed, Network network) {

    /** Copies the list. */
    public ScrapeOrder {
        plugins = List.copyOf(plugins);
    }
}
