package org.milesbot.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import org.milesbot.api.Text;

/**
 * Where a command speaks: data go to {@code out}, everything said to the person goes to {@code err}. Safe for use by several threads.
 */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Look look;

    /** A console on the given writers. */
    public Console(PrintWriter out, PrintWriter err, Look look) {
        this.out = out;
        this.err = err;
        this.look = look;
    }

    /** Data, for a person or a pipe. */
    public PrintWriter out() {
        return out;
    }

    /** The raw writer behind what is said to the person; for parts that draw, such as progress. */
    PrintWriter err() {
        return err;
    }

    /** How things look here. */
    public Look look() {
        return look;
    }

    /** The language of the person. */
    public Locale locale() {
        return look.locale();
    }

    /** Says a sentence to the person, unless they asked for quiet. */
    public void say(Text sentence) {
        if (!look.quiet()) {
            err.println(sentence.in(locale()));
        }
    }

    /** Asks a question, also a person who asked for quiet; the answer is typed behind it. */
    public void ask(Text question) {
        err.print(question.in(locale()) + " ");
        err.flush();
    }

    /** Says what went wrong, also to a person who asked for quiet. */
    public void complain(Text sentence) {
        String word = Text.of(Console.class, "error").in(locale());
        err.println(look.red(word + ":", Stream.ERR) + " " + sentence.in(locale()));
    }

    /** Says what is not as it should be though the command goes on. */
    public void warn(Text sentence) {
        String word = Text.of(Console.class, "warning").in(locale());
        err.println(look.yellow(word + ":", Stream.ERR) + " " + sentence.in(locale()));
    }

    /** A word among the data that says that a thing is well. */
    public String good(String word) {
        return look.green(word, Stream.OUT);
    }

    /** A word among the data that says that a thing could be better. */
    public String doubtful(String word) {
        return look.yellow(word, Stream.OUT);
    }

    /** A word among the data that says that a thing is broken. */
    public String bad(String word) {
        return look.red(word, Stream.OUT);
    }

    /** Prints the trace of an error, for whoever asked for more words. */
    public void trace(Throwable error) {
        error.printStackTrace(err);
    }

    /** Whether the reader of the data has gone away, as {@code head} does. */
    public boolean isReaderGone() {
        return out.checkError();
    }

    /** Hands over what is still buffered. */
    public void flush() {
        out.flush();
        err.flush();
    }

    /** The two streams, which may be a terminal each or not. */
    public enum Stream {
        /** Standard output. */
        OUT,
        /** Standard error. */
        ERR
    }
}
