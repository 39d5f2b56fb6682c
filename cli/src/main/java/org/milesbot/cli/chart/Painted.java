package org.milesbot.cli.chart;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.Text;

/** What came of painting a drawing. */
public sealed interface Painted {

    /** A picture as a file. */
    final class Picture implements Painted {

        private final byte[] bytes;
        private final int width;
        private final int height;

        Picture(byte[] bytes, int width, int height) {
            this.bytes = bytes;
            this.width = width;
            this.height = height;
        }

        /** The file. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /** How wide it is in pixels. */
        public int width() {
            return width;
        }

        /** How high it is in pixels. */
        public int height() {
            return height;
        }
    }

    /**
     * None.
     *
     * @param kind CONFIGURATION if this machine lacks something, INTERNAL if drawing itself is broken
     * @param reason what is missing and how to mend it, or what broke
     * @param cause how it was noticed, or null if nothing broke
     */
    record Unpainted(ErrorKind kind, Text reason, @Nullable Throwable cause) implements Painted {}
}
