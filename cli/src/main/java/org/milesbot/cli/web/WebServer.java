package org.milesbot.cli.web;

import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.api.web.WebMethod;
import org.milesbot.api.web.WebReply;

/** Listens on a port and answers, from when it is started until it is closed. */
public final class WebServer implements AutoCloseable {

    private static final String ANY = "<any>";
    private static final String EVERYTHING = "/" + ANY;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int BURST = 5;

    private final InetSocketAddress address;
    private final Javalin javalin;

    /**
     * What a server is made of.
     *
     * @param address where it listens; port 0 for any that is free
     * @param proxies the addresses whose word on who asks is taken
     * @param language in which people are answered who name none
     * @param limits how much it takes
     */
    public record Manner(InetSocketAddress address, Set<String> proxies, Locale language, WebLimits limits) {

        /** Copies the proxies. */
        public Manner {
            proxies = Set.copyOf(proxies);
        }
    }

    /**
     * A server that does not listen yet.
     *
     * @param guests who answer below {@value Guests#PATH}
     * @throws MilesbotException of kind CONFIGURATION if two endpoints are the same
     */
    public WebServer(
            Manner manner, List<Endpoint> endpoints, Guests guests, Framing framing, Traffic traffic, Clock clock) {
        address = manner.address();
        WebLimits limits = manner.limits();
        Serving.House house = new Serving.House(
                new Asking(new Addresses(manner.proxies()), new Languages(manner.language()), clock),
                framing,
                new Failures(framing),
                new Replies(Ticker.systemTicker()),
                new RateLimit(BURST * limits.perSecond(), limits.perSecond(), Duration.ofSeconds(1)),
                traffic);
        javalin = Javalin.create(config -> {
            configure(config, manner);
            endpoints.forEach(endpoint -> listen(config, endpoint, house));
            host(config, guests, house);
            nothingElse(config, house);
        });
    }

    private static void listen(JavalinConfig config, Endpoint endpoint, Serving.House house) {
        listen(config, endpoint.method(), endpoint.path(), new Serving(endpoint, house));
    }

    private static void listen(JavalinConfig config, WebMethod method, String path, Handler handler) {
        types(method).forEach(type -> config.routes.addHttpHandler(type, path, handler));
    }

    private static void host(JavalinConfig config, Guests guests, Serving.House house) {
        for (WebMethod method : WebMethod.values()) {
            Hosting hosting = new Hosting(method, guests, house, nothing(method, house));
            listen(config, method, Guests.PATH + ANY, hosting);
        }
    }

    private static Serving nothing(WebMethod method, Serving.House house) {
        Text sentence = Text.of(WebServer.class, "nothing");
        Endpoint.Handler handler = call -> Answer.of(new WebReply.Failure(HttpStatus.NOT_FOUND_404, sentence));
        return new Serving(Endpoint.personal(method, "none", handler), house);
    }

    private static List<HandlerType> types(WebMethod method) {
        return switch (method) {
            case GET -> List.of(HandlerType.GET, HandlerType.HEAD);
            case POST -> List.of(HandlerType.POST);
        };
    }

    private static void configure(JavalinConfig config, Manner manner) {
        WebLimits limits = manner.limits();
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = WebLimits.FORM_BYTES;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = threads(limits);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(HEADER_BYTES);
        });
        config.jetty.addConnector((server, http) -> connector(server, http, manner));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new Unparsed());
            server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        });
    }

    private static QueuedThreadPool threads(WebLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(limits.threads(), Math.min(4, limits.threads()));
        threads.setName("web");
        return threads;
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, Manner manner) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(manner.address().getHostString());
        connector.setPort(manner.address().getPort());
        connector.setIdleTimeout(manner.limits().idle().toMillis());
        connector.addBean(new SlowClients(server.getScheduler(), manner.limits().request()));
        return connector;
    }

    /** What is asked for in vain, and in ways that there are not. */
    private static void nothingElse(JavalinConfig config, Serving.House house) {
        for (WebMethod method : WebMethod.values()) {
            listen(config, method, EVERYTHING, nothing(method, house));
        }
        Endpoint.Handler wrong = call ->
                Answer.of(new WebReply.Failure(HttpStatus.METHOD_NOT_ALLOWED_405, Text.of(WebServer.class, "method")));
        Serving refusing = new Serving(Endpoint.personal(WebMethod.GET, "none", wrong), house);
        for (HandlerType type : List.of(HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE)) {
            config.routes.addHttpHandler(type, EVERYTHING, refusing);
        }
        config.routes.addHttpHandler(HandlerType.OPTIONS, EVERYTHING, refusing::permit);
    }

    /**
     * Begins to listen.
     *
     * @return the port
     * @throws MilesbotException of kind CONFIGURATION if the port or the address cannot be had
     */
    public int start() {
        try {
            javalin.start();
            return javalin.port();
        } catch (JavalinBindException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION,
                    Text.of(WebServer.class, "bind", address.getHostString(), Integer.toString(address.getPort())),
                    e);
        }
    }

    /** Stops listening; what is being answered is finished first. */
    @Override
    public void close() {
        javalin.stop();
    }
}
