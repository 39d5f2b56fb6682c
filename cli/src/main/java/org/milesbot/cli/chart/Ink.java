package org.milesbot.cli.chart;

/** The colours of a drawing; those of the series can be told apart by people who do not see red and green. */
enum Ink {
    PAPER(0xFFFFFF),
    TEXT(0x1F2933),
    FAINT(0x616E7C),
    GRID(0xE4E7EB),
    TRACK(0xF1F4F8),
    LIGHT(0x9CC4E4),
    BLUE(0x0072B2),
    ORANGE(0xD55E00),
    GREEN(0x009E73),
    PURPLE(0xAA4499);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    int rgb() {
        return rgb;
    }
}
