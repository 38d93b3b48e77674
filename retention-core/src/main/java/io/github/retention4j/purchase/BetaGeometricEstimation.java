package io.github.retention4j.purchase;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import io.github.retention4j.internal.mle.Parameter;
import io.github.retention4j.internal.numeric.CompensatedSum;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Fits a {@link BetaGeometricModel} of given regularity. */
final class BetaGeometricEstimation {

  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.positive("r"),
          Parameter.positive("alpha"),
          Parameter.positive("a"),
          Parameter.positive("b"));

  private final String model;
  private final boolean mayLeaveAtFirst;
  private final PurchaseSample sample;
  private final GroupedHistories rows;

  BetaGeometricEstimation(String model, boolean mayLeaveAtFirst, PurchaseSample sample) {
    this.model = model;
    this.mayLeaveAtFirst = mayLeaveAtFirst;
    this.sample = sample;
    RepeatCustomers.require(model, sample);
    this.rows = sample.grouped();
  }

  GroupedHistories rows() {
    return rows;
  }

  /** Fits the model of regularity k. */
  <M> Fit<M> fit(int k, FitOptions options, Function<double[], M> toModel) {
    double constant = k == 1 ? 0 : logConstant(k) / sample.size();
    return MaximumLikelihood.of(
            model,
            PARAMETERS,
            new BetaGeometricRows(k, mayLeaveAtFirst, rows, sample.timeScale(), constant),
            sample.size())
        .withStarts(starts(k))
        .withWarnings(RepeatCustomers.warnings(sample))
        .fit(options, toModel);
  }

  /** Returns the sum of ln C over the customers. */
  private double logConstant(int k) {
    CompensatedSum sum = new CompensatedSum();
    if (sample.hasLogIntervals()) {
      for (int row = 0; row < sample.size(); row++) {
        double known = sample.logIntervals(row).orElseThrow();
        sum.add(BetaGeometricLikelihood.logIntervals(k, sample.history(row).purchases(), known));
      }
    } else {
      for (int row = 0; row < rows.size(); row++) {
        sum.add(rows.weight[row] * BetaGeometricLikelihood.logMeanIntervals(k, rows.history(row)));
      }
    }
    return sum.value();
  }

  /** Rates near the rate of the sample, with few, many and hardly any who leave. */
  double[][] starts(int k) {
    double purchases = k * (double) sample.repeatPurchases();
    double time =
        IntStream.range(0, rows.size()).mapToDouble(i -> rows.weight[i] * rows.age[i]).sum();
    double scale = time / purchases;
    return new double[][] {
      {0.5, 0.5 * scale, 0.8, 2.5}, {2, scale, 0.3, 3}, {0.3, 0.15 * scale, 2, 2}
    };
  }
}
