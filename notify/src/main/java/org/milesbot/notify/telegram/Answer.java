package org.milesbot.notify.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.milesbot.api.notify.Receipt;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * What the Bot API says to a message: only what decides, so that a field nobody knows yet, or a date out of range, does not
 * make a failure of a message that arrived.
 */
record Answer(
        boolean isOk, long messageId, String username, int code, String description, long retryAfter, long newChatId)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration UNTOLD_WAIT = Duration.ofSeconds(5);
    private static final long LONGEST_WAIT = Duration.ofDays(1).toSeconds();

    /** Of a 400: the chat takes nothing from this bot, whatever it is; the message is not to blame. */
    private static final List<String> CHAT_IS_CLOSED = List.of(
            "chat not found",
            "chat_write_forbidden",
            "group chat was deactivated",
            "group chat was upgraded",
            "have no rights to send",
            "need administrator rights in the channel",
            "not enough rights to send",
            "peer_id_invalid",
            "topic_closed",
            "topic_deleted",
            "user is deactivated",
            "user not found");

    /** Reads what was answered; nothing if it is not an answer of the Bot API. */
    static Optional<Answer> of(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (!answer.path("ok").isBoolean()) {
                return Optional.empty();
            }
            JsonNode parameters = answer.path("parameters");
            return Optional.of(new Answer(
                    answer.path("ok").booleanValue(),
                    answer.path("result").path("message_id").asLong(0),
                    answer.path("result").path("username").asText(""),
                    answer.path("error_code").asInt(0),
                    answer.path("description").asText(""),
                    parameters.path("retry_after").asLong(0),
                    parameters.path("migrate_to_chat_id").asLong(0)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What the library read of a refusal. */
    static Answer refusal(TelegramApiRequestException refused) {
        ResponseParameters parameters = refused.getParameters();
        Integer retryAfter = parameters == null ? null : parameters.getRetryAfter();
        Long newChatId = parameters == null ? null : parameters.getMigrateToChatId();
        return new Answer(
                false,
                0,
                "",
                refused.getErrorCode(),
                String.valueOf(refused.getApiResponse()),
                retryAfter == null ? 0 : retryAfter,
                newChatId == null ? 0 : newChatId);
    }

    /** How sending a message ended. */
    Receipt receipt(Scrubber scrubber) {
        return isOk && messageId <= 0 ? new Receipt.Unreachable("an answer without a message_id") : outcome(scrubber);
    }

    /** How any call ended; the number is 0 where there is no message. */
    Receipt outcome(Scrubber scrubber) {
        if (isOk) {
            return new Receipt.Sent(messageId);
        }
        String words = scrubber.scrubbed(description);
        String reason = code + " " + words;
        return switch (code) {
            case 400 -> badRequest(reason);
            case 401, 404 -> new Receipt.Locked(reason);
            case 403 -> new Receipt.Gone(reason);
            case 408, 409, 425 -> new Receipt.Unreachable(reason);
            case 429 -> new Receipt.SlowDown(waiting(retryAfter));
            default -> code > 400 && code < 500 ? new Receipt.Refused(reason) : new Receipt.Unreachable(reason);
        };
    }

    private Receipt badRequest(String reason) {
        if (newChatId != 0) {
            return new Receipt.Moved(newChatId);
        }
        String lower = description.toLowerCase(Locale.ROOT);
        return CHAT_IS_CLOSED.stream().anyMatch(lower::contains)
                ? new Receipt.Gone(reason)
                : new Receipt.Refused(reason);
    }

    private static Duration waiting(long seconds) {
        return seconds <= 0 ? UNTOLD_WAIT : Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT));
    }
}
