package org.milesbot.notify.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * What came from Telegram: of an update only what decides, so that a field nobody knows yet does not make it unreadable.
 * What is written never throws when it is read.
 */
public sealed interface Incoming {

    /** Where it was said. */
    record Chat(long id, boolean isPrivate) {}

    /**
     * Who said it.
     *
     * @param name what they call themselves, as it came from outside
     * @param language the language of their Telegram, such as {@code pt-br}, or empty
     */
    record Person(long id, String name, String language, boolean isBot) {}

    /** What sort of message it is. */
    enum Sort {
        /** Text that was written here. */
        TEXT,
        /** Text that was written before and is changed now. */
        EDITED,
        /** Something from elsewhere, with text. */
        FORWARDED,
        /** A picture, a film or a file, with or without text below it. */
        MEDIA,
        /** Somebody speaking. */
        VOICE,
        /** A sticker. */
        STICKER,
        /** Anything else: a place, a poll, that someone came. */
        OTHER
    }

    /**
     * A message.
     *
     * @param text its text, or what stands below its picture; may be empty
     * @param answers the number of the message that it is a reply to, or null
     */
    record Said(
            Chat chat,
            Person person,
            long messageId,
            Sort sort,
            String text,
            @Nullable Long answers) implements Incoming {}

    /**
     * A button was pressed.
     *
     * @param id by which the press is acknowledged
     * @param messageId the message that the button is below, or null if it is too old to be known
     * @param data what the button says
     */
    record Pressed(
            Chat chat, Person person, String id, @Nullable Long messageId, String data) implements Incoming {}

    /**
     * The bot was let into a chat, or shut out of it.
     *
     * @param isMember whether it may write there now
     */
    record Membership(Chat chat, Person person, boolean isMember) implements Incoming {}

    /** Nothing that the bot has to do with, or nothing that can be read. */
    record Nothing() implements Incoming {}

    /** Reads an update. */
    static Incoming of(String update) {
        try {
            return Reader.read(Reader.JSON.readTree(update));
        } catch (JsonProcessingException e) {
            return new Nothing();
        }
    }

    /** The chat that an update comes from, or null. */
    static @Nullable Long chatOf(JsonNode update) {
        Incoming incoming = Reader.read(update);
        if (incoming instanceof Said said) {
            return said.chat().id();
        }
        if (incoming instanceof Pressed pressed) {
            return pressed.chat().id();
        }
        return incoming instanceof Membership membership ? membership.chat().id() : null;
    }

    /** Reads the fields. */
    final class Reader {

        private static final JsonMapper JSON = new JsonMapper();
        private static final int LONGEST = 16_384;

        private Reader() {}

        private static Incoming read(JsonNode update) {
            if (update.path("message").isObject()) {
                return said(update.path("message"), false);
            }
            if (update.path("edited_message").isObject()) {
                return said(update.path("edited_message"), true);
            }
            if (update.path("callback_query").isObject()) {
                return pressed(update.path("callback_query"));
            }
            return update.path("my_chat_member").isObject() ? membership(update.path("my_chat_member")) : new Nothing();
        }

        private static Incoming said(JsonNode message, boolean isEdited) {
            Chat chat = chat(message.path("chat"));
            Person person = person(message.path("from"));
            if (chat == null || person == null) {
                return new Nothing();
            }
            String text = text(message, "text").isEmpty() ? text(message, "caption") : text(message, "text");
            JsonNode answered = message.path("reply_to_message").path("message_id");
            return new Said(
                    chat,
                    person,
                    message.path("message_id").asLong(),
                    isEdited ? Sort.EDITED : sort(message),
                    text,
                    answered.canConvertToLong() ? answered.asLong() : null);
        }

        private static Sort sort(JsonNode message) {
            if (message.has("voice") || message.has("audio") || message.has("video_note")) {
                return Sort.VOICE;
            }
            if (message.has("sticker")) {
                return Sort.STICKER;
            }
            boolean hasWords = message.has("text") || message.has("caption");
            if (hasWords && (message.has("forward_origin") || message.has("forward_date"))) {
                return Sort.FORWARDED;
            }
            if (message.has("text")) {
                return Sort.TEXT;
            }
            return message.has("photo") || message.has("video") || message.has("document") || message.has("animation")
                    ? Sort.MEDIA
                    : Sort.OTHER;
        }

        private static Incoming pressed(JsonNode query) {
            Person person = person(query.path("from"));
            if (person == null || !query.path("data").isTextual()) {
                return new Nothing();
            }
            JsonNode message = query.path("message");
            Chat chat = chat(message.path("chat"));
            JsonNode number = message.path("message_id");
            return new Pressed(
                    chat == null ? new Chat(person.id(), true) : chat,
                    person,
                    query.path("id").asText(),
                    number.canConvertToLong() && number.asLong() > 0 ? number.asLong() : null,
                    text(query, "data"));
        }

        private static Incoming membership(JsonNode change) {
            Chat chat = chat(change.path("chat"));
            Person person = person(change.path("from"));
            String status = change.path("new_chat_member").path("status").asText();
            boolean isMember = !status.equals("kicked") && !status.equals("left");
            return chat == null || person == null || status.isEmpty()
                    ? new Nothing()
                    : new Membership(chat, person, isMember);
        }

        private static @Nullable Chat chat(JsonNode chat) {
            long id = chat.path("id").asLong();
            return id == 0 ? null : new Chat(id, chat.path("type").asText().equals("private"));
        }

        private static @Nullable Person person(JsonNode from) {
            long id = from.path("id").asLong();
            return id == 0
                    ? null
                    : new Person(
                            id,
                            text(from, "first_name"),
                            text(from, "language_code"),
                            from.path("is_bot").asBoolean());
        }

        private static String text(JsonNode object, String field) {
            String text = object.path(field).asText("");
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        }
    }
}
