package org.milesbot.notify.assistant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import java.util.List;
import java.util.Map;

/** Tools as the library takes them. */
final class ToolWriting {

    private ToolWriting() {}

    static List<ToolSpecification> of(List<Tool> tools) {
        return tools.stream().map(ToolWriting::of).toList();
    }

    private static ToolSpecification of(Tool tool) {
        JsonObjectSchema.Builder parameters = JsonObjectSchema.builder();
        Map<String, ObjectNode> schemas = tool.schemas();
        schemas.forEach((name, schema) -> parameters.addProperty(name, JsonRawSchema.from(schema.toString())));
        return ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(parameters
                        .required(tool.required())
                        .additionalProperties(false)
                        .build())
                .build();
    }
}
