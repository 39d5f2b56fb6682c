package org.milesbot.notify.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server on this machine that speaks as an OpenAI-compatible chat endpoint does, and answers as it is told to. It refuses
 * a wrong key, a model that it does not have, and tools whose schemas are none; what it was asked can be looked at.
 */
public final class ChatServer implements AutoCloseable {

    static {
        // Without it a keep-alive connection waits 40 ms for each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** A key that has the form of one. */
    public static final String KEY = "sk-fake0fake0fake0fake0fake0fake0fake0fake0";

    /** The model that it has. */
    public static final String MODEL = "modelo-de-teste";

    /** What every answer says that it cost. */
    public static final int TOKENS_IN = 1_200;

    /** The same of what was answered. */
    public static final int TOKENS_OUT = 34;

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(ChatServer::daemon);
    private final @Nullable String key;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<ChatAnswer> script = new ConcurrentLinkedQueue<>();
    private final Queue<ChatRequest> seen = new ConcurrentLinkedQueue<>();
    private volatile Function<ChatRequest, ChatAnswer> always = request -> new ChatAnswer.Says("Não entendi.");

    private ChatServer(@Nullable String key) throws IOException {
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "chat-server");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts one on a free port that wants to see {@link #KEY}. */
    public static ChatServer start() {
        return started(KEY);
    }

    /** Starts one on a free port that wants no key, as servers on one's own machine do. */
    public static ChatServer startWithoutKey() {
        return started(null);
    }

    private static ChatServer started(@Nullable String key) {
        try {
            ChatServer started = new ChatServer(key);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("no server", e);
        }
    }

    /** Its base address, without {@code /chat/completions}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** The next requests are answered so, one each. */
    public void next(ChatAnswer... answers) {
        script.addAll(List.of(answers));
    }

    /** Requests for which there is no next answer are answered so. */
    public void always(Function<ChatRequest, ChatAnswer> answer) {
        always = answer;
    }

    /** What came, in order, whether it was taken or not. */
    public List<ChatRequest> seen() {
        return List.copyOf(seen);
    }

    /** Waits until so many requests have come. */
    public void awaitSeen(int requests) throws InterruptedException {
        synchronized (seen) {
            while (seen.size() < requests) {
                seen.wait();
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ChatRequest request = request(exchange);
            synchronized (seen) {
                seen.add(request);
                seen.notifyAll();
            }
            ChatAnswer refused = refusal(request);
            ChatAnswer next = refused != null ? refused : script.poll();
            answer(exchange, next != null ? next : always.apply(request));
        }
    }

    private static ChatRequest request(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            return new ChatRequest(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    JSON.readTree(body.readAllBytes()));
        }
    }

    private @Nullable ChatAnswer refusal(ChatRequest request) {
        if (!request.path().equals("/v1/chat/completions")) {
            return ChatAnswer.error(404);
        }
        if (key != null && !("Bearer " + key).equals(request.authorization())) {
            String told = "Incorrect API key provided: " + request.authorization();
            return new ChatAnswer.Raw(401, Map.of(), "{\"error\":{\"message\":\"" + told + "\"}}");
        }
        if (!request.body().path("model").asText().equals(MODEL)) {
            return ChatAnswer.error(404);
        }
        return request.fault() == null ? null : ChatAnswer.error(400);
    }

    private void answer(HttpExchange exchange, ChatAnswer answer) throws IOException {
        if (answer instanceof ChatAnswer.Calls calls) {
            send(exchange, completion(message(calls.calls()), "tool_calls"));
        } else if (answer instanceof ChatAnswer.Says says) {
            ObjectNode message =
                    JSON.createObjectNode().put("role", "assistant").put("content", says.words());
            send(exchange, completion(message, "stop"));
        } else if (answer instanceof ChatAnswer.Raw raw) {
            send(exchange, raw);
        } else if (answer instanceof ChatAnswer.Hangs hangs) {
            hang(exchange, hangs.begins());
        } else {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"choices\":".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ObjectNode message(List<ChatAnswer.Call> calls) {
        ObjectNode message = JSON.createObjectNode().put("role", "assistant").putNull("content");
        ArrayNode list = message.putArray("tool_calls");
        for (ChatAnswer.Call call : calls) {
            list.addObject()
                    .put("id", "call_" + list.size())
                    .put("type", "function")
                    .putObject("function")
                    .put("name", call.tool())
                    .put("arguments", call.arguments());
        }
        return message;
    }

    private static ChatAnswer.Raw completion(ObjectNode message, String reason) {
        ObjectNode body = JSON.createObjectNode();
        body.put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", MODEL);
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
        choice.set("message", message);
        choice.put("finish_reason", reason);
        body.putObject("usage")
                .put("prompt_tokens", TOKENS_IN)
                .put("completion_tokens", TOKENS_OUT)
                .put("total_tokens", TOKENS_IN + TOKENS_OUT);
        return new ChatAnswer.Raw(200, Map.of("Content-Type", "application/json"), body.toString());
    }

    private static void send(HttpExchange exchange, ChatAnswer.Raw raw) throws IOException {
        byte[] bytes = raw.body().getBytes(StandardCharsets.UTF_8);
        raw.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(raw.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void hang(HttpExchange exchange, boolean begins) throws IOException {
        if (begins) {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        }
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
