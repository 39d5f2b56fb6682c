package org.milesbot.notify.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that a chat got.
 *
 * @param messageId its number
 * @param chatId the chat
 * @param at when
 * @param isAcknowledged whether the whole answer was sent; if not, the sender cannot know that it arrived
 * @param request what was asked of the server
 */
public record Delivery(long messageId, long chatId, Instant at, boolean isAcknowledged, JsonNode request) {

    /** Its HTML. */
    public String html() {
        return request.has("text")
                ? request.path("text").asText()
                : request.path("caption").asText();
    }

    /** Its text as it is seen. */
    public String seen() {
        return BotHtml.seen(html());
    }

    /** The file in it, such as {@code photo}, or nothing. */
    public byte[] file(String field) {
        return Base64.getDecoder().decode(request.path(field).path("base64").asText());
    }

    /** What stands on its buttons, in order. */
    public List<String> labels() {
        return Markup.labels(request.path("reply_markup"));
    }

    /** Whether it came without a sound. */
    public boolean isSilent() {
        return request.path("disable_notification").asBoolean(false);
    }

    /** The number of the message that it answers, or null. */
    public @Nullable Long answers() {
        JsonNode number = request.path("reply_parameters").path("message_id");
        return number.isMissingNode() ? null : number.asLong();
    }

    /** The data of its buttons, or their addresses, in order. */
    public List<String> buttons() {
        return Markup.buttons(request.path("reply_markup"));
    }
}
