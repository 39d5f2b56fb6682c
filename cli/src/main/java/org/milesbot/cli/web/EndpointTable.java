package org.milesbot.cli.web;

import io.javalin.config.RouterConfig;
import io.javalin.router.matcher.PathParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.milesbot.api.web.WebMethod;

/** Endpoints that are found by what is asked for, as the server finds its own: the first one that fits. */
public final class EndpointTable {

    private final List<Entry> entries;
    private final Object edition = new Object();

    private record Entry(Endpoint endpoint, PathParser path) {}

    /**
     * What answers a request.
     *
     * @param parts of the path, by the names that the endpoint gives them
     */
    record Match(Endpoint endpoint, Map<String, String> parts) {}

    public EndpointTable(List<Endpoint> endpoints) {
        RouterConfig rules = new RouterConfig();
        entries = endpoints.stream()
                .map(endpoint -> new Entry(endpoint, new PathParser(endpoint.path(), rules)))
                .toList();
    }

    /** Another for each table: what one replied is not the other's reply. It keeps no table from being forgotten. */
    Object edition() {
        return edition;
    }

    Optional<Match> find(WebMethod method, String path) {
        return entries.stream()
                .filter(entry ->
                        entry.endpoint().method() == method && entry.path().matches(path))
                .findFirst()
                .map(entry -> new Match(entry.endpoint(), entry.path().extractPathParams(path)));
    }
}
