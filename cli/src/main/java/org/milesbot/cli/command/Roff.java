package org.milesbot.cli.command;

import java.util.List;

/** Writes the language of man(7). Whatever is handed over is text, and shows as it is. */
final class Roff {

    private final StringBuilder written = new StringBuilder();

    /** The first line: the name of the page, and what stands at its foot. */
    Roff(String name, String source) {
        request("TH", name, "1", "", source);
    }

    Roff section(String heading) {
        return request("SH", heading);
    }

    Roff part(String heading) {
        return request("SS", heading);
    }

    Roff paragraph(String text) {
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> request("PP").line(line.strip()));
        return this;
    }

    /** A term, and beside it what it means. */
    Roff term(String term, String meaning) {
        request("TP");
        written.append("\\fB").append(inline(term)).append("\\fR\n");
        return line(meaning.strip().replaceAll("\\s*\\n\\s*", " "));
    }

    /** Lines as they are to be typed. */
    Roff lines(List<String> lines) {
        request("PP").request("RS", "4").request("nf");
        lines.forEach(this::line);
        return request("fi").request("RE");
    }

    private Roff request(String name, String... words) {
        written.append('.').append(name);
        for (String word : words) {
            written.append(" \"").append(inline(word).replace("\"", "\\(dq")).append('"');
        }
        written.append('\n');
        return this;
    }

    private Roff line(String text) {
        // At the beginning of a line these would make it a request.
        written.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "")
                .append(inline(text))
                .append('\n');
        return this;
    }

    /** A hyphen that is typed is no dash, and an apostrophe that is typed no quotation mark. */
    private static String inline(String text) {
        return text.replace("\\", "\\(rs")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
