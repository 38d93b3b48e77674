package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether customers who buy more often spend more at a time: Pearson's correlation of the number of
 * purchases and the mean spend, which {@link GammaGamma} takes to be none.
 *
 * <p>Under that model the mean of m is the same for every x, so that Pearson's coefficient of the
 * population is 0; a rank correlation need not be, since m varies less for a larger x. The
 * coefficient is moved by a few large customers; look at these before giving a model up.
 *
 * @param coefficient from -1 to 1, unitless
 * @param interval its interval by Fisher's z, exact for normal numbers only
 * @param customers on how many it rests, at least 4
 */
public record FrequencySpendCorrelation(
    double coefficient, ConfidenceInterval interval, long customers) {

  private static final double LEVEL = 0.95;
  private static final int FEWEST = 4;

  /**
   * Checks the numbers.
   *
   * @param coefficient the correlation
   * @param interval its interval
   * @param customers on how many it rests
   * @throws IllegalArgumentException if the coefficient is not from -1 to 1, or there are fewer
   *     than 4 customers
   */
  public FrequencySpendCorrelation {
    if (!(Math.abs(coefficient) <= 1)) {
      throw new IllegalArgumentException("coefficient (" + coefficient + ") must be from -1 to 1");
    }
    requireNonNull(interval, "interval");
    if (customers < FEWEST) {
      throw new IllegalArgumentException(
          "customers (" + customers + ") must be at least " + FEWEST);
    }
  }

  /** Computes it; empty for fewer than 4 customers, or if one of both numbers does not vary. */
  static Optional<FrequencySpendCorrelation> of(GroupedSpend rows) {
    long customers = 0;
    CompensatedSum purchases = new CompensatedSum();
    CompensatedSum mean = new CompensatedSum();
    for (int row = 0; row < rows.size(); row++) {
      customers += rows.weight[row];
      purchases.add((double) rows.weight[row] * rows.purchases[row]);
      mean.add(rows.weight[row] * rows.mean[row]);
    }
    double coefficient =
        customers < FEWEST
            ? Double.NaN
            : coefficient(rows, purchases.value() / customers, mean.value() / customers);
    return Double.isNaN(coefficient)
        ? Optional.empty()
        : Optional.of(
            new FrequencySpendCorrelation(
                coefficient, interval(coefficient, customers), customers));
  }

  private static double coefficient(GroupedSpend rows, double meanPurchases, double meanSpend) {
    CompensatedSum xx = new CompensatedSum();
    CompensatedSum xm = new CompensatedSum();
    CompensatedSum mm = new CompensatedSum();
    for (int row = 0; row < rows.size(); row++) {
      double x = rows.purchases[row] - meanPurchases;
      double m = rows.mean[row] / meanSpend - 1;
      xx.add(rows.weight[row] * x * x);
      xm.add(rows.weight[row] * x * m);
      mm.add(rows.weight[row] * m * m);
    }
    double scale = Math.sqrt(xx.value()) * Math.sqrt(mm.value());
    return Math.max(-1, Math.min(1, xm.value() / scale));
  }

  private static ConfidenceInterval interval(double coefficient, long customers) {
    double z = 0.5 * (Math.log1p(coefficient) - Math.log1p(-coefficient));
    double margin = Normal.criticalValue(LEVEL) / Math.sqrt(customers - 3.0);
    return new ConfidenceInterval(Math.tanh(z - margin), Math.tanh(z + margin), LEVEL, "Fisher z");
  }

  /** Tells whether the whole interval lies beyond a size, on one side. */
  boolean isBeyond(double size) {
    return interval.lower() > size || interval.upper() < -size;
  }

  /**
   * Returns the coefficient with its interval.
   *
   * @return for example {@code Pearson 0.114 [0.0505, 0.1763] 95 % Fisher z, 946 customers}
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Pearson %.3f %s, %d customers", coefficient, interval, customers);
  }
}
