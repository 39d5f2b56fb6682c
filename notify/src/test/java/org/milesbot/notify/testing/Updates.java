package org.milesbot.notify.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** What people said that the bot has not fetched, as Telegram keeps it: asking from a number on forgets all before it. */
final class Updates {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 100;

    private final TreeMap<Long, ObjectNode> waiting = new TreeMap<>();
    private long last = 1_000;

    synchronized long add(ObjectNode update) {
        last++;
        waiting.put(last, update.put("update_id", last));
        notifyAll();
        return last;
    }

    /** Waits for something to hand over, as long as it is asked to. */
    synchronized ArrayNode fetch(JsonNode request) {
        long offset = request.path("offset").asLong(0);
        waiting.headMap(offset, false).clear();
        long until = System.nanoTime() + request.path("timeout").asLong(0) * 1_000_000_000L;
        while (waiting.isEmpty() && System.nanoTime() < until) {
            try {
                wait(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        ArrayNode result = JSON.createArrayNode();
        waiting.values().stream().limit(MOST).forEach(result::add);
        return result;
    }

    /** Whether nothing waits to be fetched. */
    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }
}
