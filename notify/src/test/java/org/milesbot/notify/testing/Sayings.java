package org.milesbot.notify.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** What people do in a chat, as Telegram tells the bot. */
public final class Sayings {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long DATE = 1_795_000_000;

    private Sayings() {}

    /** Somebody writes to the bot in private. */
    public static ObjectNode text(long person, String text) {
        return message(person, message -> message.put("text", text));
    }

    /** Somebody replies to a message. */
    public static ObjectNode reply(long person, long to, String text) {
        return message(person, message -> {
            message.put("text", text);
            message.putObject("reply_to_message").put("message_id", to).put("date", DATE);
        });
    }

    /** Somebody passes on what a channel wrote. */
    public static ObjectNode forwarded(long person, String text) {
        return message(person, message -> {
            message.put("text", text);
            message.putObject("forward_origin").put("type", "channel").put("date", DATE);
        });
    }

    /** Somebody changes what they wrote. */
    public static ObjectNode edited(long person, String text) {
        ObjectNode update = text(person, text);
        update.set("edited_message", update.remove("message"));
        return update;
    }

    /** Somebody sends something that is no text, such as {@code voice}, {@code sticker}, {@code photo} or {@code location}. */
    public static ObjectNode thing(long person, String field) {
        return message(person, message -> message.putObject(field).put("file_id", "x"));
    }

    /** Somebody writes in a group. */
    public static ObjectNode inGroup(long group, long person, String text) {
        return message(person, message -> {
            message.put("text", text);
            message.putObject("chat").put("id", group).put("type", "supergroup").put("title", "Milhas");
        });
    }

    /** Somebody presses a button below a message. */
    public static ObjectNode pressed(long person, long messageId, String data) {
        return pressed(person, person, messageId, data);
    }

    /** Somebody presses a button below a message of a chat. */
    public static ObjectNode pressed(long chat, long person, long messageId, String data) {
        ObjectNode update = JSON.createObjectNode();
        ObjectNode query = update.putObject("callback_query");
        query.put("id", "press-" + messageId + "-" + data)
                .put("chat_instance", "1")
                .put("data", data);
        from(query.putObject("from"), person);
        ObjectNode message =
                query.putObject("message").put("message_id", messageId).put("date", DATE);
        message.putObject("chat").put("id", chat).put("type", chat < 0 ? "supergroup" : "private");
        return update;
    }

    /** Somebody blocks the bot, or lets it in again. */
    public static ObjectNode membership(long person, String status) {
        ObjectNode update = JSON.createObjectNode();
        ObjectNode change = update.putObject("my_chat_member").put("date", DATE);
        change.putObject("chat").put("id", person).put("type", "private");
        from(change.putObject("from"), person);
        change.putObject("new_chat_member").put("status", status);
        return update;
    }

    /** Somebody whose Telegram speaks another language. */
    public static ObjectNode speaking(ObjectNode update, String language) {
        ((ObjectNode) update.path("message").path("from")).put("language_code", language);
        return update;
    }

    private static ObjectNode message(long person, Consumer<ObjectNode> rest) {
        ObjectNode update = JSON.createObjectNode();
        ObjectNode message =
                update.putObject("message").put("message_id", 900_000 + person).put("date", DATE);
        from(message.putObject("from"), person);
        message.putObject("chat").put("id", person).put("type", "private");
        rest.accept(message);
        return update;
    }

    private static void from(ObjectNode from, long person) {
        from.put("id", person).put("is_bot", false).put("first_name", "Ana").put("language_code", "pt-br");
    }
}
