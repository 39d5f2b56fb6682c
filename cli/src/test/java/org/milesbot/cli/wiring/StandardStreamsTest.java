package org.milesbot.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StandardStreamsTest {

    @Test
    void canBeWrittenToAfterSomebodyClosedThem() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = StandardStreams.uncloseable(out);

        stream.print("promoção ");
        stream.close();
        stream.print("aberta");
        stream.flush();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("promoção aberta");
        assertThat(stream.checkError()).isFalse();
    }
}
