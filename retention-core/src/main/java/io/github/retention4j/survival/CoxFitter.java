package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.estimation.Penalty;
import io.github.retention4j.internal.numeric.ChiSquare;
import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.stats.TermTest;
import io.github.retention4j.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits the proportional hazards model of Cox: what makes customers leave sooner, all else equal,
 * whatever the shape of their lifetimes.
 *
 * <pre>{@code hazard(t | x) = hazard0(t) exp(beta1 x1 + beta2 x2 + ...)}</pre>
 *
 * <p>{@code exp(beta)} is the hazard ratio: 1.5 means that among customers still there a share half
 * as large again leaves at any time. Strata of the sample each have a {@code hazard0} of their own.
 * Rows that enter late are at risk after their entry only, so that a customer whose covariates
 * change has one row for each stretch.
 *
 * <p>Example: of three customers that left after 1, 2 and 3 months, the first and the last had x =
 * 1 and the second x = 0. The likelihood is {@code e / (2 e + 1) * 1 / (1 + e)} with {@code e =
 * exp(beta)}, greatest at {@code e = sqrt(1/2)}: beta is -0.3466, and the hazard ratio 0.7071.
 *
 * <p>Defaults: ties after Efron, no penalty, no offset, standard errors from the information, all
 * reasons for leaving, one thread. Immutable. Threads do not change the answer.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1972.tb00899.x">Cox (1972)</a>
 */
public final class CoxFitter {

  private static final CoxFitter DEFAULTS =
      new CoxFitter(
          CoxTies.EFRON, NoPenalty.INSTANCE, false, Optional.empty(), Optional.empty(), 1);

  private final CoxTies ties;
  private final Penalty penalty;
  private final boolean robust;
  private final Optional<String> reason;
  private final Optional<String> offset;
  private final int threads;

  private CoxFitter(
      CoxTies ties,
      Penalty penalty,
      boolean robust,
      Optional<String> reason,
      Optional<String> offset,
      int threads) {
    this.ties = requireNonNull(ties, "ties");
    this.penalty = requireNonNull(penalty, "penalty");
    this.robust = robust;
    this.reason = reason;
    this.offset = offset;
    this.threads = threads;
  }

  /**
   * Returns the fitter with its defaults.
   *
   * @return the fitter
   */
  public static CoxFitter withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this fitter with another way to count those that left at the same time.
   *
   * @param method how they are counted
   * @return the fitter
   */
  public CoxFitter with(CoxTies method) {
    return new CoxFitter(method, penalty, robust, reason, offset, threads);
  }

  /**
   * Returns this fitter with a penalty on the coefficients, in the units of their columns: {@code
   * RidgePenalty} for all, {@code NormalPriors} for some by name. Standard errors then are those of
   * the posterior.
   *
   * @param added what is added to the log-likelihood
   * @return the fitter
   */
  public CoxFitter with(Penalty added) {
    return new CoxFitter(ties, added, robust, reason, offset, threads);
  }

  /**
   * Returns this fitter with standard errors that also hold where the model does not: the sandwich
   * of Lin and Wei, from how much each customer moves the coefficients. Rows of one customer are
   * taken together; name the customers in the sample where they have several.
   *
   * @return the fitter
   * @see <a href="https://doi.org/10.1080/01621459.1989.10478874">Lin and Wei (1989)</a>
   */
  public CoxFitter withRobustVariance() {
    return new CoxFitter(ties, penalty, true, reason, offset, threads);
  }

  /**
   * Returns this fitter for those that left for one reason; who left for another counts as last
   * seen then (cause-specific hazard).
   *
   * @param name one of the reasons of the sample
   * @return the fitter
   */
  public CoxFitter withReason(String name) {
    return new CoxFitter(
        ties, penalty, robust, Optional.of(requireNonNull(name, "name")), offset, threads);
  }

  /**
   * Returns this fitter with a column whose coefficient is not estimated but 1: what is known of
   * the logarithm of each row's hazard from elsewhere.
   *
   * <pre>{@code hazard(t | x) = hazard0(t) exp(offset + beta1 x1 + ...)}</pre>
   *
   * <p>The baseline is of the mean of the offset as of that of other columns, and predictions ask
   * for the customer's offset by its name. The likelihood without coefficients has the offset.
   *
   * @param column a number of the covariates, in logarithms of the hazard
   * @return the fitter
   */
  public CoxFitter withOffset(String column) {
    return new CoxFitter(
        ties, penalty, robust, reason, Optional.of(requireNonNull(column, "column")), threads);
  }

  /**
   * Returns this fitter with another number of threads.
   *
   * @param count at least 1; does not change the answer by a bit
   * @return the fitter
   * @throws IllegalArgumentException if under 1
   */
  public CoxFitter withThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 1");
    }
    return new CoxFitter(ties, penalty, robust, reason, offset, count);
  }

  /**
   * Fits the model.
   *
   * <p>A column that separates, so that the likelihood rises without end as its coefficient grows,
   * is named in a warning; its coefficient is far out, has no standard error, and the others are
   * estimated all the same.
   *
   * @param sample who left when
   * @param covariates what is known of each row of the sample
   * @return the model, and how well the sample tells it
   * @throws IllegalArgumentException if the covariates have other rows or no columns, the offset is
   *     none of their numbers or over 300 from its mean, or the sample has not the reason asked for
   * @throws FitException if nobody left, nobody else was at risk when someone did, a column is
   *     constant or made of others, or all coefficients run off; the message names the columns
   */
  public CoxFit fit(LifetimeSample sample, CovariateTable covariates) {
    requireNonNull(sample, "sample");
    requireNonNull(covariates, "covariates");
    try (Workers workers = new Workers(threads)) {
      PartialLikelihood likelihood =
          PartialLikelihood.of(sample, covariates, ties, reason, offset, workers);
      CoxSearch search = new CoxSearch(likelihood, penalty);
      CoxIdentification.require(search, likelihood);
      search.climb();
      CoxReportWriter writer = new CoxReportWriter(sample, likelihood, search, penalty, robust);
      CoxReport report = writer.report(ties, workers);
      return new CoxFit(
          CoxModel.of(sample, likelihood, search, report.covariance(), ties, reason), report);
    }
  }

  /**
   * Tests each term by fitting the model without it. What a factor does is tested as a whole, also
   * where its levels alone are not significant; the reference level does not matter.
   *
   * @param sample who left when
   * @param covariates what is known of each row of the sample
   * @return a likelihood-ratio test for each term, in the order of the terms
   * @throws IllegalArgumentException as {@link #fit}, and under a penalty, where the ratio is not
   *     distributed as chi-square
   * @throws FitException as {@link #fit}, for the model with all terms and those without one
   */
  public List<TermTest> testTerms(LifetimeSample sample, CovariateTable covariates) {
    if (!(penalty instanceof NoPenalty)) {
      throw new IllegalArgumentException("penalty (" + penalty + ") must be none for the tests");
    }
    CoxReport full = fit(sample, covariates).report();
    List<CovariateTable.Term> terms =
        covariates.terms().stream()
            .filter(term -> offset.filter(term.name()::equals).isEmpty())
            .toList();
    List<TermTest> tests = new ArrayList<>();
    for (CovariateTable.Term term : terms) {
      double without =
          terms.size() == 1
              ? full.nullLogLikelihood()
              : fit(sample, covariates.without(term.name())).report().logLikelihood();
      double ratio = 2 * Math.max(0, full.logLikelihood() - without);
      tests.add(
          new TermTest(
              term.name(), term.columns(), chiSquare("likelihood ratio", ratio, term.columns())));
    }
    return List.copyOf(tests);
  }

  static TestResult chiSquare(String test, double statistic, int degreesOfFreedom) {
    double log = Math.min(0, ChiSquare.logUpperTail(statistic, degreesOfFreedom));
    return new TestResult(test, statistic, Math.exp(log), log / Math.log(10));
  }
}
