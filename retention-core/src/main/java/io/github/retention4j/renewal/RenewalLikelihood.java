package io.github.retention4j.renewal;

import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import io.github.retention4j.internal.mle.Parameter;
import io.github.retention4j.internal.mle.RowLikelihood;
import java.util.List;
import java.util.function.Function;

/** The likelihood of cohorts; customers with equal fates share a row, one for each period. */
final class RenewalLikelihood implements RowLikelihood {

  private static final int FEW_LOST = 10;

  private final long[] lost;
  private final long[] active;
  private final Function<double[], LifetimeTerms> termsAt;

  private RenewalLikelihood(RenewalSample sample, Function<double[], LifetimeTerms> termsAt) {
    this.termsAt = termsAt;
    this.lost = new long[sample.oldestAge()];
    this.active = new long[sample.oldestAge()];
    for (RenewalCohort cohort : sample.cohorts()) {
      for (int period = 1; period <= cohort.age(); period++) {
        lost[period - 1] += cohort.lost(period);
      }
      if (cohort.age() > 0) {
        active[cohort.age() - 1] += cohort.active();
      }
    }
  }

  /** The task of fitting a model to a sample that can tell its parameters. */
  static MaximumLikelihood task(
      String model,
      List<Parameter> parameters,
      RenewalSample sample,
      Function<double[], LifetimeTerms> termsAt) {
    if (sample.lost() == 0) {
      throw new FitException(
          Reason.DEGENERATE_SAMPLE,
          model + ": nobody of " + sample.customers() + " customers was lost");
    }
    if (sample.oldestAge() < parameters.size()) {
      throw new FitException(
          Reason.DEGENERATE_SAMPLE,
          model
              + ": the "
              + sample.oldestAge()
              + " renewals observed must be at least as many as the "
              + parameters.size()
              + " parameters");
    }
    return MaximumLikelihood.of(
            model, parameters, new RenewalLikelihood(sample, termsAt), sample.customers())
        .withWarnings(warnings(sample));
  }

  private static List<FitWarning> warnings(RenewalSample sample) {
    return sample.lost() >= FEW_LOST
        ? List.of()
        : List.of(
            new FitWarning(
                Kind.SMALL_SAMPLE,
                "only " + sample.lost() + " of " + sample.customers() + " customers were lost"));
  }

  @Override
  public int rows() {
    return lost.length;
  }

  @Override
  public RowSum at(double[] parameters) {
    LifetimeTerms lifetimeTerms = termsAt.apply(parameters);
    return (from, toExclusive, sums) -> {
      double[] terms = new double[sums.length];
      for (int row = from; row < toExclusive; row++) {
        if (lost[row] > 0) {
          lifetimeTerms.lost(row + 1, terms);
          addTimes((double) lost[row], terms, sums);
        }
        if (active[row] > 0) {
          lifetimeTerms.active(row + 1, terms);
          addTimes((double) active[row], terms, sums);
        }
      }
    };
  }

  private static void addTimes(double customers, double[] terms, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += customers * terms[i];
    }
  }
}
