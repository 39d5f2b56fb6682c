package org.milesbot.notify.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What came to a {@link ChatServer}.
 *
 * @param path where
 * @param authorization by which right, or null
 * @param body the request itself
 */
public record ChatRequest(String path, @Nullable String authorization, JsonNode body) {

    /** The words of the last message, which are the person's. */
    public String words() {
        List<JsonNode> messages = messages("user");
        return messages.isEmpty()
                ? ""
                : messages.get(messages.size() - 1).path("content").asText();
    }

    /** The messages of a role, in order. */
    public List<JsonNode> messages(String role) {
        return list(body.path("messages")).stream()
                .filter(message -> message.path("role").asText().equals(role))
                .toList();
    }

    /** The functions on offer. */
    public List<JsonNode> functions() {
        return list(body.path("tools")).stream()
                .map(tool -> tool.path("function"))
                .toList();
    }

    /** What such an endpoint would not take, or null. */
    @Nullable
    String fault() {
        if (body.path("model").asText().isEmpty() || body.path("messages").isEmpty()) {
            return "model and messages are needed";
        }
        for (JsonNode tool : body.path("tools")) {
            JsonNode function = tool.path("function");
            if (!tool.path("type").asText().equals("function")
                    || !function.path("name").asText().matches("[a-zA-Z0-9_-]{1,64}")
                    || function.path("description").asText().isEmpty()
                    || !isObject(function.path("parameters"))) {
                return "invalid schema for function " + function.path("name").asText();
            }
        }
        return null;
    }

    private static boolean isObject(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        return schema.path("type").asText().equals("object")
                && properties.isObject()
                && list(properties).stream().allMatch(ChatRequest::isValue)
                && list(schema.path("required")).stream().allMatch(name -> properties.has(name.asText()));
    }

    private static boolean isValue(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "string" -> !schema.has("enum") || !schema.path("enum").isEmpty();
            case "integer" ->
                schema.path("minimum").asLong() <= schema.path("maximum").asLong();
            case "boolean" -> true;
            case "array" -> isValue(schema.path("items"));
            default -> false;
        };
    }

    private static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }
}
