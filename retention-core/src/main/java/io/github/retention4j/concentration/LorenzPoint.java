package io.github.retention4j.concentration;

/**
 * A point of the Lorenz curve.
 *
 * @param shareOfCustomers the customers with the smallest amounts, from 0 to 1
 * @param shareOfTotal what they have together; under 0 where negative amounts were kept
 */
public record LorenzPoint(double shareOfCustomers, double shareOfTotal) {}
