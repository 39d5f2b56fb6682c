package org.milesbot.api.job;

/**
 * Work of a plug-in's own, after that of the host. One process at a time runs it, over all that share a database, for at most
 * 15 minutes. It may be killed at any point, and is then run again: do the same twice without harm.
 */
public interface Job {

    /** Its name: unique in the plug-in, of the form {@code [a-z][a-z0-9_]*}. Under it the host remembers when it last went well. */
    String name();

    /** After what it runs. */
    JobPhase phase();

    /**
     * Does the work.
     *
     * @return what it counted, and what people are to be told
     * @throws Exception if it cannot; the host reports it as the plug-in's failure and goes on, and asks again the next time
     */
    JobResult run(JobContext context) throws Exception;
}
