package org.milesbot.forecast.model;

/**
 * How likely a start is, and how well that is known.
 *
 * @param value above 0 and below 1
 * @param low what it exceeds with 90 %
 * @param high what it stays below with 90 %
 */
public record Probability(double value, double low, double high) {}
