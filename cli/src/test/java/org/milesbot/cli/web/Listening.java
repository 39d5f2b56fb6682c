package org.milesbot.cli.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.milesbot.api.Bytes;
import org.milesbot.api.web.WebReply;
import org.milesbot.api.web.WebRequest;

/** A server that really listens, and ways to ask it. */
public final class Listening implements AutoCloseable {

    /** Frames that are hardly any. */
    static final Framing PLAIN = new Framing() {
        @Override
        public WebReply.Content page(WebReply.Page page, WebRequest request) {
            return WebReply.html("<main>" + page.html() + "</main>", page.freshFor());
        }

        @Override
        public WebReply.Content failure(WebReply.Failure failure, WebRequest request) {
            String sentence = failure.sentence().in(request.language());
            return new WebReply.Content(
                    failure.status(), "text/html; charset=utf-8", Bytes.of("<p>" + sentence + "</p>"), Duration.ZERO);
        }
    };

    private final WebServer server;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private Listening(WebServer server) {
        this.server = server;
        port = server.start();
    }

    /** On a port that is free, with frames that are hardly any. */
    public static Listening with(WebLimits limits, List<Endpoint> endpoints) {
        return with(limits, Set.of(), endpoints);
    }

    /** The same with frames of its own. */
    public static Listening with(WebLimits limits, List<Endpoint> endpoints, Framing framing) {
        return with(limits, Set.of(), endpoints, framing);
    }

    /** The same behind proxies. */
    public static Listening with(WebLimits limits, Set<String> proxies, List<Endpoint> endpoints) {
        return with(limits, proxies, endpoints, PLAIN);
    }

    private static Listening with(WebLimits limits, Set<String> proxies, List<Endpoint> endpoints, Framing framing) {
        return with(limits, proxies, endpoints, Guests.NONE, framing);
    }

    /** With nothing of its own. */
    static Listening with(Guests guests) {
        return with(WebLimits.DEFAULT, Set.of(), List.of(), guests, PLAIN);
    }

    private static Listening with(
            WebLimits limits, Set<String> proxies, List<Endpoint> endpoints, Guests guests, Framing framing) {
        WebServer.Manner manner = new WebServer.Manner(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                proxies,
                Locale.forLanguageTag("pt-BR"),
                limits);
        return new Listening(new WebServer(manner, endpoints, guests, framing, Traffic.UNCOUNTED, Clock.systemUTC()));
    }

    /** Where it listens. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Asks by GET. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a form. */
    public HttpResponse<String> post(String path, String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Asks in any way. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends what is not even HTTP, or only the beginning of it, and reads until the server ends the connection. */
    public String raw(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
