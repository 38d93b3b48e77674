package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * How many customers a comparison of two shares needs, and how likely it is to find a difference:
 * the power of the pooled z test, {@link ProportionDifference#test()}, to be asked before the data
 * are there. Immutable.
 *
 * <pre>{@code
 * power = Phi((|p1 - p2| - z s0) / s1)
 * s0 = sqrt(p (1 - p) (1 / n1 + 1 / n2)), p = (n1 p1 + n2 p2) / (n1 + n2)
 * s1 = sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)
 * }</pre>
 *
 * <p>z is the normal quantile of 1 - alpha / 2, or of 1 - alpha for one side. The formula of R's
 * {@code power.prop.test}, extended to groups of unequal size; no continuity correction. A normal
 * approximation: with fewer than about five customers expected on either side of a share it is
 * rough. statsmodels' {@code NormalIndPower} works on arcsine roots instead and differs a little.
 *
 * <p>Defaults: alpha 0.05, {@link PowerAlternative#TWO_SIDED}, groups of equal size. Example: to
 * find 0.75 against 0.70 with a chance of 0.8 takes 1251 customers in each group.
 *
 * @see <a href="https://doi.org/10.1002/0471445428">Fleiss, Levin and Paik (2003), Statistical
 *     Methods for Rates and Proportions, chapter 4</a>
 */
public final class ProportionPower {

  private static final long MOST_CUSTOMERS = 1L << 52;

  /** A product this close over a whole number, relatively, is that number. */
  private static final double ROUNDING = 1e-12;

  private final double alpha;
  private final PowerAlternative alternative;
  private final double secondPerFirst;

  private ProportionPower(double alpha, PowerAlternative alternative, double secondPerFirst) {
    this.alpha = Checks.open("alpha", alpha);
    this.alternative = requireNonNull(alternative, "alternative");
    this.secondPerFirst = secondPerFirst;
  }

  /**
   * Returns a calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static ProportionPower withDefaults() {
    return new ProportionPower(0.05, PowerAlternative.TWO_SIDED, 1);
  }

  /**
   * Returns a calculator for another chance of a false alarm.
   *
   * @param alpha the chance of rejecting where there is no difference, over 0 and under 1
   * @return the calculator
   * @throws IllegalArgumentException if alpha is not between 0 and 1
   */
  public ProportionPower withAlpha(double alpha) {
    return new ProportionPower(alpha, alternative, secondPerFirst);
  }

  /**
   * Returns a calculator for another alternative.
   *
   * @param alternative which rejections count
   * @return the calculator
   */
  public ProportionPower with(PowerAlternative alternative) {
    return new ProportionPower(alpha, alternative, secondPerFirst);
  }

  /**
   * Returns a calculator that plans groups of unequal size.
   *
   * @param secondPerFirst customers of the second group to one of the first, from 1e-6 to 1e6; 2
   *     makes the second group twice as large
   * @return the calculator
   * @throws IllegalArgumentException if the ratio is out of range
   */
  public ProportionPower withAllocation(double secondPerFirst) {
    if (!(secondPerFirst >= 1e-6 && secondPerFirst <= 1e6)) {
      throw new IllegalArgumentException(
          "secondPerFirst (" + secondPerFirst + ") must be from 1.0E-6 to 1000000.0");
    }
    return new ProportionPower(alpha, alternative, secondPerFirst);
  }

  /**
   * Returns the chance that the test finds the difference.
   *
   * @param first the share of the first group, from 0 to 1
   * @param second the share of the second group, from 0 to 1
   * @param sizes the customers of both
   * @return the power, from 0 to 1; where both shares are equal, the chance of a rejection that
   *     counts
   * @throws IllegalArgumentException if a share is not from 0 to 1
   */
  public double power(double first, double second, GroupSizes sizes) {
    Checks.unit("first", first);
    Checks.unit("second", second);
    double n1 = (double) sizes.first();
    double n2 = (double) sizes.second();
    double weight = n1 / (n1 + n2);
    double pooled = Math.min(1, Math.max(0, second + weight * (first - second)));
    double needed =
        Normal.quantileUpper(alternative.tail(alpha))
            * Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
    double spread = Math.sqrt(first * (1 - first) / n1 + second * (1 - second) / n2);
    double difference = Math.abs(first - second);
    double right = chanceOver(needed - difference, spread);
    return alternative.wrongDirectionCounts()
        ? Math.min(1, right + chanceOver(needed + difference, spread))
        : right;
  }

  /** The chance that an error of that spread exceeds a limit. */
  private static double chanceOver(double limit, double spread) {
    if (spread == 0) {
      return limit < 0 ? 1 : 0;
    }
    return Normal.upperTail(limit / spread);
  }

  /**
   * Returns the smallest groups that find a difference with a wanted chance. The second group is
   * that of the allocation, rounded up; one customer fewer in the first group, the second
   * following, would not reach the power.
   *
   * @param first the share of the first group, from 0 to 1
   * @param second the share of the second group, another one
   * @param power the wanted chance, over alpha and under 1
   * @return the sizes
   * @throws IllegalArgumentException if a share is not from 0 to 1, the shares are equal or so near
   *     that 2^52 customers are too few, or the power is out of range
   */
  public GroupSizes sampleSize(double first, double second, double power) {
    checkPower(power);
    if (power(first, second, sizes(MOST_CUSTOMERS)) < power) {
      throw new IllegalArgumentException(
          "second ("
              + second
              + ") must differ from first ("
              + first
              + "), and by enough to be found");
    }
    long tooFew = 0;
    long enough = MOST_CUSTOMERS;
    while (enough - tooFew > 1) {
      long middle = tooFew + (enough - tooFew) / 2;
      if (power(first, second, sizes(middle)) >= power) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return sizes(enough);
  }

  private GroupSizes sizes(long first) {
    double second = Math.ceil(secondPerFirst * (double) first * (1 - ROUNDING));
    return new GroupSizes(first, (long) Math.max(1, second));
  }

  /**
   * Returns the smallest rise over a known share that the groups find with a wanted chance: the
   * minimum detectable effect upwards.
   *
   * @param baseline the share of the first group, such as the control, from 0 to 1
   * @param sizes the customers of both groups
   * @param power the wanted chance, over alpha and under 1
   * @return how far the second share must lie above the baseline, in points as a fraction; empty
   *     where even a second share of 1 would not be found
   * @throws IllegalArgumentException if the share is not from 0 to 1 or the power out of range
   */
  public OptionalDouble detectableRise(double baseline, GroupSizes sizes, double power) {
    Checks.unit("baseline", baseline);
    return detectable(1 - baseline, rise -> reaches(baseline, rise, sizes, power), power);
  }

  /**
   * Returns the smallest fall below a known share that the groups find with a wanted chance: the
   * minimum detectable effect downwards.
   *
   * @param baseline the share of the first group, from 0 to 1
   * @param sizes the customers of both groups
   * @param power the wanted chance, over alpha and under 1
   * @return how far the second share must lie below the baseline, in points as a fraction; empty
   *     where even a second share of 0 would not be found
   * @throws IllegalArgumentException if the share is not from 0 to 1 or the power out of range
   */
  public OptionalDouble detectableFall(double baseline, GroupSizes sizes, double power) {
    Checks.unit("baseline", baseline);
    return detectable(baseline, fall -> reaches(baseline, -fall, sizes, power), power);
  }

  private boolean reaches(double baseline, double change, GroupSizes sizes, double power) {
    double second = Math.max(0, Math.min(1, baseline + change));
    return power(baseline, second, sizes) >= power;
  }

  private OptionalDouble detectable(double most, DoublePredicate found, double power) {
    checkPower(power);
    if (!found.test(most)) {
      return OptionalDouble.empty();
    }
    double low = 0;
    double high = most;
    double middle = high / 2;
    while (middle > low && middle < high) {
      if (found.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
      middle = low + (high - low) / 2;
    }
    return OptionalDouble.of(high);
  }

  private void checkPower(double power) {
    Checks.open("power", power);
    if (power <= alpha) {
      throw new IllegalArgumentException(
          "power (" + power + ") must be over alpha (" + alpha + ")");
    }
  }
}
