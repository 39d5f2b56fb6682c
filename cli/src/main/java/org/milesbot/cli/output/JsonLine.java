package org.milesbot.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line, of strings, numbers, truths, lists, objects and nulls. */
public final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();

    /** What JSON may hold as it is, and what a terminal may obey. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[\\x{0}-\\x{ffff}]]");

    private JsonLine() {}

    /** The same JSON with all that cannot be seen written as escapes. */
    static String printable(String json) {
        return UNSEEN.matcher(json).replaceAll(JsonLine::escaped);
    }

    private static String escaped(MatchResult character) {
        return String.format(Locale.ROOT, "\\\\u%04x", (int) character.group().charAt(0));
    }

    /** The fields in the order of the map. */
    public static String of(Map<String, ? extends @Nullable Object> fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            writeObject(json, fields);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return line.toString();
    }

    private static void writeObject(JsonGenerator json, Map<?, ? extends @Nullable Object> fields) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ? extends @Nullable Object> field : fields.entrySet()) {
            json.writeFieldName(String.valueOf(field.getKey()));
            write(json, field.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Map<?, ?> fields) {
            writeObject(json, fields);
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
