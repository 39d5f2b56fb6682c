package org.milesbot.cli.plugin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.privacy.PersonalData;

/** What a plug-in keeps of people, behind its border. What it shows is JSON for sure, on one line and not too long. */
record GuardedPersonalData(PersonalData data, GuardedCall border, Duration limit) implements PersonalData {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Optional<String> export(long chatId) {
        Optional<String> exported = border.call("export()", limit, () -> data.export(chatId));
        return exported.map(this::checked);
    }

    @Override
    public boolean erase(long chatId) {
        return border.call("erase()", limit, () -> data.erase(chatId));
    }

    private String checked(String json) {
        if (json.length() > LONGEST) {
            throw border.refused(ErrorKind.INTERNAL, "personal.long", String.valueOf(LONGEST));
        }
        String line = onOneLine(json);
        if (line == null) {
            throw border.refused(ErrorKind.INTERNAL, "personal.form");
        }
        return line;
    }

    private static @Nullable String onOneLine(String json) {
        StringWriter line = new StringWriter();
        try (JsonParser parser = JSON.createParser(json);
                JsonGenerator generator = JSON.createGenerator(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            generator.copyCurrentStructure(parser);
            if (parser.nextToken() != null) {
                return null;
            }
        } catch (IOException e) {
            return null;
        }
        return line.toString();
    }
}
