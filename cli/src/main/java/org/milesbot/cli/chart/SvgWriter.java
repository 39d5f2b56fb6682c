package org.milesbot.cli.chart;

import java.util.Locale;
import org.milesbot.cli.chart.Mark.Box;
import org.milesbot.cli.chart.Mark.Dot;
import org.milesbot.cli.chart.Mark.Line;
import org.milesbot.cli.chart.Mark.Words;

/** Writes a drawing as SVG; it needs no fonts here, only where it is looked at. */
final class SvgWriter {

    private final StringBuilder svg = new StringBuilder();

    private SvgWriter() {}

    static String svg(Drawing drawing) {
        SvgWriter writer = new SvgWriter();
        writer.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"DejaVu Sans, Verdana, sans-serif\">\n",
                Drawing.WIDTH, drawing.height(), Drawing.WIDTH, drawing.height());
        writer.add("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n", colour(Ink.PAPER));
        drawing.marks().forEach(writer::add);
        return writer.svg.append("</svg>\n").toString();
    }

    private void add(Mark mark) {
        if (mark instanceof Box box) {
            add(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n",
                    box.x(), box.y(), box.width(), box.height(), colour(box.ink()));
        } else if (mark instanceof Line line) {
            add(
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>\n",
                    line.x1(), line.y1(), line.x2(), line.y2(), colour(line.ink()), line.width());
        } else if (mark instanceof Dot dot) {
            add(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>\n",
                    dot.x(), dot.y(), dot.radius(), colour(dot.ink()));
        } else if (mark instanceof Words words) {
            add(
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" font-weight=\"%s\" text-anchor=\"%s\" fill=\"%s\">"
                            + "%s</text>\n",
                    words.x(),
                    words.y(),
                    words.size().pixels(),
                    words.size().isBold() ? "bold" : "normal",
                    anchor(words.side()),
                    colour(words.ink()),
                    escaped(words.text()));
        }
    }

    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }

    private static String colour(Ink ink) {
        return String.format(Locale.ROOT, "#%06X", ink.rgb());
    }

    private static String anchor(Mark.Side side) {
        return switch (side) {
            case LEFT -> "start";
            case MIDDLE -> "middle";
            case RIGHT -> "end";
        };
    }

    /** Names come from outside. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
