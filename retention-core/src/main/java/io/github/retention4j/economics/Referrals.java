package io.github.retention4j.economics;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;
import java.util.Optional;

/**
 * What customers bring by referring others: how many refer, and how many customers come of one.
 *
 * <p>With the viral coefficient {@code k = customers won / customers}, which is the invitations per
 * customer times the share of them that wins a customer, one customer is in the end {@code 1 + k +
 * k^2 + ... = 1 / (1 - k)} customers, if k is below 1. That takes referred customers to refer as
 * often as the others. Example: 1000 customers sent 1500 invitations that won 300: k = 0.3, and one
 * customer becomes 1.43.
 *
 * @param customers customers who could refer, at least 1
 * @param referrers those of them who referred anybody, at most customers
 * @param invitations people whom they invited, at least referrers
 * @param won customers won by these invitations, at most invitations
 */
public record Referrals(long customers, long referrers, long invitations, long won) {

  /**
   * Checks the counts.
   *
   * @param customers customers who could refer
   * @param referrers those who referred anybody
   * @param invitations people whom they invited
   * @param won customers won by these invitations
   * @throws IllegalArgumentException if there is no customer, more referrers than customers, fewer
   *     invitations than referrers, invitations without a referrer, or more won than invited
   */
  public Referrals {
    if (customers < 1) {
      throw new IllegalArgumentException("customers (" + customers + ") must be at least 1");
    }
    atMost("referrers", referrers, "customers", customers);
    if (invitations < referrers || (referrers == 0 && invitations > 0)) {
      throw new IllegalArgumentException(
          "invitations ("
              + invitations
              + ") must be at least referrers ("
              + referrers
              + "), and 0 without any");
    }
    atMost("won", won, "invitations", invitations);
  }

  private static void atMost(String name, long value, String limitName, long limit) {
    if (value < 0 || value > limit) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be from 0 to " + limitName + " (" + limit + ")");
    }
  }

  /**
   * Returns the referral rate: the share of customers who referred anybody.
   *
   * @return referrers of customers, with Wilson's interval
   */
  public Proportion rate() {
    return new Proportion(referrers, customers);
  }

  /**
   * Returns the share of invitations that won a customer.
   *
   * @return won of invitations; empty if nobody was invited
   */
  public Optional<Proportion> conversion() {
    return Proportion.ifAny(won, invitations);
  }

  /**
   * Tells why there is no conversion.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoConversion() {
    return invitations == 0 ? Optional.of("nobody was invited") : Optional.empty();
  }

  /**
   * Returns the viral coefficient.
   *
   * @return k = won / customers, 0 or more
   */
  public double viralCoefficient() {
    return (double) won / customers;
  }

  /**
   * Returns Garwood's exact interval of the viral coefficient, the customers won being Poisson.
   *
   * @param level the confidence level, in (0, 1)
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval viralInterval(double level) {
    return EventRate.of(won, (double) customers).interval(level);
  }

  /**
   * Returns what becomes of one customer's referrals in the end.
   *
   * @return 1 / (1 - k) customers, or that they do not die out
   */
  public ViralGrowth growth() {
    double k = viralCoefficient();
    return k < 1 ? new ViralGrowth.Converges(1 / (1 - k)) : new ViralGrowth.DoesNotConverge(k);
  }

  /**
   * Returns how many customers come of one within some generations, itself included; it is finite
   * for every coefficient.
   *
   * @param generations how often referred customers refer in turn, from 0 to 100000
   * @return 1 + k + ... + k^generations, infinite never unless it exceeds a double
   * @throws IllegalArgumentException if generations is out of range, or the sum exceeds a double
   */
  public double customersWithin(int generations) {
    Checks.inRange("generations", generations, 0, 100_000);
    double k = viralCoefficient();
    double sum = 1;
    for (int i = 0; i < generations; i++) {
      sum = sum * k + 1;
    }
    if (Double.isInfinite(sum)) {
      throw new IllegalArgumentException(
          "generations (" + generations + ") must be fewer: the sum exceeds a double");
    }
    return sum;
  }

  /**
   * Returns what a customer is worth with all who come of it, each generation counting so much
   * less.
   *
   * <pre>{@code value / (1 - k w)}</pre>
   *
   * @param valueOfOne what one customer is worth by itself
   * @param weight what a generation later is worth over now, in (0, 1]: {@code 1 / (1 + d)^t} if
   *     referring takes t periods at a discount rate of d, 1 for no discount
   * @return the value; empty if k w is 1 or more, where the sum over generations has no finite
   *     value
   * @throws IllegalArgumentException if the weight is out of range
   */
  public Optional<MonetaryEstimate> valueWithReferred(MonetaryEstimate valueOfOne, double weight) {
    double passedOn = passedOn(weight);
    return passedOn < 1 ? Optional.of(valueOfOne.times(1 / (1 - passedOn))) : Optional.empty();
  }

  /**
   * Tells why there is no value with referred customers.
   *
   * @param weight what a generation later is worth over now, in (0, 1]
   * @return the reason; empty where there is one
   * @throws IllegalArgumentException if the weight is out of range
   */
  public Optional<String> whyNoValueWithReferred(double weight) {
    return passedOn(weight) < 1
        ? Optional.empty()
        : Optional.of(
            Texts.format(
                "each customer passes on at least its own value (k w is %.3f), without end",
                passedOn(weight)));
  }

  private double passedOn(double weight) {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight (" + weight + ") must be above 0 and at most 1");
    }
    return viralCoefficient() * weight;
  }

  /**
   * Returns rate, conversion, coefficient and growth.
   *
   * @param level the confidence level of the intervals, in (0, 1)
   * @return text that ends with a line feed
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public String toText(double level) {
    return Texts.format(
        """
        Referral rate %s %s
          invitations that won: %s
          viral coefficient %.3f %s
          %s
        """,
        rate(),
        Texts.range(rate().interval(level)),
        conversion().map(Proportion::toString).orElseGet(() -> whyNoConversion().orElseThrow()),
        viralCoefficient(),
        viralInterval(level),
        growth() instanceof ViralGrowth.Converges end
            ? Texts.format("one customer becomes %.2f", end.customersPerCustomer())
            : "does not converge: each customer brings at least one more");
  }
}
