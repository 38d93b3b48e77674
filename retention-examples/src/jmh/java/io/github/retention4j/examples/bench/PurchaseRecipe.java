package io.github.retention4j.examples.bench;

import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.ParetoNbd;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.SimulatedCustomer;
import io.github.retention4j.purchase.SpendScope;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.Currency;
import java.util.SplittableRandom;

/**
 * Customers like those of CDNOW, drawn by a seed: Pareto/NBD (0.55, 10.58, 0.61, 11.67) in weeks,
 * seen for 189 to 273 days, with gamma-gamma spend (6.25, 3.74, 15.44).
 *
 * <p>By the day, purchases of one day are one, and many customers are alike. Continuous, no two
 * are: times are as drawn, and so are the ends of observation.
 */
final class PurchaseRecipe {

  /** How exactly times are known. */
  enum Times {
    BY_DAY,
    CONTINUOUS
  }

  static final Currency USD = Currency.getInstance("USD");

  private static final int LEAST_DAYS = 189;
  private static final int MORE_DAYS = 84;
  private static final double DAYS_PER_WEEK = 7;
  private static final ParetoNbd TRUTH = new ParetoNbd(0.55, 10.58, 0.61, 11.67, TimeScale.WEEK);
  private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);

  private final Times times;
  private final int[] purchases;
  private final double[] recency;
  private final double[] age;
  private final double[] meanSpend;

  PurchaseRecipe(int customers, Times times, long seed) {
    this.times = times;
    this.purchases = new int[customers];
    this.recency = new double[customers];
    this.age = new double[customers];
    this.meanSpend = new double[customers];
    SplittableRandom random = new SplittableRandom(seed);
    for (int row = 0; row < customers; row++) {
      draw(row, random);
    }
  }

  private void draw(int row, SplittableRandom random) {
    double drawn = LEAST_DAYS + MORE_DAYS * random.nextDouble();
    double days = times == Times.BY_DAY ? Math.round(drawn) : drawn;
    SimulatedCustomer customer = TRUTH.simulate(days / DAYS_PER_WEEK, random);
    double[] at = times == Times.BY_DAY ? days(customer) : weeks(customer);
    purchases[row] = at.length;
    recency[row] = at.length == 0 ? 0 : at[at.length - 1];
    age[row] = times == Times.BY_DAY ? days : days / DAYS_PER_WEEK;
    if (at.length > 0) {
      double mean = Arrays.stream(SPEND.simulate(at.length, random)).average().orElseThrow();
      meanSpend[row] = times == Times.BY_DAY ? Math.max(1, Math.rint(mean * 100)) / 100 : mean;
    }
  }

  private static double[] weeks(SimulatedCustomer customer) {
    double[] at = new double[customer.purchases()];
    Arrays.setAll(at, customer::purchaseTime);
    return at;
  }

  private static double[] days(SimulatedCustomer customer) {
    return Arrays.stream(weeks(customer))
        .map(week -> Math.max(1, Math.ceil(week * DAYS_PER_WEEK - 1e-9)))
        .distinct()
        .toArray();
  }

  /** The customers, as a sample that nobody has used yet. */
  PurchaseSample sample() {
    TimeScale unit = times == Times.BY_DAY ? TimeScale.DAY : TimeScale.WEEK;
    return PurchaseSample.of(unit, purchases, recency, age)
        .with(TimeScale.WEEK)
        .withMeanSpend(SpendScope.REPEAT_PURCHASES, USD, meanSpend);
  }
}
