package org.milesbot.cli.chart;

/** Something on a drawing. Places are in pixels from its upper left corner. */
sealed interface Mark {

    /** The same further down. */
    Mark lower(double by);

    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, Ink ink) implements Mark {
        @Override
        public Mark lower(double by) {
            return new Box(x, y + by, width, height, ink);
        }
    }

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, double width, Ink ink) implements Mark {
        @Override
        public Mark lower(double by) {
            return new Line(x1, y1 + by, x2, y2 + by, width, ink);
        }
    }

    /** A filled circle. */
    record Dot(double x, double y, double radius, Ink ink) implements Mark {
        @Override
        public Mark lower(double by) {
            return new Dot(x, y + by, radius, ink);
        }
    }

    /** Words on one line, whose foot stands at y. */
    record Words(double x, double y, Size size, Side side, Ink ink, String text) implements Mark {
        @Override
        public Mark lower(double by) {
            return new Words(x, y + by, size, side, ink, text);
        }
    }

    /** How large words are. */
    enum Size {
        TITLE(46, true),
        NAME(36, true),
        USUAL(32, false),
        SMALL(28, false);

        private final int pixels;
        private final boolean isBold;

        Size(int pixels, boolean isBold) {
            this.pixels = pixels;
            this.isBold = isBold;
        }

        int pixels() {
            return pixels;
        }

        boolean isBold() {
            return isBold;
        }
    }

    /** Which part of words stands at x. */
    enum Side {
        LEFT,
        MIDDLE,
        RIGHT
    }
}
