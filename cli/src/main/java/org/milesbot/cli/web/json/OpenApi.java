package org.milesbot.cli.web.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.milesbot.api.web.WebReply;
import org.milesbot.cli.Version;
import org.milesbot.cli.web.read.Parameters;

/**
 * The document that describes what can be read. It is written by hand in {@code openapi.json}, where schemas are named by
 * their files; these are put into it, so that it stands on its own.
 */
final class OpenApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FRESH = Duration.ofHours(1);
    private static final String FILE_ENDING = ".schema.json";
    private static final String INNER = "#/$defs/";
    private static final String COMPONENT = "#/components/schemas/";

    /** The component that each file becomes. */
    private final Map<String, String> files = new LinkedHashMap<>();

    private OpenApi() {}

    static Operation operation() {
        return new Operation(
                "/openapi.json",
                Parameters.NONE,
                request -> WebReply.json(document().toString(), FRESH));
    }

    static ObjectNode document() {
        return new OpenApi().made();
    }

    private ObjectNode made() {
        ObjectNode document = (ObjectNode) read(OpenApi.class, "openapi.json");
        ((ObjectNode) document.path("info")).put("version", Version.current());
        ObjectNode components = (ObjectNode) document.path("components").path("schemas");
        components.properties().forEach(component -> {
            String file = component.getValue().path("$ref").asText();
            if (file.endsWith(FILE_ENDING)) {
                files.put(file, component.getKey());
            }
        });
        files.forEach((file, name) -> put(components, file, name));
        return document;
    }

    private void put(ObjectNode components, String file, String name) {
        ObjectNode schema = (ObjectNode) read(Version.class, "schemas/" + file);
        schema.remove("$schema");
        schema.remove("$id");
        JsonNode inner = schema.remove("$defs");
        point(schema, name);
        components.set(name, schema);
        if (inner != null) {
            inner.properties().forEach(each -> {
                point(each.getValue(), name);
                components.set(name + "_" + each.getKey(), each.getValue());
            });
        }
    }

    /** Lets references lead to components. */
    private void point(JsonNode node, String name) {
        if (node instanceof ObjectNode object && object.path("$ref") instanceof TextNode reference) {
            object.put("$ref", pointed(reference.textValue(), name));
        }
        node.forEach(child -> point(child, name));
    }

    private String pointed(String reference, String name) {
        if (reference.startsWith(INNER)) {
            return COMPONENT + name + "_" + reference.substring(INNER.length());
        }
        return COMPONENT + Objects.requireNonNull(files.get(reference), "a schema names one that is not there");
    }

    private static JsonNode read(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
