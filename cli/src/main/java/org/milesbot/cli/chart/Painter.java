package org.milesbot.cli.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.Text;
import org.milesbot.cli.chart.Painted.Picture;
import org.milesbot.cli.chart.Painted.Unpainted;

/** Paints drawings off-screen: the one border where what a machine lacks for it is found out and becomes a value. */
public final class Painter {

    private static final String LETTERS = "ÁÀÂÃÉÊÍÓÔÕÚÜÇáàâãéêíóôõúüç 0123456789% – … →";

    static {
        // Servers have no screen, and those that have are not asked for it.
        System.setProperty("java.awt.headless", "true");
    }

    private Painter() {}

    /** Paints pixels. */
    public static Painted png(Drawing drawing) {
        return painted(() -> {
            List<Chart> charts = drawing.charts();
            BufferedImage image = image(height(charts));
            Graphics2D graphics = image.createGraphics();
            try {
                paint(charts, graphics);
            } finally {
                graphics.dispose();
            }
            return new Picture(bytes(image), image.getWidth(), image.getHeight());
        });
    }

    /** Paints lines that a browser draws. */
    public static Painted svg(Drawing drawing) {
        return painted(() -> SvgPainter.picture(drawing.charts()));
    }

    /**
     * Writes a little as pictures do.
     *
     * @return nothing if pictures can be painted on this machine, or why there are none
     */
    public static Optional<Unpainted> trouble() {
        try {
            return missing(LETTERS).map(letter -> lacking(say("letters", letter), null));
        } catch (Throwable e) {
            return Optional.of(lacking(say("fonts"), e));
        }
    }

    private static Optional<String> missing(String letters) {
        Graphics2D graphics = image(1).createGraphics();
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        graphics.setFont(font);
        graphics.drawString(letters, 0, 0);
        graphics.dispose();
        int first = font.canDisplayUpTo(letters);
        return first < 0 ? Optional.empty() : Optional.of(letters.substring(first, first + 1));
    }

    private static Unpainted lacking(Text reason, @Nullable Throwable cause) {
        return new Unpainted(ErrorKind.CONFIGURATION, reason, cause);
    }

    /** At least a pixel, for there is no picture without. */
    static int height(List<Chart> charts) {
        return Math.max(1, charts.stream().mapToInt(Chart::height).sum());
    }

    static void paint(List<Chart> charts, Graphics2D graphics) {
        for (Chart chart : charts) {
            chart.paint(graphics);
            graphics.translate(0, chart.height());
        }
    }

    private static BufferedImage image(int height) {
        return new BufferedImage(Chart.WIDTH, height, Palette.PAINTED_ON);
    }

    private static byte[] bytes(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(Palette.reduced(image), "png", bytes);
        return bytes.toByteArray();
    }

    /**
     * Without fonts, or the libraries that draw them, the JDK fails in ways of its own, which differ by its age and by what
     * is missing: a plain Error, InternalError, NoClassDefFoundError, RuntimeException. None of them may end a conversation;
     * what else breaks is told apart by whether letters can be written at all.
     */
    private static Painted painted(Callable<Painted> painting) {
        try {
            return painting.call();
        } catch (Throwable e) {
            return trouble().isPresent()
                    ? lacking(say("fonts"), e)
                    : new Unpainted(ErrorKind.INTERNAL, say("broken", e.toString()), e);
        }
    }

    private static Text say(String key, Object... arguments) {
        return Text.of(Painter.class, "painter." + key, arguments);
    }
}
