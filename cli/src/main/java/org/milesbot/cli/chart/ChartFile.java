package org.milesbot.cli.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.api.Text;
import org.milesbot.cli.config.Quoted;

/**
 * A file that a drawing is written to, as its ending says.
 *
 * @param name what the person calls it
 * @param path where it is
 * @param form what it is written as
 */
public record ChartFile(String name, Path path, Form form) {

    /** What a drawing is written as. */
    public enum Form {
        /** Pixels. */
        PNG,
        /** Lines and words that a browser draws. */
        SVG;

        private String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The file of a name.
     *
     * @throws MilesbotException of kind USAGE if it ends neither in .png nor in .svg
     */
    public static ChartFile of(String name, Path path) {
        for (Form form : Form.values()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(form.ending())) {
                return new ChartFile(name, path, form);
            }
        }
        throw new MilesbotException(ErrorKind.USAGE, Text.of(ChartFile.class, "file.ending", Quoted.of(name)));
    }

    /**
     * Writes a drawing; what the file held before is lost.
     *
     * @throws MilesbotException of kind CONFIGURATION if it cannot be written, or there are no fonts to write words in
     */
    public void write(Drawing drawing) {
        byte[] bytes = bytes(
                switch (form) {
                    case PNG -> Painter.png(drawing);
                    case SVG -> Painter.svg(drawing);
                });
        try {
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new MilesbotException(
                    ErrorKind.CONFIGURATION, Text.of(ChartFile.class, "file.unwritable", Quoted.of(name)), e);
        }
    }

    private static byte[] bytes(Painted painted) {
        if (painted instanceof Painted.Picture picture) {
            return picture.bytes();
        }
        Painted.Unpainted none = (Painted.Unpainted) painted;
        throw new MilesbotException(none.kind(), none.reason(), none.cause());
    }
}
