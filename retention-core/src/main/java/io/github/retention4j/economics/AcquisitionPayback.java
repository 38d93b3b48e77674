package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.LifetimeValue.AssumedRetention;
import io.github.retention4j.clv.LifetimeValue.ObservedRetention;
import io.github.retention4j.clv.LifetimeValue.RetentionInput;
import io.github.retention4j.clv.Payback;
import io.github.retention4j.clv.PaybackCalculator;
import io.github.retention4j.clv.PaybackInterval;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long it takes until the margins of a customer have paid for winning it, while customers
 * leave: in whole periods and on the curve between them.
 *
 * <pre>{@code
 * whole       the smallest n with m (1 - r^n) / (1 - r) >= CAC
 * continuous  ln(1 - CAC (1 - r) / m) / ln(r), and CAC / m at r = 1
 * never       where CAC (1 - r) / m >= 1, or m <= 0
 * }</pre>
 *
 * <p>Nothing is discounted and the margin of the first period is certain; for other timings and
 * discounts take {@link PaybackCalculator}, on which this is built. Example: a cost of 250, a
 * margin of 69.30 a month and a churn of 0.05 a month pay back after 3.88, in whole months after 4.
 *
 * @param acquisitionCost the cost of winning one customer, above 0
 * @param margin the margin of one period
 * @param retention the chance to be retained from one such period to the next: observed or assumed
 */
public record AcquisitionPayback(
    MonetaryEstimate acquisitionCost, PeriodicMargin margin, RetentionInput retention) {

  private static final PaybackCalculator CALCULATOR = PaybackCalculator.withDefaults();

  /**
   * Checks that the parts go together.
   *
   * @param acquisitionCost the cost of winning one customer
   * @param margin the margin of one period
   * @param retention the chance to be retained
   * @throws IllegalArgumentException if the cost is not above 0, or margin and retention are of
   *     different periods
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public AcquisitionPayback {
    requireNonNull(retention, "retention");
    if (retention instanceof ObservedRetention observed) {
      CALCULATOR.calculate(acquisitionCost, margin, observed.rate());
    } else {
      CALCULATOR.calculate(acquisitionCost, margin, retention.value());
    }
  }

  /**
   * Returns the payback if nobody leaves: CAC over margin.
   *
   * @param acquisitionCost the cost of winning one customer, above 0
   * @param margin the margin of one period
   * @return the payback
   * @throws IllegalArgumentException if the cost is not above 0
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public static AcquisitionPayback withoutChurn(
      MonetaryEstimate acquisitionCost, PeriodicMargin margin) {
    return of(acquisitionCost, margin, 1);
  }

  /**
   * Returns the payback at an assumed retention rate.
   *
   * @param acquisitionCost the cost of winning one customer, above 0
   * @param margin the margin of one period
   * @param assumedRetention the chance to be retained from one such period to the next, in [0, 1]
   * @return the payback; no interval
   * @throws IllegalArgumentException if the cost is not above 0 or the chance outside [0, 1]
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public static AcquisitionPayback of(
      MonetaryEstimate acquisitionCost, PeriodicMargin margin, double assumedRetention) {
    return new AcquisitionPayback(acquisitionCost, margin, new AssumedRetention(assumedRetention));
  }

  /**
   * Returns the payback at an observed retention rate.
   *
   * @param acquisitionCost the cost of winning one customer, above 0
   * @param margin the margin of one period
   * @param retention the retention rate of the same period
   * @param level the level of the interval, in (0, 1)
   * @return the payback, with the interval of the rate carried on
   * @throws IllegalArgumentException if the cost is not above 0, the periods differ or the level is
   *     not between 0 and 1
   * @throws CurrencyMismatchException if cost and margin differ in currency
   */
  public static AcquisitionPayback of(
      MonetaryEstimate acquisitionCost,
      PeriodicMargin margin,
      RetentionRate retention,
      double level) {
    return new AcquisitionPayback(
        acquisitionCost,
        margin,
        new ObservedRetention(retention.compoundedTo(retention.per()), level));
  }

  /**
   * Returns the payback in whole periods.
   *
   * @return after how many, or never and why
   */
  public Payback whole() {
    return at(retention.value());
  }

  private Payback at(double rate) {
    return CALCULATOR.calculate(acquisitionCost, margin, rate);
  }

  /**
   * Returns the payback on the curve between whole periods.
   *
   * @return periods, above 0; rounded up they are {@link #whole()}. Empty if the cost is never paid
   *     back, or nobody is retained, for the curve then is one step
   */
  public OptionalDouble continuous() {
    double rate = retention.value();
    if (rate == 0 || !(whole() instanceof Payback.After)) {
      return OptionalDouble.empty();
    }
    double needed = acquisitionCost.amount() / margin.amount().amount();
    double churn = 1 - rate;
    return OptionalDouble.of(
        churn == 0 ? needed : Math.log1p(-needed * churn) / Math.log1p(-churn));
  }

  /**
   * Tells why there is no payback on the curve.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNotContinuous() {
    if (!(whole() instanceof Payback.After)) {
      return Optional.of("the cost is never paid back: " + never());
    }
    return retention.value() == 0
        ? Optional.of("nobody is retained, so that the curve is one step")
        : Optional.empty();
  }

  /**
   * Returns the number that decides whether the cost is ever paid back.
   *
   * @return CAC (1 - r) / m, below 1 if it is; empty if the margin is not above 0, as {@link
   *     #whole()} then tells
   */
  public OptionalDouble costTimesChurnOverMargin() {
    return margin.amount().amount() > 0
        ? OptionalDouble.of(
            acquisitionCost.amount() * (1 - retention.value()) / margin.amount().amount())
        : OptionalDouble.empty();
  }

  /**
   * Returns between which whole periods the cost is paid back: the payback at the ends of the
   * interval of the rate, which falls as the rate rises. Cost and margin are taken as known.
   *
   * @return the interval, whose later end may be never; empty if the retention was assumed, as it
   *     then {@linkplain RetentionInput#explanation() tells}
   */
  public Optional<PaybackInterval> interval() {
    return retention.interval().map(this::carried);
  }

  private PaybackInterval carried(ConfidenceInterval rate) {
    return new PaybackInterval(at(rate.upper()), at(rate.lower()), rate.level(), rate.method());
  }

  /**
   * Returns the payback, or why it never comes, and what it rests on.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    return "Payback of "
        + acquisitionCost
        + " by "
        + margin
        + ": "
        + words()
        + interval().map(it -> " " + it).orElse("")
        + "\n  "
        + retention.explanation()
        + "\n";
  }

  private String words() {
    if (whole() instanceof Payback.After after) {
      String between =
          continuous().isPresent()
              ? Texts.format(" (%.2f on the curve)", continuous().getAsDouble())
              : "";
      return after + between;
    }
    return "never, " + never();
  }

  private String never() {
    OptionalDouble decides = costTimesChurnOverMargin();
    return decides.isPresent()
        ? Texts.format("CAC x churn / margin is %.3f", decides.getAsDouble())
        : "the margin is not above 0";
  }
}
