package org.milesbot.notify.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a parameter takes. The same says it to the model and checks what the model made of it. */
public sealed interface Kind {

    /** As JSON Schema. */
    ObjectNode schema();

    /** The value, or nothing if it does not fit. */
    Optional<Object> checked(JsonNode node);

    private static ObjectNode type(String name) {
        return JsonNodeFactory.instance.objectNode().put("type", name);
    }

    /**
     * One line of text.
     *
     * @param longest how many characters
     * @param form a regular expression that all of it matches
     */
    record Words(int longest, String form) implements Kind {

        private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\x{2028}\\x{2029}]");

        /** Any line of at most so many characters. */
        public Words(int longest) {
            this(longest, ".*");
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = type("string").put("maxLength", longest);
            return form.equals(".*") ? schema : schema.put("pattern", "^(?:" + form + ")$");
        }

        @Override
        public Optional<Object> checked(JsonNode node) {
            String text = node.isTextual() ? node.textValue().strip() : "";
            boolean fits = !text.isEmpty()
                    && text.length() <= longest
                    && !CONTROL.matcher(text).find()
                    && Pattern.matches(form, text);
            return fits ? Optional.of(text) : Optional.empty();
        }
    }

    /** One of some words. */
    record Choice(List<String> options) implements Kind {

        /** Copies the options. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = type("string");
            options.forEach(schema.putArray("enum")::add);
            return schema;
        }

        @Override
        public Optional<Object> checked(JsonNode node) {
            return node.isTextual() && options.contains(node.textValue())
                    ? Optional.of(node.textValue())
                    : Optional.empty();
        }
    }

    /** A whole number. */
    record Whole(long least, long most) implements Kind {

        @Override
        public ObjectNode schema() {
            return type("integer").put("minimum", least).put("maximum", most);
        }

        @Override
        public Optional<Object> checked(JsonNode node) {
            boolean fits = node.isIntegralNumber()
                    && node.canConvertToLong()
                    && node.longValue() >= least
                    && node.longValue() <= most;
            return fits ? Optional.of(node.longValue()) : Optional.empty();
        }
    }

    /** True or false. */
    record Flag() implements Kind {

        @Override
        public ObjectNode schema() {
            return type("boolean");
        }

        @Override
        public Optional<Object> checked(JsonNode node) {
            return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
        }
    }

    /**
     * One or several.
     *
     * @param each what each is
     * @param most how many
     */
    record Several(Kind each, int most) implements Kind {

        @Override
        public ObjectNode schema() {
            ObjectNode schema = type("array");
            schema.set("items", each.schema());
            return schema.put("minItems", 1).put("maxItems", most);
        }

        @Override
        public Optional<Object> checked(JsonNode node) {
            if (!node.isArray() || node.isEmpty() || node.size() > most) {
                return Optional.empty();
            }
            List<Object> values = new ArrayList<>();
            for (JsonNode item : node) {
                each.checked(item).ifPresent(values::add);
            }
            return values.size() == node.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
        }
    }
}
