package org.milesbot.forecast.backtest;

/**
 * A figure and how far chance may have moved it.
 *
 * @param value the figure
 * @param low what it exceeds with 95 %
 * @param high what it stays below with 95 %
 */
public record Estimate(double value, double low, double high) {}
