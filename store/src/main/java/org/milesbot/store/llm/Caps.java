package org.milesbot.store.llm;

/**
 * How many tokens may be used, in and out together.
 *
 * @param daily by one person on one day of America/Sao_Paulo
 * @param monthly by the whole installation in one month
 */
public record Caps(long daily, long monthly) {}
