package org.milesbot.store.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.notify.Button;
import org.milesbot.store.db.StorableText;

/** Rows of buttons as they are kept: a list of lists of objects. */
final class ButtonsJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ButtonsJson() {}

    static String of(List<List<Button>> rows) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (List<Button> row : rows) {
                json.writeStartArray();
                for (Button button : row) {
                    json.writeStartObject();
                    write(json, "label", button.label());
                    write(
                            json,
                            "url",
                            button.url() == null ? null : button.url().toString());
                    write(json, "data", button.data());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, StorableText.clean(value));
        }
    }

    static List<List<Button>> read(String written) throws SQLException {
        List<List<Button>> rows = new ArrayList<>();
        try (JsonParser json = JSON.createParser(written)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                List<Button> row = new ArrayList<>();
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    row.add(button(json));
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new SQLException("buttons are not as they were written", e);
        }
        return rows;
    }

    private static Button button(JsonParser json) throws IOException {
        String label = null;
        String url = null;
        String data = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            String value = json.nextTextValue();
            switch (name) {
                case "label" -> label = value;
                case "url" -> url = value;
                default -> data = value;
            }
        }
        return new Button(Objects.requireNonNull(label), url == null ? null : URI.create(url), data);
    }
}
