package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtractionScoreTest {

    private static final double ROUNDING = 0.00005;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "held-back"})
    void readsAtLeastAsWellAsBefore(String set) throws IOException {
        Map<String, Double> figures = ExtractionScore.of(
                        LabelledCase.read("/announcements/" + set + ".jsonl"), new PromoExtractor())
                .figures();
        Properties floors = floors();
        assertThat(figures).isNotEmpty();
        SoftAssertions.assertSoftly(softly -> figures.forEach((name, figure) -> {
            String floor = floors.getProperty(set + "." + name);
            softly.assertThat(floor).as("floor of %s", name).isNotNull();
            softly.assertThat(figure).as(name).isGreaterThanOrEqualTo(Double.parseDouble(floor) - ROUNDING);
        }));
    }

    private static Properties floors() throws IOException {
        Properties floors = new Properties();
        try (InputStream in = ExtractionScoreTest.class.getResourceAsStream("/announcements/floors.properties")) {
            floors.load(Objects.requireNonNull(in));
        }
        return floors;
    }
}
