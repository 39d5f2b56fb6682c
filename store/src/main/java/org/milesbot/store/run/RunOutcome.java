package org.milesbot.store.run;

/** How a run of a job ended. */
public enum RunOutcome {
    /** All of it was done. */
    OK,
    /** Some of it was done, such as some of the sources. */
    PARTIAL,
    /** None of it was done. */
    FAILED
}
