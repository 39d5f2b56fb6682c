package org.milesbot.forecast.model;

import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * What is believed of the coefficients after the data: normal around the most likely ones (Laplace's approximation).
 *
 * @param mode the most likely coefficients
 * @param covariance of the coefficients
 * @param logEvidence the logarithm of the probability of the data under the model
 */
record Posterior(RealVector mode, RealMatrix covariance, double logEvidence) {}
