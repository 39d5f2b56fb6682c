package org.milesbot.cli.jar;

import java.util.List;

/**
 * How a process went.
 *
 * @param out what it said on its standard output
 * @param err what it said on its standard error
 */
public record Run(int exitCode, String out, String err) {

    public List<String> lines() {
        return out.lines().toList();
    }
}
