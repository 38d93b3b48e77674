package io.github.retention4j.clv;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.CompoundedRate;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;

/**
 * What a customer is worth by a closed formula, with everything that it rests on.
 *
 * <p>Only the inputs are stored; value and interval follow from them.
 *
 * @param margin the margin of one period
 * @param retention the chance to be retained from one such period to the next: observed or assumed
 * @param terms the formula, the discount and the horizon
 */
public record LifetimeValue(PeriodicMargin margin, RetentionInput retention, ValuationTerms terms) {

  /**
   * Checks that the periods go together.
   *
   * @param margin the margin of one period
   * @param retention the chance to be retained, observed or assumed
   * @param terms the formula, the discount and the horizon
   * @throws IllegalArgumentException if the retention is of another period than the margin, or the
   *     discount rate does not convert to it
   */
  public LifetimeValue {
    requireNonNull(margin, "margin");
    requireNonNull(retention, "retention");
    requireNonNull(terms, "terms");
    if (retention instanceof ObservedRetention observed) {
      Checks.samePeriod(margin, observed.rate());
    }
    terms.discount().per(margin.per());
  }

  /**
   * Returns the value.
   *
   * @return the value today of one customer; negative if the margin is; empty if the margins have
   *     no finite sum, which takes no horizon and a retention r, growth g and discount d with r (1
   *     + g) &gt;= 1 + d, such as a retention of 1 with neither growth nor discount
   */
  public Optional<MonetaryEstimate> value() {
    return MonetaryInterval.times(margin.amount(), multiple(retention.value()));
  }

  /**
   * Returns the confidence interval of the value: that of the retention rate, mapped through the
   * formula, which rises with retention. The margin is taken as known.
   *
   * @return the interval, at the level and by the method of the rate's; an end is open where the
   *     rate's limit of 1 leaves the value without bound; empty if the retention was assumed, or if
   *     even at the lower limit of the rate the margins grow without bound
   */
  public Optional<MonetaryInterval> interval() {
    return retention
        .interval()
        .filter(rate -> MonetaryInterval.times(margin.amount(), multiple(rate.lower())).isPresent())
        .map(
            rate ->
                MonetaryInterval.ofMultiples(
                    margin.amount(),
                    multiple(rate.lower()),
                    multiple(rate.upper()),
                    rate.level(),
                    rate.method()));
  }

  /**
   * Returns what the value assumes, to be shown beside it.
   *
   * @return one line: the formula, the timing of the first margin, the discount, the horizon, where
   *     the retention comes from, and whether the value is unbounded
   */
  public String assumptions() {
    return terms.explanation()
        + "; "
        + retention.explanation()
        + (value().isEmpty() ? terms.endless() : "");
  }

  /**
   * Returns the value, its interval where it has one, and what it assumes.
   *
   * @return one line of text; {@code unbounded} where the margins have no finite sum
   */
  @Override
  public String toString() {
    return value().map(MonetaryEstimate::toString).orElse("unbounded")
        + interval().map(it -> " " + it).orElse("")
        + ": "
        + assumptions();
  }

  private double multiple(double chance) {
    return terms.multiple(chance, margin.per());
  }

  /** Where the chance to be retained comes from. */
  public sealed interface RetentionInput permits ObservedRetention, AssumedRetention {

    /**
     * Returns the chance.
     *
     * @return a fraction in [0, 1]
     */
    double value();

    /**
     * Returns how sure it is.
     *
     * @return the interval; empty if the chance was assumed
     */
    Optional<ConfidenceInterval> interval();

    /**
     * Returns where it comes from, in words.
     *
     * @return a short text
     */
    String explanation();
  }

  /**
   * A rate that was counted.
   *
   * @param rate the rate with its counts, as it is or compounded from another period
   * @param level the level of its interval, in (0, 1)
   */
  public record ObservedRetention(CompoundedRate rate, double level) implements RetentionInput {

    /**
     * Checks the level.
     *
     * @param rate the rate with its counts
     * @param level the level of its interval
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public ObservedRetention {
      requireNonNull(rate, "rate");
      Checks.level(level);
    }

    @Override
    public double value() {
      return rate.value();
    }

    @Override
    public Optional<ConfidenceInterval> interval() {
      return Optional.of(rate.interval(level));
    }

    @Override
    public String explanation() {
      return "retention " + (rate.observed().per() == rate.per() ? rate.observed() : rate);
    }
  }

  /**
   * A chance that nobody counted.
   *
   * @param value the chance, in [0, 1]
   */
  public record AssumedRetention(double value) implements RetentionInput {

    /**
     * Checks the chance.
     *
     * @param value the chance
     * @throws IllegalArgumentException if it is outside [0, 1]
     */
    public AssumedRetention {
      Checks.retention(value);
    }

    @Override
    public Optional<ConfidenceInterval> interval() {
      return Optional.empty();
    }

    @Override
    public String explanation() {
      return "retention " + value + " assumed, so there is no interval";
    }
  }
}
