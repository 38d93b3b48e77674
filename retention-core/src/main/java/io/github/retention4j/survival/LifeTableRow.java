package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * An interval of age in a life table; all numbers of customers are sums of weights.
 *
 * @param start where it begins
 * @param endExclusive where the next one begins
 * @param entering the customers at risk when it begins
 * @param entered those who entered late within it
 * @param censored those last seen within it and still active
 * @param lost those lost within it
 * @param survivalAtStart the share that lasts until it begins, in [0, 1]
 * @param survivalAtEnd the share that lasts until it ends
 * @param standardError of that share, by Greenwood's formula; empty where the share is 0
 */
public record LifeTableRow(
    double start,
    double endExclusive,
    double entering,
    double entered,
    double censored,
    double lost,
    double survivalAtStart,
    double survivalAtEnd,
    OptionalDouble standardError) {

  /**
   * Checks that all is there.
   *
   * @param start where it begins
   * @param endExclusive where the next one begins
   * @param entering the customers at risk when it begins
   * @param entered those who entered late within it
   * @param censored those last seen within it and still active
   * @param lost those lost within it
   * @param survivalAtStart the share that lasts until it begins
   * @param survivalAtEnd the share that lasts until it ends
   * @param standardError of that share
   * @throws IllegalArgumentException if a number is negative, infinite or NaN, or the end not after
   *     the start
   */
  public LifeTableRow {
    LifetimeChecks.time("start", start);
    LifetimeChecks.positive("endExclusive - start", endExclusive - start);
    LifetimeChecks.time("entering", entering);
    LifetimeChecks.time("entered", entered);
    LifetimeChecks.time("censored", censored);
    LifetimeChecks.time("lost", lost);
    LifetimeChecks.time("survivalAtStart", survivalAtStart);
    LifetimeChecks.time("survivalAtEnd", survivalAtEnd);
    requireNonNull(standardError, "standardError");
    LifetimeChecks.number("standardError", standardError);
  }

  /**
   * Returns the customers exposed to loss: those who were there for a part of the interval count
   * half.
   *
   * @return {@code entering + entered / 2 - censored / 2}, and no fewer than are lost; 0 if all
   *     entered late and none was lost
   */
  public double exposed() {
    return LifeTableCalculator.exposed(entering, entered, censored, lost);
  }

  /**
   * Returns the chance to be lost within the interval, given to be there when it begins.
   *
   * @return {@code q = lost / exposed}, in [0, 1]
   */
  public double lossProbability() {
    return lost == 0 ? 0 : lost / exposed();
  }

  /**
   * Returns the hazard in the middle of the interval.
   *
   * @return losses per customer and unit of time, {@code 2 q / (width (2 - q))}
   */
  public double hazard() {
    double q = lossProbability();
    return 2 * q / ((endExclusive - start) * (2 - q));
  }
}
