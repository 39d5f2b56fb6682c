package org.milesbot.store.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Writes visits as the table of runs keeps them: an object a source, by its name. What is zero is left out, since most visits
 * find nothing new.
 */
final class VisitsJson {

    private static final JsonFactory JSON = new JsonFactory();

    private VisitsJson() {}

    static String of(Map<String, Visit> visits) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Visit> visit : visits.entrySet()) {
                json.writeObjectFieldStart(visit.getKey());
                write(json, visit.getValue());
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Visit visit) throws IOException {
        json.writeStringField("class", visit.sourceClass());
        json.writeStringField("at", visit.at().toString());
        json.writeStringField("outcome", visit.outcome());
        json.writeStringField("next_check", visit.nextCheck().toString());
        write(json, "bytes", visit.bytes());
        for (Map.Entry<String, Long> count : visit.counts().entrySet()) {
            write(json, count.getKey(), count.getValue());
        }
    }

    private static void write(JsonGenerator json, String name, long number) throws IOException {
        if (number != 0) {
            json.writeNumberField(name, number);
        }
    }
}
