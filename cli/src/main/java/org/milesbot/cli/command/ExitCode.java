package org.milesbot.cli.command;

import org.milesbot.api.ErrorKind;

/** What the process tells its caller. */
final class ExitCode {

    static final int OK = 0;
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    static final int PARTLY_FAILED = 3;
    static final int CONFIGURATION = 4;
    static final int EXTERNAL = 5;

    private ExitCode() {}

    static int of(ErrorKind kind) {
        return switch (kind) {
            case USAGE -> USAGE;
            case CONFIGURATION -> CONFIGURATION;
            case EXTERNAL -> EXTERNAL;
            case DATA -> PARTLY_FAILED;
            case INTERNAL -> INTERNAL;
        };
    }
}
