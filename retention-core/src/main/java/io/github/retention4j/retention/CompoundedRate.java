package io.github.retention4j.retention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.Granularity;
import java.util.Locale;

/**
 * A retention rate that was observed over one length of period and compounded to another. It is a
 * projection: nobody was observed for that long.
 *
 * @param observed what was observed
 * @param per the length of period that it is converted to
 */
public record CompoundedRate(RetentionRate observed, Granularity per) {

  /**
   * Checks that the lengths convert.
   *
   * @param observed what was observed
   * @param per the length of period that it is converted to
   * @throws IllegalArgumentException if the lengths have no exact ratio
   */
  public CompoundedRate {
    requireNonNull(observed, "observed");
    per.lengthIn(observed.per());
  }

  /**
   * Returns the converted rate.
   *
   * @return observed^k, with k observed periods to one of this length; in [0, 1]
   */
  public double value() {
    return convert(observed.value());
  }

  /**
   * Returns the interval, converted end by end; compounding rises with the rate, so the level stays
   * as it is.
   *
   * @param level the share of such intervals that hold the true rate, in (0, 1)
   * @return the interval
   */
  public ConfidenceInterval interval(double level) {
    return observed.interval(level).map(this::convert);
  }

  /**
   * Returns the converted rate and what it comes from.
   *
   * @return for example {@code 81.45 % a year, compounded from 95/100 (95.00 %) a quarter}
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.2f %% %s, compounded from %s", 100 * value(), per.perUnit(), observed);
  }

  private double convert(double rate) {
    return RateConversion.retention(rate, observed.per(), per);
  }
}
