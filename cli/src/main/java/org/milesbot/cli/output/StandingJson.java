package org.milesbot.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.score.Ranking;
import org.milesbot.store.score.Standing;

/** Where a transfer bonus stands, as a field of the promo. */
final class StandingJson {

    private StandingJson() {}

    static void write(JsonGenerator json, @Nullable Standing standing) throws IOException {
        if (standing == null) {
            json.writeNullField("standing");
            return;
        }
        json.writeObjectFieldStart("standing");
        write(json, "program", standing.program());
        write(json, "origin", standing.origin());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, @Nullable Ranking ranking) throws IOException {
        if (ranking == null) {
            json.writeNullField(field);
            return;
        }
        json.writeObjectFieldStart(field);
        List<@Nullable Object> values = RankingFields.of(ranking);
        for (int i = 0; i < values.size(); i++) {
            write(json, RankingFields.NAMES.get(i), values.get(i));
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, @Nullable Object value) throws IOException {
        json.writeFieldName(field);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}
