package org.milesbot.cli.privacy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.milesbot.api.Zones;
import org.milesbot.store.privacy.PersonalRows;

/** What is kept of somebody as one JSON object, a row a line, written as it comes. */
final class PersonalDocument implements PersonalRows.Reader {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private boolean isInSection;

    private PersonalDocument(JsonGenerator json) {
        this.json = json;
    }

    static PersonalDocument begun(Writer out, long chatId, Instant now) throws IOException {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        JsonGenerator json = JSON.createGenerator(out);
        json.setPrettyPrinter(printer);
        json.writeStartObject();
        json.writeNumberField("telegram_id", chatId);
        json.writeStringField(
                "exported_at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        now.atZone(Zones.SAO_PAULO).truncatedTo(ChronoUnit.SECONDS)));
        return new PersonalDocument(json);
    }

    @Override
    public void begin(String section) {
        written(() -> {
            endSection();
            json.writeArrayFieldStart(section);
            isInSection = true;
        });
    }

    @Override
    public void row(String row) {
        written(() -> json.writeRawValue(row));
    }

    /** Ends with what plug-ins keep, and with those that did not say. */
    void end(Map<String, String> plugins, List<String> missing) throws IOException {
        endSection();
        json.writeObjectFieldStart("plugins");
        for (Map.Entry<String, String> plugin : plugins.entrySet()) {
            json.writeFieldName(plugin.getKey());
            json.writeRawValue(plugin.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("missing");
        for (String plugin : missing) {
            json.writeString(plugin);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private void endSection() throws IOException {
        if (isInSection) {
            json.writeEndArray();
            isInSection = false;
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void written(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
