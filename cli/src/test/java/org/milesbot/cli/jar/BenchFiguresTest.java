package org.milesbot.cli.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchFiguresTest {

    @Test
    void takesTheMiddle() {
        assertThat(Median.of(List.of(9, 1, 5))).isEqualTo(5);
        assertThat(Median.of(List.of(4.0, 1.0, 2.0, 8.0))).isEqualTo(3);
        assertThatThrownBy(() -> Median.of(List.of())).hasMessageContaining("nothing was measured");
    }

    @Test
    void writesATable() {
        MarkdownTable table = new MarkdownTable("what", "ms").row("a|b", "1.5").row("c", "");
        assertThat(table).hasToString("""
                | what | ms |
                |---|---|
                | a\\|b | 1.5 |
                | c |  |""");
    }

    @Test
    void refusesALineOfAnotherLength() {
        MarkdownTable table = new MarkdownTable("what", "ms");
        assertThatThrownBy(() -> table.row("a")).hasMessageContaining("1 cells below 2 headings");
    }

    @Test
    void addsUpWhatAServerAndItsEndedChildrenTook() {
        String stat = "14039 (postgres: a) b) S 1 14039 14039 0 -1 4194560 5 6 7 8 10 20 30 40 20 0 1 0 99 1 2";
        assertThat(ServerWork.of(stat)).isEqualTo(1_000);
    }
}
