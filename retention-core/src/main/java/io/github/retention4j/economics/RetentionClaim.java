package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.LifetimeValueFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A claim of the form "5 % more retention gives 25 to 95 % more profit", to be checked: from which
 * starting rates, and up to which discount rates, does it hold?
 *
 * <p>The quoted claim goes back to Reichheld and Sasser (1990), who wrote of profits almost doubled
 * by keeping five per cent more customers. It is arithmetic on the profit of a customer over its
 * life, as Sharp points out, from some starting rates; not a law, and not about revenue. With r the
 * rate before and r' after, and d the discount rate per period, the margin cancels and the gain is
 *
 * <pre>{@code
 * (r' - r) / (1 + d - r')                 first margin certain (now or at the end of the period)
 * (1 + d) (r' - r) / (r (1 + d - r'))     first margin only after the first renewal
 * }</pre>
 *
 * <p>Example: five points more give 25 % from 0.75 and 100 % from 0.90, undiscounted with a certain
 * first margin; so "25 to 95 %" holds from 0.75 to 0.8974 and nowhere else.
 *
 * @param lift how retention is lifted, above 0
 * @param least the least gain of the claim, as a fraction, above 0
 * @param most the greatest gain, not below the least
 * @param formula when the first margin comes, and whether it is certain
 * @see <a href="https://hbr.org/1990/09/zero-defections-quality-comes-to-services">Reichheld and
 *     Sasser (1990), Zero defections</a>
 * @see <a href="https://marketingscience.info/loyalty-myths/">Sharp, Loyalty myths</a>
 */
public record RetentionClaim(
    RetentionLift lift, double least, double most, LifetimeValueFormula formula) {

  /** A gain this close to an end of the claim, relatively, is in it. */
  private static final double ROUNDING = 1e-12;

  /**
   * Checks the claim.
   *
   * @param lift how retention is lifted
   * @param least the least gain
   * @param most the greatest gain
   * @param formula when the first margin comes
   * @throws IllegalArgumentException if the lift or the least gain is not above 0, or the greatest
   *     gain below the least
   */
  public RetentionClaim {
    requireNonNull(formula, "formula");
    if (!(lift.amount() > 0)) {
      throw new IllegalArgumentException("lift (" + lift + ") must be above 0");
    }
    Checks.positive("least", least);
    Checks.positive("most", most);
    if (most < least) {
      throw new IllegalArgumentException(
          "most (" + most + ") must not be below least (" + least + ")");
    }
  }

  /**
   * Returns the claim as it is mostly quoted: 25 to 95 % more profit.
   *
   * @param lift in what sense "5 % more retention" is taken
   * @param formula when the first margin comes, and whether it is certain
   * @return the claim
   * @throws IllegalArgumentException if the lift is not above 0
   */
  public static RetentionClaim reichheld(RetentionLift lift, LifetimeValueFormula formula) {
    return new RetentionClaim(lift, 0.25, 0.95, formula);
  }

  /**
   * Returns by what share the value of a customer rises.
   *
   * @param retention the rate before, in [0, 1]
   * @param discount the discount rate per period of that rate, 0 or more; 0 for {@link
   *     LifetimeValueFormula#MARGIN_OVER_CHURN}
   * @return the gain, 0.25 for 25 %; empty where the value after has no finite value (everyone
   *     stays, nothing is discounted) or the value before is 0 (nobody stays, and the first margin
   *     wants a renewal)
   * @throws IllegalArgumentException if a rate is out of range or the lifted rate above 1
   */
  public OptionalDouble gain(double retention, double discount) {
    checkDiscount(discount);
    double gain = gain(retention, lift.applyTo(retention), discount);
    return Double.isFinite(gain) ? OptionalDouble.of(gain) : OptionalDouble.empty();
  }

  /**
   * Tells why there is no gain.
   *
   * @param retention the rate before, in [0, 1]
   * @param discount the discount rate per period of that rate, 0 or more
   * @return the reason; empty where there is one
   * @throws IllegalArgumentException as for {@link #gain(double, double)}
   */
  public Optional<String> whyNoGain(double retention, double discount) {
    if (gain(retention, discount).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        retention == 0 && afterRenewal()
            ? "the value before is 0: nobody stays, and the first margin wants a renewal"
            : "the value after has no finite value: everyone stays, and nothing is discounted");
  }

  private double gain(double before, double after, double discount) {
    double left = (1 - after) + discount;
    return afterRenewal()
        ? (1 + discount) * (after - before) / (before * left)
        : (after - before) / left;
  }

  private boolean afterRenewal() {
    return formula == LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL;
  }

  private void checkDiscount(double discount) {
    Checks.notNegative("discount", discount);
    if (!formula.discounts() && discount > 0) {
      throw new IllegalArgumentException("discount (" + discount + ") must be 0 for " + formula);
    }
  }

  /**
   * Tells whether the claim holds.
   *
   * @param retention the rate before, in [0, 1]
   * @param discount the discount rate per period of that rate, 0 or more
   * @return true if the gain is from the least to the greatest; false where it is undefined
   * @throws IllegalArgumentException as for {@link #gain}
   */
  public boolean holds(double retention, double discount) {
    OptionalDouble gain = gain(retention, discount);
    return gain.isPresent() && claims(gain.getAsDouble());
  }

  private boolean claims(double gain) {
    return gain >= least * (1 - ROUNDING) && gain <= most * (1 + ROUNDING);
  }

  /**
   * Returns the starting rates for which the claim holds.
   *
   * <p>All lifts are of the form r' = a + b r, so that the rates with a gain of g solve, with D = 1
   * + d,
   *
   * <pre>{@code
   * ((1 + g) b - 1) r = (1 + g)(D - a) - D                        first margin certain
   * g b r^2 + (b D - a - (1 + g)(D - a)) r + a D = 0              first margin after renewal
   * }</pre>
   *
   * <p>Between such rates the claim holds throughout or nowhere. The second equation can have two
   * roots: from a low rate a lift by points multiplies the chance of the first renewal.
   *
   * @param discount the discount rate per period, 0 or more
   * @return the stretches in rising order; none where the claim holds from no rate
   * @throws IllegalArgumentException if the discount rate is negative, or above 0 for a formula
   *     that knows none
   */
  public List<RateRange> startingRates(double discount) {
    checkDiscount(discount);
    double top = lift.highestStart();
    double[] ends =
        DoubleStream.concat(
                DoubleStream.of(0, top),
                DoubleStream.concat(ratesOf(least, discount), ratesOf(most, discount)))
            .filter(rate -> rate >= 0 && rate <= top)
            .sorted()
            .distinct()
            .toArray();
    List<RateRange> ranges = new ArrayList<>();
    for (int i = 1; i < ends.length; i++) {
      double middle = (ends[i - 1] + ends[i]) / 2;
      if (claims(gain(middle, lift.bounded(middle), discount))) {
        join(ranges, ends[i - 1], ends[i]);
      }
    }
    return List.copyOf(ranges);
  }

  private static void join(List<RateRange> ranges, double lower, double upper) {
    boolean goesOn =
        !ranges.isEmpty() && ranges.get(ranges.size() - 1).upper().getAsDouble() == lower;
    double from = goesOn ? ranges.remove(ranges.size() - 1).lower() : lower;
    ranges.add(RateRange.of(from, upper));
  }

  /** The rates, in range or not, from which the gain is exactly so much. */
  private DoubleStream ratesOf(double gain, double discount) {
    double whole = 1 + discount;
    double a = lift.intercept();
    double b = lift.slope();
    if (!afterRenewal()) {
      double factor = (1 + gain) * b - 1;
      return factor == 0
          ? DoubleStream.empty()
          : DoubleStream.of(((1 + gain) * (whole - a) - whole) / factor);
    }
    return roots(gain * b, b * whole - a - (1 + gain) * (whole - a), a * whole);
  }

  /** The real roots of p x^2 + q x + c, worked so that nothing cancels. */
  private static DoubleStream roots(double p, double q, double c) {
    double discriminant = q * q - 4 * p * c;
    if (discriminant < 0) {
      return DoubleStream.empty();
    }
    double sum = -(q + Math.copySign(Math.sqrt(discriminant), q)) / 2;
    return DoubleStream.of(sum / p, c / sum).filter(Double::isFinite);
  }

  /**
   * Returns the discount rates under which the claim holds from a starting rate. The gain falls as
   * the discount rate rises, so they are one stretch. A gain of g is reached at
   *
   * <pre>{@code
   * d = r' + (r' - r) / g - 1               first margin certain
   * d = g r r' / (g r - (r' - r)) - 1       first margin after renewal
   * }</pre>
   *
   * @param retention the rate before, above 0 and below 1
   * @return the discount rates per period; empty where the claim holds under none
   * @throws IllegalArgumentException if a rate is out of range, or the formula knows no discount
   */
  public Optional<RateRange> discounts(double retention) {
    if (!formula.discounts()) {
      throw new IllegalArgumentException("formula (" + formula + ") must know a discount rate");
    }
    if (!(retention > 0 && retention < 1)) {
      throw new IllegalArgumentException(
          "retention (" + retention + ") must be above 0 and below 1");
    }
    double after = lift.applyTo(retention);
    double lower = Math.max(0, discountOf(most, retention, after));
    double upper = discountOf(least, retention, after);
    if (lower > upper || Double.isInfinite(lower)) {
      return Optional.empty();
    }
    return Optional.of(
        Double.isInfinite(upper)
            ? new RateRange(lower, OptionalDouble.empty())
            : RateRange.of(lower, upper));
  }

  /**
   * Tells why the claim holds under no discount rate.
   *
   * @param retention the rate before, above 0 and below 1
   * @return the reason; empty where it holds under some
   * @throws IllegalArgumentException as for {@link #discounts(double)}
   */
  public Optional<String> whyNoDiscounts(double retention) {
    if (discounts(retention).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        gain(retention, lift.applyTo(retention), 0) < least
            ? "even undiscounted the gain is below " + Texts.percent(least)
            : "at every discount rate the gain is above " + Texts.percent(most));
  }

  /** The discount rate with a gain of so much; infinite where every rate has a greater one. */
  private double discountOf(double gain, double before, double after) {
    double rise = after - before;
    if (!afterRenewal()) {
      return after - 1 + rise / gain;
    }
    double excess = gain * before - rise;
    return excess > 0 ? gain * before * after / excess - 1 : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns, for each discount rate, from which starting rates the claim holds, and the gain from
   * some of them, with a star where the claim holds.
   *
   * @param startingRates the rates to show, in [0, 1]
   * @param discounts the discount rates to show, 0 or more
   * @return text that ends with a line feed; {@code undefined} where a gain is, {@code over 100 %}
   *     where the lifted rate would be
   * @throws IllegalArgumentException if a rate is out of range
   */
  public String toText(List<Double> startingRates, List<Double> discounts) {
    StringBuilder text = new StringBuilder();
    text.append(
        Texts.format(
            "%s gives %s to %s more value per customer (%s)?\n",
            lift, Texts.percent(least), Texts.percent(most), formula.formula()));
    text.append(Texts.format("%-10s", "discount"));
    startingRates.forEach(rate -> text.append(Texts.format("%14s", "from " + Texts.percent(rate))));
    text.append("  holds from\n");
    for (double discount : discounts) {
      text.append(Texts.format("%-10s", Texts.percent(discount)));
      startingRates.forEach(rate -> text.append(Texts.format("%14s", cell(rate, discount))));
      text.append("  ").append(words(startingRates(discount))).append('\n');
    }
    return text.toString();
  }

  private String cell(double rate, double discount) {
    if (Checks.unit("startingRate", rate) > lift.highestStart()) {
      return "over 100 %";
    }
    return Texts.signedPercent(gain(rate, discount)) + (holds(rate, discount) ? " *" : "");
  }

  private static String words(List<RateRange> ranges) {
    return ranges.isEmpty()
        ? "no rate"
        : String.join(" and ", ranges.stream().map(RateRange::toString).toList());
  }
}
