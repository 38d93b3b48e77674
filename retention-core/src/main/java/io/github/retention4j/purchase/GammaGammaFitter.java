package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import io.github.retention4j.internal.mle.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fits the gamma-gamma model of spend by maximum likelihood with its exact gradient.
 *
 * <p>Defaults: {@link FitOptions#defaults()}; a warning of kind {@link Kind#DOUBTFUL_ASSUMPTION}
 * where the whole 95 % interval of the correlation of frequency and spend lies beyond 0.1 or -0.1,
 * up to which Cohen (1988) calls a correlation small. Parameters in the report: p, q, gamma.
 *
 * <p>Only customers with purchases of known amount tell something, and only they count as
 * observations.
 *
 * <p>Example: the 946 CDNOW customers with repeat purchases in 39 weeks: p 6.25, q 3.74, gamma
 * 15.44, log-likelihood -4055.92, correlation 0.114.
 */
public final class GammaGammaFitter {

  private static final String MODEL = "gamma-gamma";
  private static final double SMALL_CORRELATION = 0.1;

  /** With fewer customers the three parameters are guesses. */
  private static final int FEW_CUSTOMERS = 30;

  private final FitOptions options;
  private final double threshold;

  private GammaGammaFitter(FitOptions options, double threshold) {
    this.options = options;
    this.threshold = threshold;
  }

  /**
   * Returns the fitter with the defaults listed above.
   *
   * @return the fitter
   */
  public static GammaGammaFitter withDefaults() {
    return new GammaGammaFitter(FitOptions.defaults(), SMALL_CORRELATION);
  }

  /**
   * Chooses how to fit.
   *
   * @param newOptions evaluations, threads, penalty, starts (p, q, gamma)
   * @return a fitter with these options
   */
  public GammaGammaFitter with(FitOptions newOptions) {
    return new GammaGammaFitter(requireNonNull(newOptions, "newOptions"), threshold);
  }

  /**
   * Chooses how large a correlation of frequency and spend is warned of.
   *
   * @param correlation the fit warns where the whole interval lies beyond it on either side; 0 or
   *     more, 1 for no warning
   * @return a fitter with this threshold
   * @throws IllegalArgumentException if the correlation is not from 0 to 1
   */
  public GammaGammaFitter withCorrelationThreshold(double correlation) {
    PurchaseChecks.share("correlation", correlation);
    return new GammaGammaFitter(options, correlation);
  }

  /**
   * Fits the model.
   *
   * @param sample the customers, with their mean spend
   * @return the model, its report, and the correlation of frequency and spend
   * @throws IllegalArgumentException if the sample has no spend
   * @throws FitException if no amount is known, all mean spends are equal, or the likelihood has no
   *     usable maximum
   */
  public GammaGammaFit fit(PurchaseSample sample) {
    return fit(PurchaseChecks.spend(sample, sample.spend()));
  }

  /**
   * Fits the model to what customers spend at an opportunity that they take.
   *
   * @param sample the customers, each a row of its own, with their mean spend
   * @return the model, its report, and the correlation of frequency and spend
   * @throws IllegalArgumentException if the sample has no spend, or several customers share a row:
   *     their mean spends must be known one by one
   * @throws FitException if no amount is known, all mean spends are equal, or the likelihood has no
   *     usable maximum
   */
  public GammaGammaFit fit(OpportunitySample sample) {
    for (int row = 0; row < sample.rows(); row++) {
      if (sample.customers(row) > 1) {
        throw new IllegalArgumentException(
            "row " + (row + 1) + ": customers (" + sample.customers(row) + ") must be 1");
      }
    }
    return fit(PurchaseChecks.spend(sample, sample.spend()));
  }

  private GammaGammaFit fit(PurchaseSpend spend) {
    GroupedSpend rows = spend.grouped();
    requireDifferentMeans(rows);
    long customers = Arrays.stream(rows.weight).asLongStream().sum();
    Optional<FrequencySpendCorrelation> correlation = FrequencySpendCorrelation.of(rows);
    List<Parameter> parameters =
        List.of(Parameter.positive("p"), Parameter.positive("q"), Parameter.positive("gamma"));
    Fit<GammaGamma> fit =
        MaximumLikelihood.of(MODEL, parameters, new GammaGammaRows(rows), customers)
            .withStarts(starts(rows, customers))
            .withWarnings(warnings(customers, correlation))
            .fit(options, p -> new GammaGamma(p[0], p[1], p[2]));
    return new GammaGammaFit(fit, correlation);
  }

  private static void requireDifferentMeans(GroupedSpend rows) {
    if (rows.size() == 0) {
      throw new FitException(
          Reason.DEGENERATE_SAMPLE, MODEL + ": no customer has a purchase of known amount");
    }
    if (Arrays.stream(rows.mean).allMatch(mean -> mean == rows.mean[0])) {
      throw new FitException(
          Reason.DEGENERATE_SAMPLE,
          MODEL + ": all customers spend the same on average, " + rows.mean[0]);
    }
  }

  /** Points (p, q, gamma) at which the population spends on average as the sample does. */
  private static double[][] starts(GroupedSpend rows, long customers) {
    double sum = 0;
    for (int row = 0; row < rows.size(); row++) {
      sum += rows.weight[row] * rows.mean[row];
    }
    double mean = sum / customers;
    double[][] shapes = {{6, 3}, {1, 2}, {2, 10}, {20, 2}, {50, 20}};
    return Arrays.stream(shapes)
        .map(pq -> new double[] {pq[0], pq[1], mean * (pq[1] - 1) / pq[0]})
        .toArray(double[][]::new);
  }

  private List<FitWarning> warnings(
      long customers, Optional<FrequencySpendCorrelation> correlation) {
    List<FitWarning> warnings = new ArrayList<>();
    if (customers < FEW_CUSTOMERS) {
      warnings.add(
          new FitWarning(
              Kind.SMALL_SAMPLE,
              "only " + customers + " customers have purchases of known amount"));
    }
    correlation
        .filter(found -> found.isBeyond(threshold))
        .ifPresent(found -> warnings.add(warning(found)));
    return warnings;
  }

  private FitWarning warning(FrequencySpendCorrelation found) {
    String text =
        String.format(
            Locale.ROOT,
            "purchases and mean spend hang together (%s, beyond %.3g),"
                + " which the model takes not to be so",
            found,
            threshold);
    return new FitWarning(Kind.DOUBTFUL_ASSUMPTION, text);
  }
}
