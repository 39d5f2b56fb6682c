package org.milesbot.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.milesbot.cli.output.Console.Stream;
import org.milesbot.cli.output.Look.Colour;
import org.milesbot.cli.output.Table.Column;
import org.milesbot.cli.output.Table.Side;

final class TableTest {

    @Test
    void leansNumbersRightAndWordsLeft() {
        Table table =
                new Table(new Column("NOME", Side.LEFT), new Column("N", Side.RIGHT), new Column("FIM", Side.LEFT));
        table.add("a", "1", "x");
        table.add("bcdef", "100", "y");

        assertThat(printed(table, 0)).isEqualTo("""
                NOME     N  FIM
                a        1  x
                bcdef  100  y
                """);
    }

    @Test
    void cutsTheLastColumnWhereTheTerminalIsTooNarrow() {
        Table table = new Table(new Column("A", Side.LEFT), new Column("B", Side.LEFT));
        table.add("1", "um título comprido que não cabe");

        assertThat(printed(table, 20)).isEqualTo("""
                A  B
                1  um título compri…
                """);
    }

    @Test
    void letsNoControlCharacterThrough() {
        Table table = new Table(new Column("A", Side.LEFT));
        table.add("vermelho \u001b[31m e\nquebra\u202e");

        assertThat(printed(table, 0)).isEqualTo("""
                A
                vermelho  [31m e quebra
                """);
    }

    @Test
    void countsWideCharactersTwice() {
        Table table = new Table(new Column("A", Side.LEFT), new Column("B", Side.LEFT));
        table.add("✈🔥", "x");
        table.add("abcd", "y");

        assertThat(printed(table, 0)).isEqualTo("""
                A     B
                ✈🔥   x
                abcd  y
                """);
    }

    private static String printed(Table table, int width) {
        StringWriter out = new StringWriter();
        Set<Stream> terminals = width > 0 ? Set.of(Stream.OUT) : Set.of();
        Look look = new Look(Locale.ENGLISH, terminals, Colour.NEVER, width, false);
        PrintWriter writer = new PrintWriter(out);
        table.print(new Console(writer, writer, look));
        writer.flush();
        return out.toString();
    }
}
