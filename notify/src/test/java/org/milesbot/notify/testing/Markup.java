package org.milesbot.notify.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buttons below a message, as the Bot API looks at them. */
final class Markup {

    private static final int MOST_BYTES = 64;

    private Markup() {}

    /** What stands on each. */
    static List<String> labels(JsonNode markup) {
        List<String> labels = new ArrayList<>();
        markup.path("inline_keyboard")
                .forEach(row ->
                        row.forEach(button -> labels.add(button.path("text").asText())));
        return List.copyOf(labels);
    }

    /** What each does: its data, or its address. */
    static List<String> buttons(JsonNode markup) {
        List<String> buttons = new ArrayList<>();
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                buttons.add(
                        button.has("url")
                                ? button.path("url").asText()
                                : button.path("callback_data").asText());
            }
        }
        return List.copyOf(buttons);
    }

    /** What is wrong with them, or null. */
    static @Nullable String fault(JsonNode markup) {
        for (JsonNode row : markup.path("inline_keyboard")) {
            for (JsonNode button : row) {
                String fault = buttonFault(button);
                if (fault != null) {
                    return fault;
                }
            }
        }
        return null;
    }

    private static @Nullable String buttonFault(JsonNode button) {
        if (button.path("text").asText().isEmpty()) {
            return "inline keyboard button text must be non-empty";
        }
        if (button.has("url")) {
            return button.path("url").asText().matches("(https?|tg)://[^\\s/]+\\.[^\\s]+")
                    ? null
                    : "BUTTON_URL_INVALID";
        }
        int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
        return bytes == 0 || bytes > MOST_BYTES ? "BUTTON_DATA_INVALID" : null;
    }
}
