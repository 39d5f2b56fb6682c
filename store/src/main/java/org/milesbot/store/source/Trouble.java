package org.milesbot.store.source;

/** What can be wrong with a source for longer than a visit. */
public enum Trouble {
    /** Visit after visit comes to nothing. */
    FAILING,
    /** The visits go well, but nothing new has come for longer than is usual there. */
    SILENT
}
