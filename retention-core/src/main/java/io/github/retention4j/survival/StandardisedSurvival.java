package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The average survival of all customers of a sample, were they alike in one thing and else as they
 * are (the g-formula): what a contract does, for the customers there are, not for a customer of
 * mean values whom nobody has seen. Immutable.
 *
 * <pre>{@code S(t) = sum of w exp(-H(t) exp(beta (x - mean x))) / sum of w}</pre>
 *
 * <p>Each row counts with its weight and the hazard of its stratum. Standard errors are by the
 * delta method, for these customers: the hazards and the coefficients are taken as uncertain, who
 * the customers are is not.
 *
 * <p>It is what would be if the values could be set, only where the model holds and nothing that
 * matters is missing from it.
 *
 * @see <a href="https://doi.org/10.1016/0270-0255(86)90088-6">Robins (1986)</a>
 */
public final class StandardisedSurvival {

  private final CoxModel model;
  private final LifetimeSample sample;
  private final CovariateTable covariates;

  private StandardisedSurvival(CoxModel model, LifetimeSample sample, CovariateTable covariates) {
    this.model = model;
    this.sample = sample;
    this.covariates = covariates;
  }

  /**
   * Prepares averages over a sample.
   *
   * @param model with the columns of the covariates and the strata of the sample
   * @param sample whose weights and strata count; its times do not
   * @param covariates what is known of each row of the sample
   * @return the calculator
   * @throws IllegalArgumentException if sample, covariates and model do not go together
   */
  public static StandardisedSurvival of(
      CoxModel model, LifetimeSample sample, CovariateTable covariates) {
    requireNonNull(model, "model").requireColumns(covariates);
    if (covariates.rows() != sample.rows()) {
      throw new IllegalArgumentException(
          "covariates (" + covariates.rows() + " rows) must have " + sample.rows() + " rows");
    }
    if (!sample.strata().equals(model.strata())) {
      throw new IllegalArgumentException(
          "strata (" + sample.strata() + ") must be those of the model, " + model.strata());
    }
    return new StandardisedSurvival(model, sample, covariates);
  }

  /**
   * Returns the average survival at each level of a factor.
   *
   * @param factor the name of a term that is a factor
   * @param times since the start, 0 or more
   * @return for each level, the reference first, the survival at each time
   * @throws IllegalArgumentException if there is no such factor, or as {@link #calculate}
   */
  public Map<String, List<PredictedSurvival>> byLevel(String factor, double... times) {
    CovariateTable.Term term =
        covariates.terms().stream()
            .filter(one -> one.name().equals(factor) && one.reference().isPresent())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "factor (" + factor + ") must be one of " + factors()));
    List<String> columns =
        covariates.names().subList(term.firstColumn(), term.firstColumn() + term.columns());
    Map<String, List<PredictedSurvival>> levels = new LinkedHashMap<>();
    levels.put(term.reference().orElseThrow(), calculate(only("", columns), times));
    for (String column : columns) {
      levels.put(column.substring(factor.length() + 1), calculate(only(column, columns), times));
    }
    return Collections.unmodifiableMap(levels);
  }

  private List<String> factors() {
    return covariates.terms().stream()
        .filter(term -> term.reference().isPresent())
        .map(CovariateTable.Term::name)
        .toList();
  }

  private static Map<String, Double> only(String column, List<String> columns) {
    Map<String, Double> values = new LinkedHashMap<>();
    columns.forEach(name -> values.put(name, name.equals(column) ? 1.0 : 0.0));
    return values;
  }

  /**
   * Returns the average survival with some columns set to values.
   *
   * @param set the values of these columns for all, finite; empty to leave all as they are
   * @param times since the start, 0 or more, not after the last time seen in a stratum
   * @return the survival at each time; its hazard is minus the logarithm of the average
   * @throws IllegalArgumentException if a column is unknown, a value not finite, or a time is
   *     negative or after the last seen
   */
  public List<PredictedSurvival> calculate(Map<String, Double> set, double... times) {
    double[][] x = new double[model.names().size()][];
    for (int j = 0; j < x.length; j++) {
      x[j] = covariates.column(j);
    }
    set.forEach(
        (name, value) -> {
          int column = model.names().indexOf(name);
          if (column < 0 || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                name + " (" + value + ") must be finite, and one of " + model.names());
          }
          Arrays.fill(x[column], value);
        });
    for (int j = 0; j < x.length; j++) {
      double mean = model.mean(j);
      x[j] = Arrays.stream(x[j]).map(value -> value - mean).toArray();
    }
    List<PredictedSurvival> points = new ArrayList<>();
    for (double time : times) {
      requireSeen(time);
      points.add(new Average(x, time).point());
    }
    return List.copyOf(points);
  }

  private void requireSeen(double time) {
    for (int stratum = 0; stratum < Math.max(1, sample.strata().size()); stratum++) {
      double end = model.baseline(stratum).end();
      if (!(time >= 0 && time <= end)) {
        throw new IllegalArgumentException(
            "time (" + time + ") must be from 0 to the last time seen, " + end);
      }
    }
  }

  /** The average at one time, with its slopes along hazards and coefficients. */
  private final class Average {

    private final double time;
    private final double[] alongHazard;
    private final double[] alongCoefficients;
    private double sum;
    private double weights;

    Average(double[][] x, double time) {
      this.time = time;
      this.alongHazard = new double[Math.max(1, sample.strata().size())];
      this.alongCoefficients = new double[x.length];
      for (int row = 0; row < sample.rows(); row++) {
        add(row, x);
      }
    }

    private void add(int row, double[][] x) {
      int stratum = sample.stratumOf(row);
      double predictor = 0;
      for (int j = 0; j < x.length; j++) {
        predictor += model.coefficient(j) * x[j][row];
      }
      double risk = Math.exp(predictor);
      double hazard = hazard(stratum);
      double survival = sample.weight(row) * Math.exp(-hazard * risk);
      sum += survival;
      weights += sample.weight(row);
      alongHazard[stratum] += risk * survival;
      for (int j = 0; j < x.length; j++) {
        alongCoefficients[j] += hazard * risk * survival * x[j][row];
      }
    }

    private double hazard(int stratum) {
      Baseline baseline = model.baseline(stratum);
      int index = baseline.indexAt(time);
      return index < 0 ? 0 : baseline.hazard(index);
    }

    PredictedSurvival point() {
      double average = sum / weights;
      double[] slope = alongCoefficients.clone();
      double variance = 0;
      for (int stratum = 0; stratum < alongHazard.length; stratum++) {
        Baseline baseline = model.baseline(stratum);
        int index = baseline.indexAt(time);
        if (index >= 0) {
          double along = alongHazard[stratum];
          variance += along * along * baseline.variance(index);
          for (int j = 0; j < slope.length; j++) {
            slope[j] -= along * baseline.drift(index, j);
          }
        }
      }
      OptionalDouble ofCoefficients = model.ofCoefficients(slope);
      OptionalDouble error =
          ofCoefficients.isEmpty()
              ? ofCoefficients
              : OptionalDouble.of(Math.sqrt(variance + ofCoefficients.getAsDouble()) / sum);
      return new PredictedSurvival(time, Math.max(0, -Math.log(average)), error);
    }
  }
}
