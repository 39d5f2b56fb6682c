package org.milesbot.store.forecast;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.db.StorableText;
import org.milesbot.store.forecast.Opinion.Words;
import org.milesbot.store.forecast.StoredForecast.Pair;

/** Opinions of a forecast as an array of flat JSON objects. */
final class OpinionRows {

    private static final JsonFactory JSON = new JsonFactory();

    private OpinionRows() {}

    static void write(JsonGenerator json, @Nullable List<Opinion> opinions) throws IOException {
        if (opinions == null) {
            return;
        }
        json.writeArrayFieldStart("signals");
        for (Opinion opinion : opinions) {
            json.writeStartObject();
            json.writeStringField("plugin", opinion.plugin());
            json.writeStringField("signal", opinion.signal());
            write(json, "title", opinion.title());
            json.writeNumberField("factor_7d", opinion.factors().day7());
            json.writeNumberField("factor_30d", opinion.factors().day30());
            write(json, "reason", opinion.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String name, Words words) throws IOException {
        json.writeStringField(name, StorableText.clean(words.portuguese()));
        json.writeStringField(name + "_en", StorableText.clean(words.english()));
    }

    static @Nullable List<Opinion> read(@Nullable String text) throws SQLException {
        if (text == null) {
            return null;
        }
        List<Opinion> opinions = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                opinions.add(opinion(fields(parser)));
            }
        } catch (IOException | NumberFormatException e) {
            throw new SQLException("opinions are not as they were written", e);
        }
        return opinions;
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, parser.getText());
        }
        return fields;
    }

    private static Opinion opinion(Map<String, String> fields) {
        return new Opinion(
                fields.getOrDefault("plugin", ""),
                fields.getOrDefault("signal", ""),
                words(fields, "title"),
                new Pair(factor(fields, "factor_7d"), factor(fields, "factor_30d")),
                words(fields, "reason"));
    }

    private static Words words(Map<String, String> fields, String name) {
        return new Words(fields.getOrDefault(name, ""), fields.getOrDefault(name + "_en", ""));
    }

    private static double factor(Map<String, String> fields, String name) {
        return Double.parseDouble(fields.getOrDefault(name, "1"));
    }
}
