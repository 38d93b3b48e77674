package io.github.retention4j.testing;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.Weibull;
import io.github.retention4j.time.TimeScale;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A business of which is known how long customers stay and what drives it: Weibull lifetimes of
 * proportional hazards. Each flag holds for half of the customers, whatever the others say.
 *
 * <pre>{@code hazard = baseline hazard * exp(sum of the coefficients of the flags that hold)}</pre>
 *
 * @param baseline lifetimes of customers without any flag
 * @param coefficients the log hazard ratio of each flag
 * @param longestWatch customers came evenly over that time before the end of observation
 */
public record SampleLifetimes(
    Weibull baseline, SortedMap<String, Double> coefficients, double longestWatch) {

  /** In months: contracts of a year keep customers, fibre loses them, support helps some. */
  public static final SampleLifetimes TELCO =
      new SampleLifetimes(
          new Weibull(0.8, 24, TimeScale.MEAN_MONTH),
          new TreeMap<>(Map.of("contract", -1.5, "fibre", 0.4, "support", -0.5)),
          72);

  /** Copies the coefficients. */
  public SampleLifetimes {
    coefficients = Collections.unmodifiableSortedMap(new TreeMap<>(coefficients));
  }

  /**
   * Customers as a fitter wants them, row by row.
   *
   * @param sample how long they stayed, or stay already
   * @param covariates their flags
   */
  public record Customers(LifetimeSample sample, CovariateTable covariates) {}

  /** So many customers; the same seed draws the same ones. */
  public Customers simulate(int customers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] logRisk = new double[customers];
    CovariateTable covariates = CovariateTable.ofRows(customers);
    for (Map.Entry<String, Double> effect : coefficients.entrySet()) {
      boolean[] holds = new boolean[customers];
      for (int row = 0; row < customers; row++) {
        holds[row] = random.nextBoolean();
        logRisk[row] += holds[row] ? effect.getValue() : 0;
      }
      covariates = covariates.withFlags(effect.getKey(), holds);
    }
    return new Customers(lifetimes(logRisk, random), covariates);
  }

  private LifetimeSample lifetimes(double[] logRisk, SplittableRandom random) {
    double[] durations = new double[logRisk.length];
    boolean[] left = new boolean[logRisk.length];
    for (int row = 0; row < durations.length; row++) {
      double hazardSpent = -Math.log(1 - random.nextDouble()) / Math.exp(logRisk[row]);
      double lifetime = baseline.scale() * Math.pow(hazardSpent, 1 / baseline.shape());
      double watched = longestWatch * random.nextDouble();
      left[row] = lifetime <= watched;
      durations[row] = Math.min(lifetime, watched);
    }
    return LifetimeSample.fromStart(baseline.timeScale(), durations, left);
  }
}
