package org.milesbot.cli.duty;

import org.milesbot.api.Text;

/** Who is told what happens to a process that goes on: whoever reads its log. May be called by several threads at once. */
public interface Told {

    /** Something went as it should. */
    void say(Text sentence);

    /** Something did not. */
    void complain(Text sentence);
}
