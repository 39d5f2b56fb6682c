package org.milesbot.cli.jar;

import java.util.List;

/**
 * How a process went.
 *
 * @param out what it said on its standard output
 * @param err what it said on its standard error
 */
record Run(int exitCode, String out, String err) {

    List<String> lines() {
        return out.lines().toList();
    }
}
