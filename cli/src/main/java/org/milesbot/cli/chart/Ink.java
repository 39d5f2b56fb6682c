package org.milesbot.cli.chart;

import java.awt.Color;

/** The colours of a drawing; those of the series can be told apart by people who do not see red and green. */
enum Ink {
    PAPER(0x182430),
    TEXT(0xF0F4F8),
    FAINT(0xA8B8C8),
    GRID(0x384858),
    BLUE(0x58B0E8),
    DEEP(0x3078A8),
    ORANGE(0xE89830),
    GREEN(0x30B890),
    PURPLE(0xD888B8);

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
