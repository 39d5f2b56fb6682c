package org.milesbot.notify.assistant;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a model may ask for.
 *
 * @param name lower case letters and underscores
 * @param description when to ask for it, for the model
 * @param parameters what it takes, and nothing besides
 */
public record Tool(String name, String description, List<Parameter> parameters) {

    private static final int LONGEST_ARGUMENTS = 4_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** Copies the parameters. */
    public Tool {
        parameters = List.copyOf(parameters);
    }

    List<String> required() {
        return parameters.stream()
                .filter(Parameter::isRequired)
                .map(Parameter::name)
                .toList();
    }

    /** The parameters as JSON Schema, by name and in order. */
    Map<String, ObjectNode> schemas() {
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        parameters.forEach(
                each -> schemas.put(each.name(), each.kind().schema().put("description", each.description())));
        return schemas;
    }

    /**
     * The arguments as a model wrote them; nothing if one is wrong, unknown or missing. What is optional may be null or
     * empty instead of left out.
     */
    public Optional<Arguments> checked(String json) {
        Optional<JsonNode> read = json.isBlank() ? Optional.of(JSON.createObjectNode()) : read(json);
        return read.filter(JsonNode::isObject).flatMap(this::checked);
    }

    private static Optional<JsonNode> read(String json) {
        try {
            return json.length() > LONGEST_ARGUMENTS ? Optional.empty() : Optional.of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private Optional<Arguments> checked(JsonNode object) {
        Set<String> unknown = new HashSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        Map<String, Object> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            unknown.remove(parameter.name());
            JsonNode node = object.path(parameter.name());
            if (isLeftOut(node)) {
                if (parameter.isRequired()) {
                    return Optional.empty();
                }
            } else {
                Optional<Object> value = parameter.kind().checked(node);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.put(parameter.name(), value.get());
            }
        }
        return unknown.isEmpty() ? Optional.of(new Arguments(values)) : Optional.empty();
    }

    private static boolean isLeftOut(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isBlank())
                || (node.isArray() && node.isEmpty());
    }
}
