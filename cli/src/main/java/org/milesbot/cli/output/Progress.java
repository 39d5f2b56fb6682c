package org.milesbot.cli.output;

import java.util.Locale;
import org.milesbot.api.Text;
import org.milesbot.cli.output.Console.Stream;

/**
 * A line on stderr that says how far long work has come; silent unless stderr is a terminal. Safe for use by several
 * threads.
 */
public final class Progress implements AutoCloseable {

    private static final int BAR = 24;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Console console;
    private final int total;
    private final boolean shown;
    private int done;

    /**
     * A progress line that is drawn at the first step.
     *
     * @param total how many steps there are
     */
    public Progress(Console console, int total) {
        this.console = console;
        this.total = total;
        this.shown = total > 0
                && console.look().isTerminal(Stream.ERR)
                && !console.look().quiet();
    }

    /** One step more is done. */
    public synchronized void step(String what) {
        done++;
        if (shown) {
            int filled = BAR * Math.min(done, total) / total;
            String bar = "█".repeat(filled) + "░".repeat(BAR - filled);
            draw(String.format(Locale.ROOT, "%s%s %d/%d %s", ERASE_LINE, bar, done, total, Cell.clean(what)));
        }
    }

    /** Says a sentence above the line. */
    public synchronized void warn(Text sentence) {
        erase();
        console.warn(sentence);
    }

    /** Erases the line. */
    @Override
    public synchronized void close() {
        erase();
    }

    private void erase() {
        if (shown) {
            draw(ERASE_LINE);
        }
    }

    private void draw(String line) {
        console.err().print(line);
        console.err().flush();
    }
}
