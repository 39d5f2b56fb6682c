package org.milesbot.forecast.backtest;

/**
 * Forecasts of about the same probability.
 *
 * @param forecast their mean
 * @param frequency the share of them after which a start came
 * @param count how many
 */
public record Bin(double forecast, double frequency, int count) {}
