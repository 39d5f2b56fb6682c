package org.milesbot.cli.chart;

import java.awt.Color;

/**
 * The colours of a drawing; those of the series can be told apart by people who do not see red and green. Each part is a
 * step of a {@link Palette}.
 */
enum Ink {
    PAPER(0x112233),
    TEXT(0xEEEEFF),
    FAINT(0xAABBCC),
    GRID(0x334455),
    BLUE(0x55BBEE),
    DEEP(0x3377AA),
    ORANGE(0xEE9933),
    GREEN(0x33BB99),
    PURPLE(0xDD88BB);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    int rgb() {
        return rgb;
    }

    Color color() {
        return new Color(rgb);
    }
}
