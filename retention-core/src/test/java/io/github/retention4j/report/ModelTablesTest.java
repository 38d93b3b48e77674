package io.github.retention4j.report;

import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.purchase.HoldoutReport;
import io.github.retention4j.purchase.ModelComparison;
import io.github.retention4j.survival.Exponential;
import io.github.retention4j.survival.LifetimeModelComparison;
import io.github.retention4j.survival.MeanLifetime;
import io.github.retention4j.survival.MeanLifetimeEstimate;
import io.github.retention4j.survival.MixtureCure;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ModelTablesTest {

  private static final ParameterEstimate KNOWN =
      new ParameterEstimate("r", 2, ParameterRange.REAL, OptionalDouble.of(0.5), false);
  private static final ParameterEstimate UNKNOWN =
      new ParameterEstimate("alpha", 1e-9, ParameterRange.POSITIVE, OptionalDouble.empty(), true);
  private static final FitWarning WARNING =
      new FitWarning(FitWarning.Kind.AT_BOUNDARY, "alpha ran to 0");

  private static FitReport report(String model, double logLikelihood, ParameterEstimate... own) {
    return new FitReport(
        model,
        1,
        logLikelihood,
        NoPenalty.INSTANCE,
        0,
        List.of(own),
        Covariance.copyOf(List.of(), new double[0][]),
        1,
        1,
        List.of(WARNING));
  }

  private static final FitReport TWO = report("Pareto/NBD", -10.5, KNOWN, UNKNOWN);
  private static final FitReport ONE = report("Geometric", -12, KNOWN);

  @Test
  void parametersSayWhatTheSampleDoesNotTell() {
    CsvText.check(
        ModelTables.parameters(TWO),
        """
        parameter,estimate,standard error,lower,upper,at boundary,why empty
        r,2.0,0.5,1.020018007729973,2.979981992270027,no,
        alpha,1.0E-9,,,,yes,"standard error: the sample gives no standard error; lower: the sample gives no interval; upper: the sample gives no interval"
        """);
  }

  @Test
  void warningsNameTheirModel() {
    CsvText.check(
        ModelTables.warnings(List.of(TWO)),
        """
        model,kind,warning
        Pareto/NBD,at boundary,alpha ran to 0
        """);
  }

  @Test
  void purchaseModelsStandSideBySide() {
    HoldoutReport holdout = new HoldoutReport(2, 3.5, 3, 0.25, 0.5, List.of(), List.of());
    CsvText.check(
        ModelTables.purchaseModels(
            new ModelComparison(
                List.of(
                    new ModelComparison.Row(TWO, Optional.of(holdout)),
                    new ModelComparison.Row(ONE, Optional.empty())))),
        """
        model,parameters,log-likelihood,AIC,BIC,mean absolute error,root mean squared error,bias,why empty
        Pareto/NBD,2,-10.5,25.0,21.0,0.25,0.5,0.25,
        Geometric,1,-12.0,26.0,24.0,,,,"mean absolute error: the sample has no holdout; root mean squared error: the sample has no holdout; bias: the sample has no holdout"
        """);
  }

  @Test
  void lifetimeModelsSayWhyAMeanIsInfinite() {
    Exponential tenth = new Exponential(0.1, TimeScale.MEAN_MONTH);
    CsvText.check(
        ModelTables.lifetimeModels(
            new LifetimeModelComparison(
                List.of(
                    new LifetimeModelComparison.Row(
                        ONE,
                        new MixtureCure<>(0.25, tenth),
                        new MeanLifetimeEstimate(
                            MeanLifetime.Infinite.SOME_NEVER_LEAVE, OptionalDouble.empty(), 12, 8)),
                    new LifetimeModelComparison.Row(
                        TWO,
                        tenth,
                        new MeanLifetimeEstimate(
                            new MeanLifetime.Finite(10), OptionalDouble.of(1.5), 12, 7))),
                List.of())),
        """
        model,parameters,log-likelihood,AIC,BIC,never leave,mean lifetime,standard error,why empty
        Pareto/NBD,2,-10.5,25.0,21.0,0.0,10.0,1.5,
        Geometric,1,-12.0,26.0,24.0,0.25,,,"mean lifetime: infinite, for some never leave; standard error: the mean is infinite, or the sample gives no standard error"
        """);
  }
}
