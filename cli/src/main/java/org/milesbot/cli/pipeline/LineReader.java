package org.milesbot.cli.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;

/** Lines of a stream that may come from anywhere: counted, and none longer than bearable. */
final class LineReader implements AutoCloseable {

    /** In characters. */
    static final int LONGEST = 10 << 20;

    private final BufferedReader reader;
    private int number;

    /** Reads from a stream in UTF-8; closed with this. */
    LineReader(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * The next line that is not blank, or null at the end of the stream. One that is too long has one character more than
     * the longest; the rest of it is passed over.
     */
    @Nullable
    String next() {
        try {
            String text = readLine();
            while (text != null && text.isBlank()) {
                text = readLine();
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("the stream broke off", e);
        }
    }

    /** The last line's number, from 1. */
    int number() {
        return number;
    }

    /** Why the last line was refused: a sentence of this package whose first argument is the line's number, from 1. */
    Text refusal(String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = Integer.toString(number);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Text.of(LineReader.class, key, all);
    }

    private @Nullable String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        number++;
        while (character >= 0 && character != '\n') {
            if (line.length() <= LONGEST) {
                line.append((char) character);
            }
            character = reader.read();
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the stream does not close", e);
        }
    }
}
