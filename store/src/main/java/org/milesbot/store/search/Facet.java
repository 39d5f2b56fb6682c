package org.milesbot.store.search;

/**
 * How many campaigns have a value.
 *
 * @param value such as a programme
 * @param count how many results there are with it
 */
public record Facet<T>(T value, long count) {}
