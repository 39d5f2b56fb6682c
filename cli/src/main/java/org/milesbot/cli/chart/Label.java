package org.milesbot.cli.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Words that begin or end at a point; those of the library lie around it. */
final class Label extends Annotation {

    private final String text;
    private final double x;
    private final double y;
    private final Side side;
    private final Font font;

    /** Which part of the words stands at the point. */
    enum Side {
        LEFT,
        RIGHT
    }

    Label(String text, double x, double y, Side side, Font font) {
        super(false);
        this.text = text;
        this.x = x;
        this.y = y;
        this.side = side;
        this.font = font;
    }

    @Override
    public void paint(Graphics2D graphics) {
        graphics.setFont(font);
        graphics.setColor(Ink.TEXT.color());
        int width = graphics.getFontMetrics().stringWidth(text);
        int left = switch (side) {
            case LEFT -> getXAxisScreenValue(x);
            case RIGHT -> getXAxisScreenValue(x) - width;
        };
        int foot = getYAxisScreenValue(y) + graphics.getFontMetrics().getAscent() * 2 / 5;
        graphics.drawString(text, left, foot);
    }
}
