package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model of Cox: coefficients, and for each stratum the hazard over time. Holds no row of the
 * sample it was fitted to; for each time at which someone left it holds the hazard and, for
 * standard errors, a number for each column. Immutable.
 *
 * <pre>{@code
 * S(t | x) = exp(-H(t) exp(beta (x - mean x)))
 * }</pre>
 *
 * <p>H is the cumulative hazard of a customer of mean values, after Efron or Breslow as ties were
 * counted. Values are given by the names of the columns; those of a factor are named {@code
 * factor=level}, all 0 for its reference. An offset is a column too, with coefficient 1 and without
 * error: a customer's value of it is asked for like the others, and H is of its mean as well.
 */
public final class CoxModel {

  private final TimeScale timeScale;
  private final CoxColumns columns;
  private final List<String> names;
  private final double[] coefficient;
  private final double[] mean;
  private final CoxTies ties;
  private final Optional<String> reason;
  private final List<String> strata;
  private final List<Baseline> baselines;
  private final double @Nullable [][] variance;

  private CoxModel(
      TimeScale timeScale,
      CoxDesign design,
      CoxSearch search,
      CoxTies ties,
      Optional<String> reason,
      List<String> strata,
      List<Baseline> baselines,
      double @Nullable [][] variance) {
    this.timeScale = timeScale;
    this.columns = design.which();
    this.names = columns.names();
    this.coefficient = new double[names.size()];
    this.mean = new double[names.size()];
    Arrays.fill(coefficient, 1);
    Arrays.fill(mean, design.offsetMean());
    for (int j = 0; j < design.columns(); j++) {
      coefficient[columns.number(j)] = search.coefficient(j);
      mean[columns.number(j)] = design.mean(j);
    }
    this.ties = ties;
    this.reason = reason;
    this.strata = strata;
    this.baselines = baselines;
    this.variance = variance;
  }

  static CoxModel of(
      LifetimeSample sample,
      PartialLikelihood likelihood,
      CoxSearch search,
      Covariance covariance,
      CoxTies ties,
      Optional<String> reason) {
    return new CoxModel(
        sample.timeScale(),
        likelihood.design(),
        search,
        ties,
        reason,
        sample.strata(),
        Baseline.of(sample, likelihood, search.point()),
        matrix(likelihood.design().which(), covariance));
  }

  /** Null if a coefficient has no standard error; 0 for the offset, which is known. */
  private static double @Nullable [][] matrix(CoxColumns columns, Covariance covariance) {
    List<String> names = columns.estimatedNames();
    if (covariance.names().size() < names.size()) {
      return null;
    }
    double[][] matrix = new double[columns.names().size()][columns.names().size()];
    for (int j = 0; j < names.size(); j++) {
      for (int k = 0; k < names.size(); k++) {
        matrix[columns.number(j)][columns.number(k)] =
            covariance.between(names.get(j), names.get(k)).orElseThrow();
      }
    }
    return matrix;
  }

  /**
   * Returns the unit of all times.
   *
   * @return that of the sample
   */
  public TimeScale timeScale() {
    return timeScale;
  }

  /**
   * Returns the coefficients.
   *
   * @return by the names of the columns, in their order, 1 for the offset; unmodifiable
   */
  public Map<String, Double> coefficients() {
    return byName(coefficient);
  }

  /**
   * Returns the means of the columns over the rows of the sample, weighted as they were.
   *
   * @return by the names of the columns, in their order, unmodifiable
   */
  public Map<String, Double> means() {
    return byName(mean);
  }

  private Map<String, Double> byName(double[] values) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int j = 0; j < values.length; j++) {
      map.put(names.get(j), values[j]);
    }
    return Collections.unmodifiableMap(map);
  }

  /**
   * Returns how those that left at the same time were counted.
   *
   * @return the method
   */
  public CoxTies ties() {
    return ties;
  }

  /**
   * Returns the reason for leaving that the model is about.
   *
   * @return empty if any
   */
  public Optional<String> reason() {
    return reason;
  }

  /**
   * Returns the offset.
   *
   * @return the name of the column whose coefficient is 1 by choice; empty if there is none
   */
  public Optional<String> offset() {
    return columns.offset();
  }

  /**
   * Returns the strata.
   *
   * @return in their order; empty where there are none
   */
  public List<String> strata() {
    return strata;
  }

  /**
   * Returns the logarithm of the hazard of a customer over that of one whose values are all 0.
   *
   * <pre>{@code beta1 x1 + beta2 x2 + ...}</pre>
   *
   * @param values for each column its value, finite
   * @return any number
   * @throws IllegalArgumentException if a column is missing or unknown, or a value not finite
   */
  public double logRisk(Map<String, Double> values) {
    double[] x = array(values);
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += coefficient[j] * x[j];
    }
    return sum;
  }

  /**
   * Returns the hazard of a customer over that of one of mean values.
   *
   * <pre>{@code exp(beta (x - mean x))}</pre>
   *
   * @param values for each column its value, finite
   * @return over 0; 1 for the means
   * @throws IllegalArgumentException if a column is missing or unknown, or a value not finite
   */
  public double relativeRisk(Map<String, Double> values) {
    return Math.exp(centred(array(values)));
  }

  private double centred(double[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += coefficient[j] * (x[j] - mean[j]);
    }
    return sum;
  }

  private double[] array(Map<String, Double> values) {
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException("column (" + name + ") must be one of " + names);
      }
    }
    double[] x = new double[names.size()];
    for (int j = 0; j < x.length; j++) {
      Double value = values.get(names.get(j));
      if (value == null) {
        throw new IllegalArgumentException(
            "values " + values.keySet() + " must name all of " + names);
      }
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "value (" + value + ") of " + names.get(j) + " must be finite");
      }
      x[j] = value;
    }
    return x;
  }

  /**
   * Predicts the survival of a customer by a model without strata.
   *
   * @param values for each column its value, finite
   * @return the curve, with standard errors
   * @throws IllegalArgumentException if a column is missing or unknown, a value not finite, the
   *     model has strata, or the hazard is beyond what a double holds
   */
  public CoxCurve survival(Map<String, Double> values) {
    if (strata.size() > 1) {
      throw new IllegalArgumentException("stratum (none) must be one of " + strata);
    }
    return curve(baselines.get(0), array(values));
  }

  /**
   * Predicts the survival of a customer of a stratum.
   *
   * <p>The variance of the cumulative hazard has two parts: that of the hazards of the steps were
   * the coefficients known, and that which the coefficients bring in.
   *
   * @param stratum its name
   * @param values for each column its value, finite
   * @return the curve, with standard errors
   * @throws IllegalArgumentException if there is no such stratum, a column is missing or unknown, a
   *     value not finite, or the hazard is beyond what a double holds
   */
  public CoxCurve survival(String stratum, Map<String, Double> values) {
    int number = strata.indexOf(requireNonNull(stratum, "stratum"));
    if (number < 0) {
      throw new IllegalArgumentException("stratum (" + stratum + ") must be one of " + strata);
    }
    return curve(baselines.get(number), array(values));
  }

  private CoxCurve curve(Baseline baseline, double[] x) {
    double risk = Math.exp(centred(x));
    double[] time = new double[baseline.times()];
    for (int i = 0; i < time.length; i++) {
      time[i] = baseline.time(i);
    }
    return new CoxCurve(timeScale, time, baseline.end(), index -> point(baseline, index, risk, x));
  }

  private PredictedSurvival point(Baseline baseline, int index, double risk, double[] x) {
    double hazard = risk * baseline.hazard(index);
    if (variance == null) {
      return new PredictedSurvival(baseline.time(index), hazard, OptionalDouble.empty());
    }
    double[] slope = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      slope[j] = (x[j] - mean[j]) * baseline.hazard(index) - baseline.drift(index, j);
    }
    double error = risk * Math.sqrt(baseline.variance(index) + ofCoefficients(slope).orElse(0));
    return new PredictedSurvival(baseline.time(index), hazard, OptionalDouble.of(error));
  }

  /** Returns {@code slope' V slope}; empty where a coefficient has no standard error. */
  OptionalDouble ofCoefficients(double[] slope) {
    if (variance == null) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int j = 0; j < slope.length; j++) {
      for (int k = 0; k < slope.length; k++) {
        sum += slope[j] * variance[j][k] * slope[k];
      }
    }
    return OptionalDouble.of(Math.max(0, sum));
  }

  List<String> names() {
    return names;
  }

  double mean(int column) {
    return mean[column];
  }

  double coefficient(int column) {
    return coefficient[column];
  }

  Baseline baseline(int stratum) {
    return baselines.get(stratum);
  }

  /** Returns the coefficients in the standard deviations of a design of the same columns. */
  double[] standardised(CoxDesign design) {
    double[] standardised = new double[design.columns()];
    for (int j = 0; j < standardised.length; j++) {
      standardised[j] = coefficient[columns.number(j)] * design.scale(j);
    }
    return standardised;
  }

  void requireColumns(CovariateTable covariates) {
    if (!covariates.names().equals(names)) {
      throw new IllegalArgumentException(
          "covariates (" + covariates.names() + ") must have the columns " + names);
    }
  }

  /**
   * Returns the coefficients.
   *
   * @return for example {@code Cox (Efron): age 0.0110, sex -0.5526}
   */
  @Override
  public String toString() {
    return coefficients().entrySet().stream()
        .map(entry -> words(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", ", "Cox (" + ties + "): ", ""));
  }

  private String words(String name, double value) {
    return columns.offset().filter(name::equals).isPresent()
        ? "offset " + name
        : String.format(Locale.ROOT, "%s %.4g", name, value);
  }
}
