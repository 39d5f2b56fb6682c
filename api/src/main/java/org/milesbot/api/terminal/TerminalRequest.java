package org.milesbot.api.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What somebody typed, and what they work with.
 *
 * @param words what followed the command's name, without the options that all commands take ({@code --json}, {@code --lang} …)
 * @param directory where they stand: relative paths among the words begin here
 * @param in what is piped in
 * @param out where findings go: for machines if {@code isJson}, one JSON object a line, else for people
 * @param isJson whether they asked for JSON
 * @param language theirs
 */
public record TerminalRequest(
        List<String> words, Path directory, InputStream in, PrintWriter out, boolean isJson, Locale language) {

    /** Copies the words. */
    public TerminalRequest {
        words = List.copyOf(words);
    }
}
