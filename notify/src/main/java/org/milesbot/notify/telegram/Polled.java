package org.milesbot.notify.telegram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Asks for updates, and hands them over before the library has seen them: one that it could not parse would come again and
 * again, and one whose keeping failed would never come again.
 */
final class Polled extends GetUpdates {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> WANTED = List.of("message", "edited_message", "callback_query", "my_chat_member");
    private static final int MOST = 100;
    private static final int LONGEST = 256 * 1024;

    @JsonIgnore
    private final transient Consumer<List<RawUpdate>> consumer;

    Polled(long next, int seconds, Consumer<List<RawUpdate>> consumer) {
        super(Math.toIntExact(next), MOST, seconds, WANTED);
        this.consumer = consumer;
    }

    // The library's signature.
    @SuppressWarnings("NonApiType")
    @Override
    public ArrayList<Update> deserializeResponse(String body) throws TelegramApiRequestException {
        consumer.accept(updates(body));
        return new ArrayList<>();
    }

    private static List<RawUpdate> updates(String body) throws TelegramApiRequestException {
        try {
            JsonNode answer = JSON.readTree(body);
            if (!answer.path("ok").asBoolean() || !answer.path("result").isArray()) {
                throw new TelegramApiRequestException("not an answer of the Bot API");
            }
            List<RawUpdate> updates = new ArrayList<>();
            for (JsonNode update : answer.path("result")) {
                String json = update.toString();
                updates.add(new RawUpdate(
                        update.path("update_id").asLong(),
                        Incoming.chatOf(update),
                        json.length() <= LONGEST ? json : "{}"));
            }
            return updates;
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("not an answer of the Bot API", e);
        }
    }
}
