package org.milesbot.scrapers.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.milesbot.api.source.Announcement;

/** An announcement and the promos that a person found in it. */
record LabelledCase(Announcement announcement, List<PlainPromo> expected) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<LabelledCase> read(String resource) {
        try (InputStream in = Objects.requireNonNull(LabelledCase.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<LabelledCase> cases = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    cases.add(of(JSON.readTree(line)));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LabelledCase of(JsonNode row) {
        List<PlainPromo> expected = new ArrayList<>();
        row.get("expected").forEach(promo -> expected.add(PlainPromo.of(promo)));
        Announcement announcement = new Announcement(
                row.get("id").asText(),
                row.get("title").asText(),
                row.get("html").asText(),
                null,
                OffsetDateTime.parse(row.get("published_at").asText()).toInstant());
        return new LabelledCase(announcement, expected);
    }
}
