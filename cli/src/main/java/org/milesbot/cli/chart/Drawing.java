package org.milesbot.cli.chart;

import java.util.ArrayList;
import java.util.List;
import org.milesbot.cli.chart.Mark.Box;
import org.milesbot.cli.chart.Mark.Line;
import org.milesbot.cli.chart.Mark.Side;
import org.milesbot.cli.chart.Mark.Size;
import org.milesbot.cli.chart.Mark.Words;

/** A picture before it is written as pixels or as SVG; marks are painted in their order. */
public final class Drawing {

    /** As wide as a phone is. */
    static final int WIDTH = 1080;

    static final int MARGIN = 40;

    private final int height;
    private final List<Mark> marks;

    /**
     * @param height in pixels
     */
    Drawing(int height, List<Mark> marks) {
        this.height = height;
        this.marks = List.copyOf(marks);
    }

    int height() {
        return height;
    }

    List<Mark> marks() {
        return marks;
    }

    /** This one with another below it. */
    public Drawing above(Drawing other) {
        List<Mark> all = new ArrayList<>(marks);
        other.marks.forEach(mark -> all.add(mark.lower(height)));
        return new Drawing(height + other.height, all);
    }

    /** Collects the marks of a drawing. */
    static final class Sheet {

        private final List<Mark> marks = new ArrayList<>();

        void box(double x, double y, double width, double height, Ink ink) {
            marks.add(new Box(x, y, width, height, ink));
        }

        void line(double x1, double y1, double x2, double y2, double width, Ink ink) {
            marks.add(new Line(x1, y1, x2, y2, width, ink));
        }

        void dot(double x, double y, double radius, Ink ink) {
            marks.add(new Mark.Dot(x, y, radius, ink));
        }

        void words(double x, double y, Size size, Side side, Ink ink, String text) {
            marks.add(new Words(x, y, size, side, ink, text));
        }

        /** A title with a line of small print below it. */
        void title(String title, String below) {
            words(MARGIN, 76, Size.TITLE, Side.LEFT, Ink.TEXT, title);
            words(MARGIN, 124, Size.SMALL, Side.LEFT, Ink.FAINT, below);
        }

        Drawing drawn(int height) {
            return new Drawing(height, marks);
        }
    }
}
