package org.milesbot.cli.plugin;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.Slugs;
import org.milesbot.api.Text;
import org.milesbot.api.fare.FareProvider;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.fare.FareRate;
import org.milesbot.api.fare.FareReading;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.source.FetchRequest;
import org.milesbot.api.source.Page;
import org.milesbot.cli.config.Quoted;

/** A plug-in's provider of fares behind the border: its name and rate were asked once, what it asks and reads is checked. */
final class GuardedFareProvider implements FareProvider {

    static final int MOST_PROVIDERS = 100;
    private static final int MOST_REQUESTS = 1_000;
    private static final int MOST_FARES = 50_000;
    private static final int MOST_ROUTES = 200_000;

    private final FareProvider provider;
    private final String id;
    private final FareRate rate;
    private final GuardedCall border;
    private final Duration limit;

    private GuardedFareProvider(FareProvider provider, String id, FareRate rate, GuardedCall border, Duration limit) {
        this.provider = provider;
        this.id = id;
        this.rate = rate;
        this.border = border;
        this.limit = limit;
    }

    /**
     * Asks a plug-in for its providers, and each for its name and its rate.
     *
     * @throws PluginException if they do not say them, or say them wrong
     */
    static List<FareProvider> of(Plugin plugin, String pluginId, GuardedCall border, TimeLimits limits) {
        Duration limit = limits.call();
        List<FareProvider> guarded = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (FareProvider provider : border.list("fareProviders()", limit, MOST_PROVIDERS, plugin::fareProviders)) {
            guarded.add(of(provider, pluginId, ids, border, limit));
        }
        return List.copyOf(guarded);
    }

    /**
     * Asks one provider for its name and its rate.
     *
     * @param ids the names that others of the same plug-in have; this one's is added
     * @throws PluginException if it does not say them, or says them wrong
     */
    static GuardedFareProvider of(
            FareProvider provider, String pluginId, Set<String> ids, GuardedCall border, Duration limit) {
        String id = border.call("FareProvider.id()", limit, provider::id);
        if (!Slugs.isSlug(id)) {
            throw border.refused(ErrorKind.INTERNAL, "providers.form", Quoted.of(id));
        }
        if (!ids.add(id)) {
            throw border.refused(ErrorKind.INTERNAL, "providers.twice", id);
        }
        GuardedCall own = border.forPart(Text.of(GuardedFareProvider.class, "the.provider", id, pluginId));
        return new GuardedFareProvider(provider, id, own.call("rate()", limit, provider::rate), own, limit);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public FareRate rate() {
        return rate;
    }

    @Override
    public List<FetchRequest> requests(FareQuery query) {
        return web(border.list("requests()", limit, MOST_REQUESTS, () -> provider.requests(query)));
    }

    @Override
    public List<FetchRequest> coverage() {
        return web(border.list("coverage()", limit, MOST_REQUESTS, provider::coverage));
    }

    @Override
    public List<FetchRequest> sweep(LocalDate from, LocalDate to) {
        return web(border.list("sweep()", limit, MOST_REQUESTS, () -> provider.sweep(from, to)));
    }

    @Override
    public boolean recognizes(Page page) {
        return border.call("recognizes()", limit, () -> provider.recognizes(page));
    }

    @Override
    public FareReading read(Page page) {
        FareReading reading = border.call("read()", limit, () -> provider.read(page));
        if (reading.fares().size() > MOST_FARES) {
            throw border.refused(ErrorKind.INTERNAL, "returned.many", "read()", String.valueOf(MOST_FARES));
        }
        if (reading.unreadable().size() > MOST_FARES) {
            throw border.refused(ErrorKind.INTERNAL, "returned.many", "unreadable()", String.valueOf(MOST_FARES));
        }
        if (reading.routes().size() > MOST_ROUTES) {
            throw border.refused(ErrorKind.INTERNAL, "returned.many", "routes()", String.valueOf(MOST_ROUTES));
        }
        web(reading.next());
        return reading;
    }

    private List<FetchRequest> web(List<FetchRequest> requests) {
        requests.stream()
                .map(FetchRequest::uri)
                .filter(uri -> !isWeb(uri))
                .findFirst()
                .ifPresent(uri -> {
                    throw border.refused(ErrorKind.DATA, "addresses.form", uri.toString());
                });
        return requests;
    }

    static boolean isWeb(URI uri) {
        return (Objects.equals(uri.getScheme(), "http") || Objects.equals(uri.getScheme(), "https"))
                && uri.getHost() != null;
    }
}
