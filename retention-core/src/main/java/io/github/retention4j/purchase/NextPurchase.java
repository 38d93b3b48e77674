package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a customer will buy next, if ever. Immutable.
 *
 * <p>The time to the next purchase is infinite for a customer who has left or will before it buys
 * again, so that a quantile may not be reached: where {@link #chance()} is 0.4 there is no median.
 */
public final class NextPurchase {

  /** Times are found to this share of themselves. */
  private static final double PRECISION = 1e-12;

  private final PurchaseModel model;
  private final PurchaseHistory history;
  private final double chance;

  private NextPurchase(PurchaseModel model, PurchaseHistory history) {
    this.model = requireNonNull(model, "model");
    this.history = requireNonNull(history, "history");
    this.chance = model.probabilityOfAnotherPurchase(history);
  }

  /**
   * Asks a model about a customer.
   *
   * @param model the model
   * @param history the customer
   * @return when it buys next
   */
  public static NextPurchase of(PurchaseModel model, PurchaseHistory history) {
    return new NextPurchase(model, history);
  }

  /**
   * Returns the chance that there is another purchase at all.
   *
   * @return in [0, 1]
   */
  public double chance() {
    return chance;
  }

  /**
   * Returns the chance of a purchase within some time.
   *
   * @param duration the time from the end of observation on, 0 or more, in the unit of the model
   * @return in [0, 1]
   * @throws IllegalArgumentException if the duration is negative, infinite or NaN
   */
  public double probabilityWithin(double duration) {
    return model.probabilityOfPurchaseWithin(history, duration);
  }

  /**
   * Returns the time within which the customer buys with a given chance.
   *
   * @param probability over 0 and under 1
   * @return the least time t from the end of observation on with {@code probabilityWithin(t) =
   *     probability}, in the unit of the model, to a relative error below 1e-11; empty if it is not
   *     reached within any time that a double holds
   * @throws IllegalArgumentException if the probability is not over 0 and under 1
   */
  public OptionalDouble quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "probability (" + probability + ") must be over 0 and under 1");
    }
    if (probability >= chance) {
      return OptionalDouble.empty();
    }
    double high = 1;
    while (probabilityWithin(high) < probability) {
      high *= 16;
      if (Double.isInfinite(high)) {
        return OptionalDouble.empty();
      }
    }
    double low = high / 16;
    while (probabilityWithin(low) >= probability) {
      high = low;
      low /= 16;
    }
    return OptionalDouble.of(between(low, high, probability));
  }

  /** Bisects on the scale of the logarithm. */
  private double between(double from, double to, double probability) {
    double low = from;
    double high = to;
    while (high - low > PRECISION * high) {
      double middle = Math.sqrt(low) * Math.sqrt(high);
      if (probabilityWithin(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * Returns the day by which the customer buys with a given chance.
   *
   * @param probability over 0 and under 1
   * @param observationEndExclusive the first day that is not observed, at the start of which the
   *     age of the history ends
   * @return the day in which the quantile falls; empty if it is not reached, or is after the last
   *     date there is
   * @throws IllegalArgumentException if the probability is not over 0 and under 1
   */
  public Optional<LocalDate> quantileDate(double probability, LocalDate observationEndExclusive) {
    requireNonNull(observationEndExclusive, "observationEndExclusive");
    OptionalDouble time = quantile(probability);
    double days = time.orElse(Double.POSITIVE_INFINITY) * model.timeScale().days();
    return days < LocalDate.MAX.toEpochDay() - observationEndExclusive.toEpochDay()
        ? Optional.of(observationEndExclusive.plusDays((long) Math.floor(days)))
        : Optional.empty();
  }

  /**
   * Returns the chance and the median.
   *
   * @return for example {@code another purchase with chance 0.7, median 12.3 weeks}
   */
  @Override
  public String toString() {
    OptionalDouble median = quantile(0.5);
    return "another purchase with chance "
        + chance
        + (median.isPresent()
            ? ", median " + median.orElseThrow() + " " + model.timeScale()
            : ", no median");
  }
}
