package org.milesbot.cli.command;

import org.milesbot.api.Text;
import org.milesbot.cli.duty.Told;
import org.milesbot.cli.output.Console;

/** Says it at once: whoever reads the log of a process that goes on waits for it. */
record Aloud(Console console) implements Told {

    @Override
    public void say(Text sentence) {
        synchronized (console) {
            console.say(sentence);
            console.flush();
        }
    }

    @Override
    public void complain(Text sentence) {
        synchronized (console) {
            console.complain(sentence);
            console.flush();
        }
    }
}
