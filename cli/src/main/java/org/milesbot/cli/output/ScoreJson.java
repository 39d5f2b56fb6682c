package org.milesbot.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.milesbot.store.score.Score;
import org.milesbot.store.score.ScoreParts;

/** A promo's score and its parts as fields of the promo. */
final class ScoreJson {

    private static final int DIGITS = 4;

    private ScoreJson() {}

    static void write(JsonGenerator json, @Nullable Score score) throws IOException {
        if (score == null) {
            json.writeNullField("score");
            json.writeNullField("score_parts");
            return;
        }
        ScoreParts parts = score.parts();
        json.writeNumberField("score", score.value());
        json.writeObjectFieldStart("score_parts");
        json.writeNumberField("freshness", rounded(parts.freshness()));
        json.writeNumberField("provenance", rounded(parts.provenance()));
        json.writeNumberField("structure", rounded(parts.structure()));
        json.writeNumberField("hit_rate", rounded(parts.hitRate()));
        json.writeEndObject();
    }

    static BigDecimal rounded(double part) {
        return BigDecimal.valueOf(part).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
