package org.milesbot.cli.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.milesbot.cli.chart.Mark.Box;
import org.milesbot.cli.chart.Mark.Dot;
import org.milesbot.cli.chart.Mark.Line;
import org.milesbot.cli.chart.Mark.Words;

/** Paints a drawing as pixels. */
final class Painter {

    private final Graphics2D graphics;

    private Painter(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static BufferedImage image(Drawing drawing) {
        BufferedImage image = new BufferedImage(Drawing.WIDTH, drawing.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(new Color(Ink.PAPER.rgb()));
            graphics.fillRect(0, 0, Drawing.WIDTH, drawing.height());
            Painter painter = new Painter(graphics);
            drawing.marks().forEach(painter::paint);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void paint(Mark mark) {
        if (mark instanceof Box box) {
            ink(box.ink());
            graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        } else if (mark instanceof Line line) {
            ink(line.ink());
            graphics.setStroke(new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
        } else if (mark instanceof Dot dot) {
            ink(dot.ink());
            double radius = dot.radius();
            graphics.fill(new Ellipse2D.Double(dot.x() - radius, dot.y() - radius, 2 * radius, 2 * radius));
        } else if (mark instanceof Words words) {
            write(words);
        }
    }

    private void ink(Ink ink) {
        graphics.setColor(new Color(ink.rgb()));
    }

    private void write(Words words) {
        ink(words.ink());
        graphics.setFont(new Font(
                Font.SANS_SERIF,
                words.size().isBold() ? Font.BOLD : Font.PLAIN,
                words.size().pixels()));
        double width = graphics.getFontMetrics().stringWidth(words.text());
        double x = switch (words.side()) {
            case LEFT -> words.x();
            case MIDDLE -> words.x() - width / 2;
            case RIGHT -> words.x() - width;
        };
        graphics.drawString(words.text(), (float) x, (float) words.y());
    }
}
