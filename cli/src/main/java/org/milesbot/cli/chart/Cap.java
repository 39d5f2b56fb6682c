package org.milesbot.cli.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** The end of an interval. */
final class Cap extends Marker {

    static final float WIDTH = 4;

    private static final int HEIGHT = 20;

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
        graphics.fill(new Rectangle2D.Double(x - WIDTH / 2, y - HEIGHT / 2.0, WIDTH, HEIGHT));
    }
}
