package org.milesbot.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.milesbot.cli.output.Console.Stream;

/**
 * Words of several tints, broken into lines at blanks. Control characters are taken out of all that is added, escape
 * sequences among them, because what is shown often comes from outside.
 */
final class Paragraph {

    private static final int USUAL = 80;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    private record Piece(String words, Tint tint) {}

    private final Look look;
    private final int width;
    private final int indent;
    private final StringBuilder lines = new StringBuilder();
    private final List<Piece> word = new ArrayList<>();
    private int column;
    private boolean blankBefore;

    /**
     * @param indent how far all lines but the first are moved in
     */
    Paragraph(Look look, int indent) {
        this.look = look;
        this.width = look.width() == 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, look.width()));
        this.indent = indent;
    }

    /** Adds words on the first line as they are, and moves on to where the other lines begin. */
    Paragraph label(String words, Tint tint) {
        String fitted = Cell.fit(printable(words), indent - 1, Table.Side.LEFT);
        lines.append(look.tinted(tint, fitted, Stream.OUT)).append(' ');
        column = indent;
        return this;
    }

    /** Adds words. */
    Paragraph add(String words) {
        return add(words, Tint.PLAIN);
    }

    /** Adds words of a tint; a blank at an end parts them from their neighbours. */
    Paragraph add(String words, Tint tint) {
        int from = 0;
        String shown = printable(words);
        for (int i = 0; i <= shown.length(); i++) {
            if (i == shown.length() || shown.charAt(i) == ' ') {
                if (i > from) {
                    join(shown.substring(from, i), tint);
                }
                if (i < shown.length()) {
                    endWord();
                    blankBefore = column > indent;
                }
                from = i + 1;
            }
        }
        return this;
    }

    /** Prints it, with a line break at its end. */
    void print(PrintWriter out) {
        endWord();
        out.println(lines.toString().stripTrailing());
    }

    private void join(String words, Tint tint) {
        int last = word.size() - 1;
        if (last >= 0 && word.get(last).tint() == tint) {
            word.set(last, new Piece(word.get(last).words() + words, tint));
        } else {
            word.add(new Piece(words, tint));
        }
    }

    private void endWord() {
        int length = word.stream().mapToInt(piece -> Cell.width(piece.words())).sum();
        if (length == 0) {
            return;
        }
        if (column > indent && column + (blankBefore ? 1 : 0) + length > width) {
            breakLine();
        } else if (blankBefore) {
            lines.append(' ');
            column++;
        }
        word.forEach(this::append);
        word.clear();
        blankBefore = false;
    }

    /** A word longer than a line is cut where the line ends. */
    private void append(Piece piece) {
        StringBuilder part = new StringBuilder();
        for (int character : piece.words().codePoints().toArray()) {
            String one = Character.toString(character);
            if (column + Cell.width(one) > width && column > indent) {
                lines.append(look.tinted(piece.tint(), part.toString(), Stream.OUT));
                part.setLength(0);
                breakLine();
            }
            part.append(one);
            column += Cell.width(one);
        }
        lines.append(look.tinted(piece.tint(), part.toString(), Stream.OUT));
    }

    private void breakLine() {
        lines.append(System.lineSeparator()).append(" ".repeat(indent));
        column = indent;
        blankBefore = false;
    }

    private static String printable(String words) {
        return words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    }
}
