package org.milesbot.notify.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server on this machine that speaks the Bot API. It refuses what the Bot API refuses: HTML that does not fit together,
 * texts that are empty or too long, buttons that do nothing. Faults are those of {@code sendMessage}.
 */
public final class BotApiServer implements AutoCloseable {

    static {
        // Without it a keep-alive connection waits 40 ms for each answer; read when the first server of the process is
        // made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** A token that has the form of one. */
    public static final String TOKEN = "123456789:AAEfakeFAKEfakeFAKEfakeFAKEfakeFAKE0";

    private static final int LONGEST = 4_096;
    private static final int LONGEST_CAPTION = 1_024;
    private static final JsonMapper JSON = new JsonMapper();

    /** How many of what there were. */
    public record Counts(long calls, long delivered, long beyondLimits, long impatient) {}

    private record Reply(int status, String type, String body) {
        byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final String token;
    private final Clock clock = Clock.systemUTC();
    private final Mischief mischief = new Mischief();
    private final Updates updates = new Updates();
    private final Map<String, Queue<Fault>> ofMethods = new ConcurrentHashMap<>();
    private final Map<Long, Long> shutUntil = new ConcurrentHashMap<>();
    private final Map<Long, Queue<Delivery>> chats = new ConcurrentHashMap<>();
    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final Map<Long, Delivery> edits = new ConcurrentHashMap<>();
    private final Map<String, Queue<JsonNode>> calls = new ConcurrentHashMap<>();
    private final Map<String, Function<JsonNode, JsonNode>> methods = new ConcurrentHashMap<>();
    private final AtomicLong lastMessage = new AtomicLong();
    private final AtomicLong called = new AtomicLong();
    private final AtomicLong beyondLimits = new AtomicLong();
    private final AtomicLong impatient = new AtomicLong();
    private volatile @Nullable Gate gate;
    private volatile Consumer<Delivery> journal = delivery -> {};

    private BotApiServer(InetSocketAddress address, String token) throws IOException {
        this.token = token;
        server = HttpServer.create(address, 1_024);
        threads = Executors.newCachedThreadPool(BotApiServer::daemon);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        ObjectNode bot = JSON.createObjectNode().put("id", 123_456_789).put("is_bot", true);
        bot.put("first_name", "milesbot").put("username", "milesbot_test_bot");
        on("getMe", request -> bot);
        on("getUpdates", updates::fetch);
        for (String method : List.of(
                "answerCallbackQuery", "deleteMessage", "deleteWebhook", "sendChatAction", "setMyCommands", "logOut")) {
            on(method, request -> JSON.getNodeFactory().booleanNode(true));
        }
        on(
                "editMessageReplyMarkup",
                request -> message(request, request.path("message_id").asLong()));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "bot-api");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts one on a free port, for the bot of {@link #TOKEN}. */
    public static BotApiServer start() {
        return start(0, TOKEN);
    }

    /** Starts one on a port, 0 for a free one. */
    public static BotApiServer start(int port, String token) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), token);
    }

    /** Starts one that listens elsewhere than on this machine's own address; with port 0 on a free one. */
    public static BotApiServer start(InetSocketAddress address, String token) {
        try {
            BotApiServer started = new BotApiServer(address, token);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("no server on " + address, e);
        }
    }

    /** Where it is. */
    public URI url() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    /** The next messages to a chat meet these faults, one each; those after them none. */
    public void next(long chatId, Fault... faults) {
        mischief.next(chatId, List.of(faults));
    }

    /** The next messages to whichever chat meet these faults, one each. */
    public void next(Fault... faults) {
        mischief.next(List.of(faults));
    }

    /** All messages to a chat meet this fault. */
    public void always(long chatId, Fault fault) {
        mischief.always(chatId, fault);
    }

    /** A share of all messages meets one of these faults. */
    public void byChance(double share, long seed, Fault... faults) {
        mischief.byChance(share, seed, List.of(faults));
    }

    /** From now on messages beyond these limits are answered with 429, and a whole number of seconds to wait. */
    public void enforce(Limits limits) {
        gate = new Gate(limits, System::nanoTime);
    }

    /** Hears of each delivery before the answer is sent. */
    public void journal(Consumer<Delivery> listener) {
        journal = listener;
    }

    /** The next calls of a method other than {@code sendMessage} meet these faults, one each; nothing is done for them. */
    public void nextOf(String method, Fault... faults) {
        ofMethods
                .computeIfAbsent(method.toLowerCase(Locale.ROOT), name -> new ConcurrentLinkedQueue<>())
                .addAll(List.of(faults));
    }

    /** Answers a method, whatever its case, with the {@code result} that the function makes of the request. */
    public void on(String method, Function<JsonNode, JsonNode> result) {
        methods.put(method.toLowerCase(Locale.ROOT), result);
    }

    /** Somebody says or does something; {@link Sayings} has what. Returns its number. */
    public long happens(ObjectNode update) {
        return updates.add(update);
    }

    /** Whether the bot has fetched all that happened. */
    public boolean isFetched() {
        return updates.isEmpty();
    }

    /** A message as it is seen now, after all changes to it. */
    public Delivery shown(long messageId) {
        return deliveries.stream()
                .filter(delivery -> delivery.messageId() == messageId)
                .map(delivery -> edits.getOrDefault(messageId, delivery))
                .findFirst()
                .orElseThrow();
    }

    /** What chats got, in order. */
    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** What a chat got, in order. */
    public List<Delivery> deliveries(long chatId) {
        return List.copyOf(chats.getOrDefault(chatId, new ConcurrentLinkedQueue<>()));
    }

    /** What was asked of a method, in order, whether it was granted or not. */
    public List<JsonNode> calls(String method) {
        return List.copyOf(calls.getOrDefault(method.toLowerCase(Locale.ROOT), new ConcurrentLinkedQueue<>()));
    }

    /** How many calls came, how many messages were delivered, how many were beyond limits, how many came before a wait was over. */
    public Counts counts() {
        return new Counts(called.get(), lastMessage.get(), beyondLimits.get(), impatient.get());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            called.incrementAndGet();
            String[] path = exchange.getRequestURI().getPath().split("/", 3);
            JsonNode request = request(exchange);
            if (path.length < 3 || !path[1].startsWith("bot")) {
                send(exchange, refusal(404, "Not Found"));
            } else if (!path[1].equals("bot" + token)) {
                send(exchange, refusal(401, "Unauthorized"));
            } else {
                answer(exchange, path[2].toLowerCase(Locale.ROOT), request);
            }
        }
    }

    private static JsonNode request(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            byte[] bytes = body.readAllBytes();
            String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
            if (type.startsWith("multipart/")) {
                return Multipart.read(type, bytes);
            }
            return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        }
    }

    private void answer(HttpExchange exchange, String method, JsonNode request) throws IOException {
        calls.computeIfAbsent(method, name -> new ConcurrentLinkedQueue<>()).add(request);
        Function<JsonNode, JsonNode> result = methods.get(method);
        Fault fault =
                ofMethods.getOrDefault(method, new ConcurrentLinkedQueue<>()).poll();
        if (fault != null) {
            misbehave(exchange, fault, 0, request);
        } else if (method.equals("sendmessage")) {
            sendMessage(exchange, request);
        } else if (method.equals("editmessagetext")) {
            send(exchange, edited(request));
        } else if (method.equals("sendphoto") || method.equals("senddocument")) {
            send(exchange, file(method.substring("send".length()), request));
        } else {
            send(exchange, result == null ? refusal(404, "Not Found") : granted(result.apply(request)));
        }
    }

    private void sendMessage(HttpExchange exchange, JsonNode request) throws IOException {
        long chatId = request.path("chat_id").asLong();
        String wrong = wrong(request);
        Duration shut = shut(chatId);
        if (wrong != null) {
            send(exchange, refusal(400, "Bad Request: " + wrong));
        } else if (shut.isZero()) {
            Fault fault = mischief.take(chatId);
            if (fault == null) {
                send(exchange, granted(message(request, deliver(chatId, request, true))));
            } else {
                misbehave(exchange, fault, chatId, request);
            }
        } else {
            send(exchange, slowDown(seconds(shut)));
        }
    }

    private Reply edited(JsonNode request) {
        long number = request.path("message_id").asLong();
        long chatId = request.path("chat_id").asLong();
        String wrong = wrong(request);
        Delivery before = deliveries(chatId).stream()
                .filter(delivery -> delivery.messageId() == number)
                .findFirst()
                .map(delivery -> edits.getOrDefault(number, delivery))
                .orElse(null);
        if (wrong != null || before == null) {
            return refusal(400, "Bad Request: " + (wrong == null ? "message to edit not found" : wrong));
        }
        Delivery after = new Delivery(number, chatId, clock.instant(), true, request);
        if (before.html().equals(after.html())
                && before.buttons().equals(after.buttons())
                && before.labels().equals(after.labels())) {
            return refusal(400, "Bad Request: message is not modified");
        }
        edits.put(number, after);
        journal.accept(after);
        return granted(message(request, number));
    }

    private Reply file(String field, JsonNode request) {
        String caption = request.path("caption").asText();
        String fault = BotHtml.fault(caption);
        if (request.path(field).isMissingNode() || fault != null) {
            return refusal(400, "Bad Request: " + (fault == null ? "there is no " + field : fault));
        }
        if (BotHtml.seen(caption).length() > LONGEST_CAPTION) {
            return refusal(400, "Bad Request: message caption is too long");
        }
        return granted(message(request, deliver(request.path("chat_id").asLong(), request, true)));
    }

    private static @Nullable String wrong(JsonNode request) {
        if (request.path("chat_id").asLong() == 0) {
            return "chat_id is empty";
        }
        String text = request.path("text").asText();
        boolean isHtml = request.path("parse_mode").asText().equalsIgnoreCase("html");
        String fault = isHtml ? BotHtml.fault(text) : null;
        if (fault != null) {
            return "can't parse entities: " + fault;
        }
        String seen = isHtml ? BotHtml.seen(text) : text;
        if (seen.isBlank()) {
            return "message text is empty";
        }
        return seen.length() > LONGEST ? "message is too long" : Markup.fault(request.path("reply_markup"));
    }

    /** How long nothing is taken for a chat. */
    private Duration shut(long chatId) {
        long left = shutUntil.getOrDefault(chatId, Long.MIN_VALUE);
        long now = System.nanoTime();
        if (left != Long.MIN_VALUE && left - now > 0) {
            impatient.incrementAndGet();
            return Duration.ofNanos(left - now);
        }
        Gate limited = gate;
        Duration missing = limited == null ? Duration.ZERO : limited.pass(chatId);
        if (!missing.isZero()) {
            beyondLimits.incrementAndGet();
        }
        return missing;
    }

    private static int seconds(Duration wait) {
        return (int) Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    private long deliver(long chatId, JsonNode request, boolean isAcknowledged) {
        Delivery delivery =
                new Delivery(lastMessage.incrementAndGet(), chatId, clock.instant(), isAcknowledged, request);
        deliveries.add(delivery);
        chats.computeIfAbsent(chatId, id -> new ConcurrentLinkedQueue<>()).add(delivery);
        journal.accept(delivery);
        return delivery.messageId();
    }

    private void misbehave(HttpExchange exchange, Fault fault, long chatId, JsonNode request) throws IOException {
        if (fault instanceof Fault.SlowDown slowDown) {
            Integer seconds = slowDown.retryAfter();
            if (seconds != null) {
                shutUntil.put(
                        chatId, System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
            }
            send(exchange, slowDown(seconds));
        } else if (fault instanceof Fault.Refusal refusal) {
            send(exchange, refusal(refusal.code(), refusal.description()));
        } else if (fault instanceof Fault.Migrated migrated) {
            send(exchange, migrated(migrated.newChatId()));
        } else if (fault instanceof Fault.Page page) {
            send(exchange, new Reply(page.status(), "text/html", "<html><h1>" + page.status() + "</h1></html>"));
        } else if (fault instanceof Fault.Slow slow) {
            Reply late = granted(message(request, deliver(chatId, request, true)));
            if (waited(slow.delay())) {
                send(exchange, late);
            }
        } else if (fault instanceof Fault.Cut cut) {
            cut(exchange, cut, chatId, request);
        }
    }

    private void cut(HttpExchange exchange, Fault.Cut cut, long chatId, JsonNode request) throws IOException {
        long number = cut.isDelivered() ? deliver(chatId, request, false) : lastMessage.get() + 1;
        if (cut.isMidAnswer()) {
            byte[] whole = granted(message(request, number)).bytes();
            exchange.sendResponseHeaders(200, whole.length);
            OutputStream body = exchange.getResponseBody();
            body.write(whole, 0, whole.length / 2);
            body.flush();
        }
    }

    private static boolean waited(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ObjectNode message(JsonNode request, long number) {
        long chatId = request.path("chat_id").asLong();
        ObjectNode message = JSON.createObjectNode().put("message_id", number);
        message.put("date", clock.instant().getEpochSecond());
        message.putObject("chat").put("id", chatId).put("type", chatId < 0 ? "supergroup" : "private");
        return message.put("text", request.path("text").asText());
    }

    private static Reply granted(JsonNode result) {
        return json(200, JSON.createObjectNode().put("ok", true).set("result", result));
    }

    private static Reply refusal(int code, String description) {
        return json(code, failure(code, description));
    }

    private static ObjectNode failure(int code, String description) {
        return JSON.createObjectNode().put("ok", false).put("error_code", code).put("description", description);
    }

    private static Reply slowDown(@Nullable Integer seconds) {
        ObjectNode failure = failure(429, "Too Many Requests: retry after " + seconds);
        if (seconds != null) {
            failure.putObject("parameters").put("retry_after", seconds);
        }
        return json(429, failure);
    }

    private static Reply migrated(long newChatId) {
        ObjectNode failure = failure(400, "Bad Request: group chat was upgraded to a supergroup chat");
        failure.putObject("parameters").put("migrate_to_chat_id", newChatId);
        return json(400, failure);
    }

    private static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json", body.toString());
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.bytes();
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
