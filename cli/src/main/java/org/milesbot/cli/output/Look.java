package org.milesbot.cli.output;

import java.util.Locale;
import java.util.Set;
import org.milesbot.cli.output.Console.Stream;

/**
 * How things look to the person: language, colours, width, and how many words.
 *
 * @param locale the person's language
 * @param terminals which of the two streams are a terminal
 * @param colour whether to colour
 * @param width the terminal's columns; 0 if unknown or no terminal
 * @param quiet whether only data and errors are wanted
 */
public record Look(Locale locale, Set<Stream> terminals, Colour colour, int width, boolean quiet) {

    /** When to colour. */
    public enum Colour {
        /** On a terminal only. */
        AUTO,
        /** Always. */
        ALWAYS,
        /** Never. */
        NEVER
    }

    /** Copies the set. */
    public Look {
        terminals = Set.copyOf(terminals);
    }

    /** Whether a stream is a terminal. */
    public boolean isTerminal(Stream stream) {
        return terminals.contains(stream);
    }

    String bold(String words, Stream stream) {
        return tinted(Tint.BOLD, words, stream);
    }

    String dim(String words, Stream stream) {
        return tinted(Tint.DIM, words, stream);
    }

    String green(String words, Stream stream) {
        return tinted(Tint.GREEN, words, stream);
    }

    String yellow(String words, Stream stream) {
        return tinted(Tint.YELLOW, words, stream);
    }

    String red(String words, Stream stream) {
        return tinted(Tint.RED, words, stream);
    }

    String tinted(Tint tint, String words, Stream stream) {
        return tint == Tint.PLAIN ? words : coloured(tint.code(), words, stream);
    }

    private String coloured(String code, String words, Stream stream) {
        boolean wanted = switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> isTerminal(stream);
        };
        return wanted ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
    }
}
