package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.internal.numeric.Cholesky;
import io.github.retention4j.internal.numeric.RadixOrder;
import io.github.retention4j.internal.numeric.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * How the rows of a sample differ from what a model of Cox says of them. Made on demand, for the
 * model holds no rows. Immutable; arrays are copies, each with an entry for each row of the sample,
 * in its order, but for those of Schoenfeld, which rows have only that left.
 *
 * <p>Weights count in the model, not in a residual: each is that of one customer of the row. But
 * {@link #dfbeta} is of all that the row stands for.
 *
 * @see <a href="https://doi.org/10.1093/biomet/77.1.147">Therneau, Grambsch and Fleming (1990)</a>
 */
public final class CoxResiduals {

  private final CoxModel model;
  private final double[] martingale;
  private final boolean[] event;
  private final double[] weight;
  private final double[][] score;
  private final double[][] schoenfeld;
  private final List<String> names;
  private final double[][] variance;
  private final int[] eventRows;

  private CoxResiduals(
      CoxModel model, LifetimeSample sample, PartialLikelihood likelihood, CoxPoint point) {
    CoxScores scores = new CoxScores(likelihood, point);
    CoxDesign design = likelihood.design();
    this.model = model;
    this.names = design.names();
    this.martingale = scores.martingale();
    this.event = events(likelihood.order());
    this.weight = new double[martingale.length];
    Arrays.setAll(weight, sample::weight);
    this.score = scaled(scores.score(), design);
    this.schoenfeld = scaled(scores.schoenfeld(), design);
    this.variance = new Cholesky(point.information(), 0).inverse();
    for (int j = 0; j < variance.length; j++) {
      for (int k = 0; k < variance.length; k++) {
        variance[j][k] /= design.scale(j) * design.scale(k);
      }
    }
    this.eventRows = eventRows(sample, event);
  }

  /**
   * Computes the residuals of a sample.
   *
   * @param model fitted to this sample, or to another with the same columns
   * @param sample who left when
   * @param covariates what is known of each row of the sample
   * @return the residuals
   * @throws IllegalArgumentException if sample, covariates and model do not go together
   * @throws io.github.retention4j.estimation.FitException if nobody left or nobody else was at risk
   *     when someone did
   */
  public static CoxResiduals of(CoxModel model, LifetimeSample sample, CovariateTable covariates) {
    requireNonNull(model, "model").requireColumns(covariates);
    try (Workers workers = new Workers(1)) {
      PartialLikelihood likelihood =
          PartialLikelihood.of(
              sample, covariates, model.ties(), model.reason(), model.offset(), workers);
      CoxPoint point = likelihood.at(model.standardised(likelihood.design()));
      return new CoxResiduals(model, sample, likelihood, point);
    }
  }

  private static boolean[] events(RiskOrder order) {
    boolean[] event = new boolean[order.rows()];
    for (int place = 0; place < order.places(); place++) {
      event[order.row(place)] = order.isEvent(place);
    }
    return event;
  }

  private static double[][] scaled(double[][] columns, CoxDesign design) {
    for (int j = 0; j < columns.length; j++) {
      for (int row = 0; row < columns[j].length; row++) {
        columns[j][row] *= design.scale(j);
      }
    }
    return columns;
  }

  /** Rows that left, by stratum, time and number. */
  private static int[] eventRows(LifetimeSample sample, boolean[] event) {
    int[] rows = new int[event.length];
    int count = 0;
    for (int row = 0; row < event.length; row++) {
      if (event[row]) {
        rows[count++] = row;
      }
    }
    int[] stratum = new int[count];
    int[] high = new int[count];
    int[] low = new int[count];
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(sample.duration(rows[i]) + 0.0);
      stratum[i] = sample.stratumOf(rows[i]);
      high[i] = (int) (bits >>> Integer.SIZE);
      low[i] = (int) bits;
    }
    int[] ordered = RadixOrder.of(count, stratum, high, low);
    for (int i = 0; i < count; i++) {
      ordered[i] = rows[ordered[i]];
    }
    return ordered;
  }

  /**
   * Returns for each row whether it left, less what the model expected.
   *
   * <pre>{@code left - H(t) exp(beta (x - mean x))}</pre>
   *
   * @return at most 1; their weighted sum is 0 for the sample of the fit
   */
  public double[] martingale() {
    return martingale.clone();
  }

  /**
   * Returns the martingale residuals drawn in, so that they lie about 0 more evenly.
   *
   * <pre>{@code sign(m) sqrt(-2 (m + left log(left - m)))}</pre>
   *
   * @return positive for rows that left sooner than expected
   */
  public double[] deviance() {
    double[] deviance = new double[martingale.length];
    for (int row = 0; row < deviance.length; row++) {
      double m = martingale[row];
      double log = event[row] ? Math.log(1 - m) : 0;
      deviance[row] = Math.copySign(Math.sqrt(Math.max(0, -2 * (m + log))), m);
    }
    return deviance;
  }

  /**
   * Returns what each row adds to the slope of the log-likelihood.
   *
   * @param name of a column
   * @return in the unit of the column; their weighted sum is 0 for the sample of the fit
   * @throws IllegalArgumentException if there is no such column
   */
  public double[] score(String name) {
    return score[column(name)].clone();
  }

  /**
   * Returns about how much each row moves a coefficient: the change that leaving it out would make,
   * sign turned round, to first order.
   *
   * @param name of a column
   * @return in the unit of the coefficient
   * @throws IllegalArgumentException if there is no such column
   */
  public double[] dfbeta(String name) {
    int column = column(name);
    double[] dfbeta = new double[martingale.length];
    for (int j = 0; j < score.length; j++) {
      for (int row = 0; row < dfbeta.length; row++) {
        dfbeta[row] += variance[column][j] * weight[row] * score[j][row];
      }
    }
    return dfbeta;
  }

  /**
   * Returns the rows that left, for which there are residuals of Schoenfeld.
   *
   * @return their numbers from 0, by stratum, then time, then number
   */
  public int[] eventRows() {
    return eventRows.clone();
  }

  /**
   * Returns how far the value of each row that left is from the mean of those at risk, who count by
   * their risk.
   *
   * @param name of a column
   * @return in the unit of the column, in the order of {@link #eventRows}
   * @throws IllegalArgumentException if there is no such column
   * @see <a href="https://doi.org/10.1093/biomet/69.1.239">Schoenfeld (1982)</a>
   */
  public double[] schoenfeld(String name) {
    return atEvents(schoenfeld[column(name)]);
  }

  private double[] atEvents(double[] ofRow) {
    double[] values = new double[eventRows.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = ofRow[eventRows[i]];
    }
    return values;
  }

  /**
   * Returns the coefficient as each row that left would have it: smoothed over time it shows how a
   * coefficient changes.
   *
   * <pre>{@code beta + d * V * schoenfeld}</pre>
   *
   * @param name of a column
   * @return in the unit of the coefficient, in the order of {@link #eventRows}; d rows left, and V
   *     is the inverse of the information
   * @throws IllegalArgumentException if there is no such column
   * @see <a href="https://doi.org/10.1093/biomet/81.3.515">Grambsch and Therneau (1994)</a>
   */
  public double[] scaledSchoenfeld(String name) {
    int column = column(name);
    double coefficient = model.coefficient(model.names().indexOf(name));
    double[] scaled = new double[eventRows.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = coefficient;
      for (int j = 0; j < schoenfeld.length; j++) {
        scaled[i] += scaled.length * variance[column][j] * schoenfeld[j][eventRows[i]];
      }
    }
    return scaled;
  }

  private int column(String name) {
    int column = names.indexOf(requireNonNull(name, "name"));
    if (column < 0) {
      throw new IllegalArgumentException("name (" + name + ") must be one of " + names);
    }
    return column;
  }
}
