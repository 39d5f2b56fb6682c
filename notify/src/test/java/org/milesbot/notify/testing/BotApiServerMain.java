package org.milesbot.notify.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The server as a process of its own, until it is killed. It prints its address as the first line of its output, and its
 * counts as the last one if it may end in peace. Options, each with a value:
 *
 * <pre>
 * --port 8081       the port; a free one if left out
 * --token 1:abc     the bot's token
 * --log FILE        one line of JSON for each delivery, written before it is answered
 * --fail 5%         the share of messages that meets a fault
 * --faults a,b      which: slow_down page lost cut_after cut_middle slow; all if left out
 * --seed 1          what chance begins with
 * --limits 20       hold to the usual limits, in a world so many times as fast
 * </pre>
 */
public final class BotApiServerMain {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TEXT = 120;
    private static final Map<String, Fault> FAULTS = Map.of(
            "slow_down", new Fault.SlowDown(1),
            "page", new Fault.Page(502),
            "lost", new Fault.Cut(false, false),
            "cut_after", new Fault.Cut(true, false),
            "cut_middle", new Fault.Cut(true, true),
            "slow", new Fault.Slow(Duration.ofMillis(300)));

    private BotApiServerMain() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = options(Arrays.asList(arguments).iterator());
        BotApiServer server = BotApiServer.start(
                Integer.parseInt(options.getOrDefault("--port", "0")),
                options.getOrDefault("--token", BotApiServer.TOKEN));
        if (options.containsKey("--limits")) {
            server.enforce(Limits.usual().faster(Double.parseDouble(options.get("--limits"))));
        }
        if (options.containsKey("--fail")) {
            server.byChance(
                    Double.parseDouble(options.get("--fail").replace("%", "")) / 100,
                    Long.parseLong(options.getOrDefault("--seed", "0")),
                    faults(options.getOrDefault("--faults", String.join(",", FAULTS.keySet()))));
        }
        if (options.containsKey("--log")) {
            journal(server, Path.of(options.get("--log")));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(server.counts())));
        System.out.println(server.url());
        Thread.currentThread().join();
    }

    private static Map<String, String> options(Iterator<String> words) {
        List<String> known = List.of("--port", "--token", "--log", "--fail", "--faults", "--seed", "--limits");
        Map<String, String> options = new HashMap<>();
        while (words.hasNext()) {
            String name = words.next();
            if (!known.contains(name) || !words.hasNext()) {
                throw new IllegalArgumentException(name + " is none of " + known + ", or has no value");
            }
            options.put(name, words.next());
        }
        return options;
    }

    private static Fault[] faults(String names) {
        return Arrays.stream(names.split(","))
                .sorted()
                .map(BotApiServerMain::fault)
                .toArray(Fault[]::new);
    }

    private static Fault fault(String name) {
        Fault fault = FAULTS.get(name);
        if (fault == null) {
            throw new IllegalArgumentException(name + " is none of " + FAULTS.keySet());
        }
        return fault;
    }

    private static void journal(BotApiServer server, Path file) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        server.journal(delivery -> write(writer, line(delivery)));
    }

    private static void write(BufferedWriter writer, String line) {
        synchronized (writer) {
            try {
                writer.write(line);
                writer.newLine();
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("the log cannot be written", e);
            }
        }
    }

    /** Its buttons tell which alert a message was. */
    static String line(Delivery delivery) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", delivery.at().toString());
        line.put("chat", delivery.chatId());
        line.put("message", delivery.messageId());
        line.put("acknowledged", delivery.isAcknowledged());
        ArrayNode buttons = line.putArray("buttons");
        delivery.buttons().forEach(buttons::add);
        String text = delivery.html();
        return line.put("text", text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                .toString();
    }
}
