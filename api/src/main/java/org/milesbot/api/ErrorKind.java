package org.milesbot.api;

/** Whose fault an error is. The command line makes the exit code of it, operators make alarms of it. */
public enum ErrorKind {
    /** The command was typed wrong: unknown option, unknown name, contradiction. */
    USAGE,
    /** A setting, a file or a folder that milesbot needs is missing, wrong or not accessible. */
    CONFIGURATION,
    /** Something outside milesbot does not answer or answers with an error: a site, the database, Telegram. */
    EXTERNAL,
    /** What was read is not what it should be: an unreadable feed, a broken line, a damaged recording. */
    DATA,
    /** A fault of milesbot or of a plug-in. */
    INTERNAL
}
