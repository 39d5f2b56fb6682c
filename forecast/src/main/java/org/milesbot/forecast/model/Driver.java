package org.milesbot.forecast.model;

/**
 * By how much a feature moves the pace of the coming days against the usual.
 *
 * @param feature what is looked at
 * @param factor 1.4 for 40 % more, .8 for 20 % less
 */
public record Driver(Feature feature, double factor) {}
