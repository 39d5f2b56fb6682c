package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts ten made-up readings, and compares with what a person counted. */
final class ExtractionScoreTest {

    @ParameterizedTest
    @CsvSource({
        "transfer.precision, 5, 9",
        "transfer.recall, 5, 6",
        "all_kinds.precision, 8, 13",
        "all_kinds.recall, 8, 9",
        "bonus_pct.precision, 5, 6",
        "bonus_pct.recall, 5, 6",
        "bonus_pct.invented, 0, 1",
        "base_pct.precision, 3, 5",
        "base_pct.recall, 3, 4",
        "base_pct.invented, 1, 1",
        "origins.precision, 4, 4",
        "origins.recall, 4, 5",
        "origins.invented, 0, 1",
        "start.precision, 1, 2",
        "start.recall, 1, 3",
        "start.invented, 0, 5",
        "end.precision, 3, 5",
        "end.recall, 3, 4",
        "end.invented, 1, 4",
        "miles.precision, 1, 1",
        "miles.recall, 1, 1",
        "miles.invented, 0, 1",
        "origin_airport.precision, 0, 1",
        "origin_airport.recall, 0, 1",
        "origin_airport.invented, 0, 1",
        "dest_airport.precision, 1, 1",
        "dest_airport.recall, 0, 1",
        "dest_airport.invented, 0, 1",
        "false_alerts, 1, 5",
        "exact, 2, 10"
    })
    void countsAsAPersonDoes(String figure, double part, double whole) throws IOException {
        assertThat(score().figures().get(figure)).isCloseTo(part / whole, within(1e-9));
    }

    @Test
    void knowsWhichAnnouncementsSpoilAFigure() throws IOException {
        ExtractionScore score = score();

        assertThat(score.cases()).isEqualTo(10);
        assertThat(score.misses("false_alerts")).containsExactly("false-alert");
        assertThat(score.misses("end.precision"))
                .isEqualTo(score.misses("end.invented"))
                .containsExactly("end-and-base-invented", "bonus-wrong-start-missed");
        assertThat(score.misses("transfer.recall")).containsExactly("false-alert", "missed", "two-of-one-programme");
        assertThat(score.misses("exact")).hasSize(8).doesNotContain("all-right", "nothing-to-find");
    }

    @Test
    void isFullWhereThereIsNothingToCount() {
        assertThat(new ExtractionScore().figures())
                .containsEntry("transfer.precision", 1.0)
                .containsEntry("end.recall", 1.0)
                .containsEntry("end.invented", 0.0)
                .containsEntry("false_alerts", 0.0)
                .containsEntry("exact", 1.0);
    }

    private static ExtractionScore score() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ExtractionScore score = new ExtractionScore();
        for (String line : lines()) {
            JsonNode row = json.readTree(line);
            score.add(row.get("id").asText(), promos(row.get("expected")), promos(row.get("found")));
        }
        return score;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(ExtractionScoreTest.class.getResourceAsStream("scored.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<PlainPromo> promos(JsonNode rows) {
        List<PlainPromo> promos = new ArrayList<>();
        rows.forEach(row -> promos.add(PlainPromo.of(row)));
        return promos;
    }
}
