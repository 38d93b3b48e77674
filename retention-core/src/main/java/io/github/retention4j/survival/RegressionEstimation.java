package io.github.retention4j.survival;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import io.github.retention4j.internal.mle.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The fit of a regression to a sample. It climbs with centred columns, and reports the others. */
final class RegressionEstimation {

  private static final double[] SCALES = {0.5, 1, 2};
  private static final double[] SHAPES = {-0.5, 0.5, 1};

  private final LifetimeRegressionFamily family;
  private final String name;
  private final EventTimes eventTimes;
  private final LifetimeSample sample;
  private final FitOptions options;
  private final LifetimeSummary summary;
  private final RegressionDesign design;

  RegressionEstimation(
      LifetimeRegressionFamily family,
      EventTimes eventTimes,
      LifetimeSample sample,
      CovariateTable covariates,
      FitOptions options) {
    if (covariates.rows() != sample.rows()) {
      throw new IllegalArgumentException(
          "covariates ("
              + covariates.rows()
              + " rows) must be of as many rows as lifetimes ("
              + sample.rows()
              + ")");
    }
    this.family = family;
    this.name = family + " regression";
    this.eventTimes = eventTimes;
    this.sample = sample;
    this.options = options;
    this.summary = LifetimeSummary.of(sample);
    covariates.names().forEach(RegressionEstimation::requireOwnName);
    this.design = RegressionDesign.of(covariates, options.penalty() instanceof NoPenalty);
  }

  private static void requireOwnName(String name) {
    if (List.of(
            LifetimeRegressionFitter.INTERCEPT,
            LifetimeRegressionFitter.SCALE,
            LifetimeRegressionFitter.SHAPE)
        .contains(name)) {
      throw new IllegalArgumentException(
          "covariate (" + name + ") must not have the name of another parameter");
    }
  }

  Fit<LifetimeRegression> fit() {
    LifetimeEstimation.checkTimes(name, false, eventTimes, sample, summary);
    for (int column = 0; column < design.columns(); column++) {
      refuseSeparation(column);
    }
    Fit<LifetimeRegression> centred =
        MaximumLikelihood.of(
                name,
                parameters(),
                new RegressionLikelihood(family, sample, eventTimes, design),
                summary.customers())
            .withStarts(starts())
            .withWarnings(LifetimeEstimation.warnings(summary))
            .fit(options.withExtraStarts(centredStarts()), this::model);
    return new Fit<>(centred.model(), uncentred(centred.report()));
  }

  /** Of two values one without anyone who left makes lifetimes there as long as one likes. */
  private void refuseSeparation(int column) {
    double one = design.value(0, column);
    double other = one;
    boolean oneLeft = false;
    boolean otherLeft = false;
    for (int row = 0; row < sample.rows(); row++) {
      double value = design.value(row, column);
      if (value != one && other == one) {
        other = value;
      }
      if (value != one && value != other) {
        return;
      }
      oneLeft |= sample.left(row) && value == one;
      otherLeft |= sample.left(row) && value != one;
    }
    if (!oneLeft || !otherLeft) {
      double value = (oneLeft ? other : one) + design.centre(column);
      throw new FitException(
          Reason.DEGENERATE_SAMPLE,
          name
              + ": nobody left of those with "
              + design.names().get(column)
              + " "
              + value
              + ", so that its coefficient has no bound");
    }
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.real(LifetimeRegressionFitter.INTERCEPT).inUnitsOf(1));
    for (int column = 0; column < design.columns(); column++) {
      parameters.add(
          Parameter.real(design.names().get(column)).inUnitsOf(1 / design.spread(column)));
    }
    if (family.hasScale()) {
      parameters.add(Parameter.positive(LifetimeRegressionFitter.SCALE));
    }
    if (family.law().hasShape()) {
      parameters.add(
          Parameter.real(LifetimeRegressionFitter.SHAPE)
              .inUnitsOf(1)
              .upTo(LogScaleFamily.LARGEST_SHAPE));
    }
    return parameters;
  }

  private double[][] starts() {
    List<double[]> starts = new ArrayList<>();
    int size = parameters().size();
    for (double scale : SCALES) {
      for (double shape : SHAPES) {
        double[] start = new double[size];
        start[0] = Math.log(summary.exposure() / summary.events());
        if (family.hasScale()) {
          start[design.columns() + 1] = scale;
        }
        if (family.law().hasShape()) {
          start[design.columns() + 2] = shape;
        }
        if (starts.stream().noneMatch(known -> Arrays.equals(known, start))) {
          starts.add(start);
        }
      }
    }
    return starts.toArray(double[][]::new);
  }

  /** The starts of the options, by the intercept of centred columns. */
  private List<List<Double>> centredStarts() {
    List<List<Double>> starts = new ArrayList<>();
    for (List<Double> start : options.extraStarts()) {
      List<Double> centred = new ArrayList<>(start);
      for (int column = 0; column < design.columns() && column + 1 < start.size(); column++) {
        centred.set(0, centred.get(0) + design.centre(column) * start.get(column + 1));
      }
      starts.add(centred);
    }
    return starts;
  }

  private double intercept(double[] p) {
    double intercept = p[0];
    for (int column = 0; column < design.columns(); column++) {
      intercept -= design.centre(column) * p[column + 1];
    }
    return intercept;
  }

  private LifetimeRegression model(double[] p) {
    Map<String, Double> coefficients = new LinkedHashMap<>();
    for (int column = 0; column < design.columns(); column++) {
      coefficients.put(design.names().get(column), p[column + 1]);
    }
    return new LifetimeRegression(
        family,
        intercept(p),
        coefficients,
        family.hasScale() ? p[design.columns() + 1] : 1,
        family.law().hasShape()
            ? OptionalDouble.of(p[design.columns() + 2])
            : OptionalDouble.empty(),
        sample.timeScale());
  }

  private FitReport uncentred(FitReport report) {
    double[] values = report.estimates().stream().mapToDouble(ParameterEstimate::value).toArray();
    Covariance covariance = uncentred(report.covariance());
    List<ParameterEstimate> estimates = new ArrayList<>(report.estimates());
    ParameterEstimate old = estimates.get(0);
    OptionalDouble variance = covariance.between(old.name(), old.name());
    estimates.set(
        0,
        new ParameterEstimate(
            old.name(),
            intercept(values),
            old.range(),
            variance.isPresent()
                ? OptionalDouble.of(Math.sqrt(variance.getAsDouble()))
                : OptionalDouble.empty(),
            old.atBoundary()));
    return new FitReport(
        report.model(),
        report.observations(),
        report.logLikelihood(),
        report.penalty(),
        report.penaltyValue(),
        estimates,
        covariance,
        report.evaluations(),
        report.starts(),
        report.warnings());
  }

  /** The intercept is that of centred columns less each coefficient times its centre. */
  private Covariance uncentred(Covariance covariance) {
    List<String> names = covariance.names();
    int intercept = names.indexOf(LifetimeRegressionFitter.INTERCEPT);
    double[][] change = new double[names.size()][names.size()];
    for (int i = 0; i < change.length; i++) {
      change[i][i] = 1;
      int column = design.names().indexOf(names.get(i));
      if (column >= 0 && intercept >= 0) {
        change[intercept][i] = -design.centre(column);
      }
    }
    double[][] matrix = new double[names.size()][names.size()];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        for (int k = 0; k < matrix.length; k++) {
          for (int l = 0; l < matrix.length; l++) {
            matrix[i][j] +=
                change[i][k]
                    * covariance.between(names.get(k), names.get(l)).orElse(0)
                    * change[j][l];
          }
        }
      }
    }
    return Covariance.copyOf(names, matrix);
  }
}
