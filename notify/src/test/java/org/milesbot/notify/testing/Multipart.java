package org.milesbot.notify.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request with files in it, as fields; a file is an object with its {@code name} and its {@code base64}. */
final class Multipart {

    private static final String ATTACHED = "attach://";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("(?i)[ ;]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)filename=\"([^\"]*)\"");

    private Multipart() {}

    static ObjectNode read(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new IllegalArgumentException("no boundary: " + contentType);
        }
        ObjectNode fields = JSON.createObjectNode();
        // One byte a character, so that files come through unchanged.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String part : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int head = part.indexOf("\r\n\r\n");
            if (head >= 0) {
                add(fields, part.substring(0, head), part.substring(head + 4, part.length() - 2));
            }
        }
        attach(fields);
        return fields;
    }

    /** A field may name the part in which its file is. */
    private static void attach(ObjectNode fields) {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String value = fields.path(name).asText();
            if (value.startsWith(ATTACHED)
                    && fields.path(value.substring(ATTACHED.length())).isObject()) {
                fields.set(name, fields.get(value.substring(ATTACHED.length())));
            }
        }
    }

    private static void add(ObjectNode fields, String head, String content) {
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            return;
        }
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        Matcher file = FILE.matcher(head);
        if (file.find()) {
            fields.putObject(name.group(1))
                    .put("name", file.group(1))
                    .put("base64", Base64.getEncoder().encodeToString(bytes));
        } else {
            fields.put(name.group(1), new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
