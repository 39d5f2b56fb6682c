package org.milesbot.cli.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;

/**
 * Makes a picture small: a chart has few colours, and sixteen steps of red, green and blue are enough for soft edges between
 * them. A byte a pixel is then enough, and the file is about a third shorter than with fifteen bits.
 */
final class Palette {

    /** What pictures are painted on: fifteen bits a pixel. */
    static final int PAINTED_ON = BufferedImage.TYPE_USHORT_555_RGB;

    private static final int STEPS = 16;
    private static final int MOST = 256;

    private final short[] places = new short[STEPS * STEPS * STEPS];
    private final int[] colours = new int[MOST];
    private int count;

    private Palette() {}

    /** The same picture with a palette, or just the same if its colours are too many for one. */
    static BufferedImage reduced(BufferedImage painted) {
        byte[] places = new byte[painted.getWidth() * painted.getHeight()];
        Palette palette = new Palette();
        return palette.hasPlaced(painted, places) ? palette.image(painted, places) : painted;
    }

    private boolean hasPlaced(BufferedImage painted, byte[] target) {
        short[] pixels = ((DataBufferUShort) painted.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            int place = place(pixels[i]);
            if (place == MOST) {
                return false;
            }
            target[i] = (byte) place;
        }
        return true;
    }

    private BufferedImage image(BufferedImage painted, byte[] pixels) {
        IndexColorModel model = new IndexColorModel(Byte.SIZE, count, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage image =
                new BufferedImage(painted.getWidth(), painted.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        image.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), pixels);
        return image;
    }

    private int place(short pixel) {
        int red = pixel >> 11 & STEPS - 1;
        int green = pixel >> 6 & STEPS - 1;
        int blue = pixel >> 1 & STEPS - 1;
        int colour = (red * STEPS + green) * STEPS + blue;
        if (places[colour] == 0) {
            if (count == MOST) {
                return MOST;
            }
            colours[count] = (red << 16 | green << 8 | blue) * (STEPS + 1);
            count++;
            places[colour] = (short) count;
        }
        return places[colour] - 1;
    }
}
