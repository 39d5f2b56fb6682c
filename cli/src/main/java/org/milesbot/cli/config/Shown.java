package org.milesbot.cli.config;

import org.jspecify.annotations.Nullable;
import org.milesbot.api.Text;

/**
 * A setting as people may see it.
 *
 * @param name the variable
 * @param value what is in force, secrets masked; null if nothing is
 * @param origin where it comes from
 * @param from the same for people, with the file and line
 * @param description what it is for, in one line
 */
public record Shown(String name, @Nullable String value, Origin origin, Text from, Text description) {}
