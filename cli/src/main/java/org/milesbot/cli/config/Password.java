package org.milesbot.cli.config;

/**
 * What somebody has to know. Never shown, not even in part.
 *
 * @param value the password itself
 */
public record Password(String value) {

    @Override
    public String toString() {
        return "••••";
    }
}
