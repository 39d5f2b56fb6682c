package org.milesbot.notify.assistant;

/**
 * A parameter of a tool.
 *
 * @param name lower case letters and underscores
 * @param description what it says, for the model
 * @param kind what it takes
 * @param isRequired whether a call without it is none
 */
public record Parameter(String name, String description, Kind kind, boolean isRequired) {}
