package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.IncompleteGamma;
import java.util.Objects;

/**
 * A number of events for a unit of exposure, with the evidence for it, such as cancellations per
 * customer-month. Events are taken to come one by one and independently (Poisson).
 *
 * <p>The value is zero or more, in events per unit of whatever exposure was given in; unlike a
 * share it may exceed 1. Immutable; equal if made from the same numbers of events, weights and
 * strata.
 *
 * <p>Example: 5 cancellations in 1234.5 customer-months, {@code EventRate.of(5, 1234.5)}; value
 * 0.00405, 95 % interval 0.00132 to 0.00945.
 */
public final class EventRate {

  private static final double LEAST_EXPOSURE = 1e-100;
  private static final double MOST_EXPOSURE = 1e100;

  private final long events;
  private final int strata;
  private final double value;
  private final double variance;
  private final double largestWeight;

  private EventRate(long events, int strata, double value, double variance, double largestWeight) {
    this.events = events;
    this.strata = strata;
    this.value = value;
    this.variance = variance;
    this.largestWeight = largestWeight;
  }

  /**
   * Returns events over exposure.
   *
   * @param events number of events, 0 or more
   * @param exposure customers times time, or any other measure of opportunity, from 1e-100 to 1e100
   * @return the rate
   * @throws IllegalArgumentException if events is negative or exposure out of range
   */
  public static EventRate of(long events, double exposure) {
    return sumOfRatios(new long[] {events}, new double[] {exposure});
  }

  /**
   * Returns the sum of the rates of several strata, for example of the days of a month: the sum of
   * daily churn rates is the churn of a month whose customer base keeps changing.
   *
   * <pre>{@code value = sum of events_i / exposure_i}</pre>
   *
   * <p>A stratum without events and without exposure says nothing and is skipped.
   *
   * @param events number of events of each stratum, 0 or more
   * @param exposures exposure of each stratum, from 1e-100 to 1e100, or 0 where there are no events
   * @return the rate
   * @throws IllegalArgumentException if the arrays differ in length, events are negative, an
   *     exposure is out of range or no stratum has any
   * @throws ArithmeticException if the events together exceed a long
   */
  public static EventRate sumOfRatios(long[] events, double[] exposures) {
    if (events.length != exposures.length) {
      throw new IllegalArgumentException(
          "exposures ("
              + exposures.length
              + " values) must be one for each of the "
              + events.length
              + " strata");
    }
    long allEvents = 0;
    int strata = 0;
    CompensatedSum value = new CompensatedSum();
    CompensatedSum variance = new CompensatedSum();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < events.length; i++) {
      if (isEmpty(i, events[i], exposures[i])) {
        continue;
      }
      allEvents = Math.addExact(allEvents, events[i]);
      strata++;
      double rate = events[i] / exposures[i];
      value.add(rate);
      variance.add(rate / exposures[i]);
      least = Math.min(least, exposures[i]);
    }
    if (strata == 0) {
      throw new IllegalArgumentException(
          "exposures (" + exposures.length + " values) must not all be 0");
    }
    return new EventRate(allEvents, strata, value.value(), variance.value(), 1 / least);
  }

  private static boolean isEmpty(int stratum, long events, double exposure) {
    if (events < 0) {
      throw new IllegalArgumentException(
          "events (" + events + ") of stratum " + stratum + " must not be negative");
    }
    if (exposure == 0 && events == 0) {
      return true;
    }
    if (!(exposure >= LEAST_EXPOSURE && exposure <= MOST_EXPOSURE)) {
      throw new IllegalArgumentException(
          "exposure ("
              + exposure
              + ") of stratum "
              + stratum
              + " must be from "
              + LEAST_EXPOSURE
              + " to "
              + MOST_EXPOSURE);
    }
    return false;
  }

  /**
   * Returns the rate.
   *
   * @return events per unit of exposure, zero or more
   */
  public double value() {
    return value;
  }

  /**
   * Returns how many events it rests on.
   *
   * @return events of all strata
   */
  public long events() {
    return events;
  }

  /**
   * Returns the exact interval of Garwood for one stratum, the gamma interval of Fay and Feuer for
   * a sum of several; for one stratum the two are the same.
   *
   * <p>With y the value, v the sum of events_i / exposure_i^2 and w the largest 1 / exposure_i:
   *
   * <pre>{@code
   * lower = v / (2 y) * chi2(alpha / 2; 2 y^2 / v)
   * upper = (v + w^2) / (2 (y + w)) * chi2(1 - alpha / 2; 2 (y + w)^2 / (v + w^2))
   * }</pre>
   *
   * <p>alpha is 1 - level, chi2(p; df) a quantile. Coverage is at least the level for one stratum,
   * and has been for several wherever it was tried. Without events the lower limit is 0. Example:
   * no event in 100 units of exposure at 95 %, 0 to 0.0369.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval, in events per unit of exposure
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1093/biomet/28.3-4.437">Garwood (1936)</a>
   * @see <a
   *     href="https://doi.org/10.1002/(SICI)1097-0258(19970415)16:7%3C791::AID-SIM500%3E3.0.CO;2-%23">Fay
   *     and Feuer (1997)</a>
   */
  public ConfidenceInterval interval(double level) {
    double tail = (1 - Checks.level(level)) / 2;
    double lower = 0;
    if (events > 0) {
      lower = variance / value * IncompleteGamma.quantile(tail, value * (value / variance));
    }
    double next = value + largestWeight;
    double nextVariance = variance + largestWeight * largestWeight;
    double upper =
        nextVariance / next * IncompleteGamma.quantileUpper(tail, next * (next / nextVariance));
    return new ConfidenceInterval(lower, upper, level, strata == 1 ? "Garwood" : "Fay-Feuer");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventRate that
        && events == that.events
        && strata == that.strata
        && value == that.value
        && variance == that.variance
        && largestWeight == that.largestWeight;
  }

  @Override
  public int hashCode() {
    return Objects.hash(events, strata, value, variance, largestWeight);
  }

  /**
   * Returns the value and the events behind it.
   *
   * @return for example {@code 0.05 (5 events)}
   */
  @Override
  public String toString() {
    return value + " (" + events + (events == 1 ? " event)" : " events)");
  }
}
