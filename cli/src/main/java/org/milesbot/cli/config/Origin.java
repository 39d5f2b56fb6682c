package org.milesbot.cli.config;

/** Where a setting comes from; the first of these that has it wins. */
public enum Origin {
    /** A command-line option. */
    OPTION,
    /** The environment of the process. */
    ENVIRONMENT,
    /** The {@code .env} file. */
    DOTENV,
    /** Nobody set it. */
    DEFAULT
}
