package org.milesbot.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ScoreTableTest {

    @Test
    void standsInTheDocumentationAsItIsNow() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "extraction.md"));

        assertThat(page)
                .as("the score in docs/extraction.md is not the present one: run scripts/score")
                .isEqualTo(ScoreTable.putInto(page, ScoreTable.render()));
    }

    @Test
    void tellsEverySetAndFigure() {
        String table = ScoreTable.render();

        assertThat(table.lines()
                        .map(line ->
                                line.chars().filter(letter -> letter == '|').count()))
                .as("cells of each line")
                .hasSizeGreaterThan(10)
                .containsOnly(LabelledSet.values().length + LabelledSet.Asked.values().length + 2L);
        assertThat(table).contains("given", "held-back", "| end: precision / recall / invented ", "false alerts");
    }

    @Test
    void replacesOnlyWhatIsBetweenTheMarks() {
        String page = """
                before
                <!-- score: made by scripts/score, do not edit -->
                old
                <!-- end of score -->
                after
                """;

        assertThat(ScoreTable.putInto(page, "new\n")).isEqualTo(page.replace("old\n", "\nnew\n\n"));
    }

    @Test
    void refusesAPageWithoutMarks() {
        assertThatThrownBy(() -> ScoreTable.putInto("no table here", "new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<!-- end of score -->");
    }
}
