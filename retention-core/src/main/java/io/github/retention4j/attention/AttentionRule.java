package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import java.util.Locale;
import java.util.Optional;

/** Which customers somebody should look at. */
public sealed interface AttentionRule {

  /**
   * Tells whether a customer is to be looked at.
   *
   * @param row the customer, with a product or anything
   * @return true if so
   */
  boolean picks(CustomerCadence row);

  /**
   * Silent for some times the personal median gap. "Bought coffee every two months, silent for
   * three" is a ratio of 1.5.
   *
   * @param ratio the least ratio, over 0
   */
  record Overdue(double ratio) implements AttentionRule {

    /**
     * Checks the ratio.
     *
     * @param ratio the least ratio
     * @throws IllegalArgumentException if not over 0 and finite
     */
    public Overdue {
      requirePositive("ratio", ratio);
    }

    @Override
    public boolean picks(CustomerCadence row) {
      return row.ratioToMedian().orElse(0) >= ratio;
    }

    @Override
    public String toString() {
      return "silent for at least " + ratio + " times the median gap";
    }
  }

  /** Silent for longer than the usual range of gaps. */
  enum BeyondUsual implements AttentionRule {
    /** The rule. */
    INSTANCE;

    @Override
    public boolean picks(CustomerCadence row) {
      return row.usualGap().map(gap -> row.daysSinceLast() > gap.upper()).orElse(false);
    }

    @Override
    public String toString() {
      return "silent for longer than usual";
    }
  }

  /**
   * Silent for longer than every gap seen. With n gaps alike, the next exceeds all of them by
   * chance once in n + 1 times, so that few gaps make a weak sign.
   *
   * @param leastGaps of how many gaps at least, 1 or more
   */
  record BeyondEveryGap(int leastGaps) implements AttentionRule {

    /**
     * Checks the number.
     *
     * @param leastGaps of how many gaps at least
     * @throws IllegalArgumentException if under 1
     */
    public BeyondEveryGap {
      if (leastGaps < 1) {
        throw new IllegalArgumentException("leastGaps (" + leastGaps + ") must be at least 1");
      }
    }

    @Override
    public boolean picks(CustomerCadence row) {
      return row.gaps() >= leastGaps && row.longerThanEveryGap();
    }

    @Override
    public String toString() {
      return "silent for longer than every one of at least " + leastGaps + " gaps";
    }
  }

  /**
   * Silent for longer than some times the personal mean gap: the average latency with a buffer.
   *
   * @param multiplier over 0; 1.25 adds a quarter
   */
  record Latency(double multiplier) implements AttentionRule {

    /**
     * Checks the multiplier.
     *
     * @param multiplier over 0
     * @throws IllegalArgumentException if not over 0 and finite
     */
    public Latency {
      requirePositive("multiplier", multiplier);
    }

    /**
     * Returns where the rule cuts off. To go by the average latency of a whole shop, take {@code
     * new LongAbsent(latency.cutOffDays(mean))} of {@link Cadence#populationMeanGap()}.
     *
     * @param averageLatency the mean gap in days, 0 or more
     * @return {@code averageLatency * multiplier} days
     * @throws IllegalArgumentException if the mean is negative or not finite
     */
    public double cutOffDays(double averageLatency) {
      if (!(averageLatency >= 0 && averageLatency < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "averageLatency (" + averageLatency + ") must be finite, 0 or more");
      }
      return averageLatency * multiplier;
    }

    @Override
    public boolean picks(CustomerCadence row) {
      return row.meanGap().isPresent()
          && row.daysSinceLast() > cutOffDays(row.meanGap().getAsDouble());
    }

    @Override
    public String toString() {
      return "silent for more than " + multiplier + " times the mean gap";
    }
  }

  /**
   * Silent for more than a number of days, whoever it is.
   *
   * @param days 0 or more
   */
  record LongAbsent(double days) implements AttentionRule {

    /**
     * Checks the days.
     *
     * @param days 0 or more
     * @throws IllegalArgumentException if negative or not finite
     */
    public LongAbsent {
      if (!(days >= 0 && days < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("days (" + days + ") must be finite, 0 or more");
      }
    }

    @Override
    public boolean picks(CustomerCadence row) {
      return row.daysSinceLast() > days;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "silent for more than %s days", days);
    }
  }

  /**
   * A rule that is the same for all: enough purchases, too long a silence and, where wanted, a high
   * enough average.
   *
   * @param leastPurchases 1 or more
   * @param days silent for more than so many, 0 or more
   * @param averageOver an average purchase of more than so much; empty for any
   */
  record Fixed(long leastPurchases, int days, Optional<Money> averageOver)
      implements AttentionRule {

    /**
     * Checks the numbers.
     *
     * @param leastPurchases 1 or more
     * @param days silent for more than so many
     * @param averageOver an average purchase of more than so much
     * @throws IllegalArgumentException if a number is too small
     */
    public Fixed {
      requireNonNull(averageOver, "averageOver");
      if (leastPurchases < 1) {
        throw new IllegalArgumentException(
            "leastPurchases (" + leastPurchases + ") must be at least 1");
      }
      if (days < 0) {
        throw new IllegalArgumentException("days (" + days + ") must be 0 or more");
      }
    }

    /**
     * Tells whether numbers of a customer fulfil the rule.
     *
     * @param purchases how many
     * @param daysSinceLast whole days since the last
     * @param amount the sum of its purchases; empty where no amounts are known
     * @return true if so
     * @throws IllegalArgumentException if the rule asks for an average and no amounts are known, or
     *     they are of another currency
     */
    public boolean picks(long purchases, int daysSinceLast, Optional<Money> amount) {
      return purchases >= leastPurchases
          && daysSinceLast > days
          && (averageOver.isEmpty() || exceeds(averageOver.get(), purchases, amount));
    }

    private static boolean exceeds(Money average, long purchases, Optional<Money> amount) {
      Money sum =
          amount.orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "averageOver (" + average + ") must not be asked for: no amounts are known"));
      return sum.compareTo(average.times(purchases)) > 0;
    }

    @Override
    public boolean picks(CustomerCadence row) {
      return picks(row.purchases(), row.daysSinceLast(), row.amount());
    }

    @Override
    public String toString() {
      return "at least "
          + leastPurchases
          + " purchases, silent for more than "
          + days
          + " days"
          + averageOver.map(money -> ", average over " + money).orElse("");
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " (" + value + ") must be over 0 and finite");
    }
  }
}
