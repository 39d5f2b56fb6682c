package org.milesbot.cli.history;

import org.milesbot.api.Text;

/** A line that is no campaign; why is for people. */
final class WrongLine extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text why;

    WrongLine(Text why) {
        super(why.toString());
        this.why = why;
    }

    static WrongLine of(String key, Object... arguments) {
        return new WrongLine(Text.of(WrongLine.class, key, arguments));
    }

    Text why() {
        return why;
    }
}
