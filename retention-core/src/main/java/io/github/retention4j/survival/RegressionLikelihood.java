package io.github.retention4j.survival;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.internal.numeric.LogSum;
import java.util.Arrays;

/**
 * The log-likelihood of a regression; parameters are the intercept, the coefficients, then the
 * scale and the shape where the family has them.
 */
final class RegressionLikelihood implements RowLikelihood {

  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final LifetimeRegressionFamily family;
  private final double[] covariates;
  private final int columns;

  /** ln of where the time of a row ends. */
  private final double[] logEnd;

  /** ln of where it begins, minus infinity for 0. */
  private final double[] logStart;

  /** Whether the row left, and when is known. */
  private final boolean[] leftAtEnd;

  /** Whether the row left between another time and its end, and ln of that time. */
  private final double[] logIntervalStart;

  private final boolean[] leftWithin;
  private final double[] weight;

  RegressionLikelihood(
      LifetimeRegressionFamily family,
      LifetimeSample sample,
      EventTimes eventTimes,
      RegressionDesign design) {
    this.family = family;
    this.covariates = design.values();
    this.columns = design.columns();
    int rows = sample.rows();
    boolean isGrouped = eventTimes == EventTimes.GROUPED_BY_UNIT;
    logEnd = new double[rows];
    logStart = new double[rows];
    leftAtEnd = new boolean[rows];
    leftWithin = new boolean[rows];
    logIntervalStart = new double[isGrouped ? rows : 0];
    weight = new double[rows];
    for (int row = 0; row < rows; row++) {
      logEnd[row] = Math.log(sample.duration(row));
      logStart[row] = Math.log(sample.entry(row));
      leftAtEnd[row] = sample.left(row) && !isGrouped;
      leftWithin[row] = sample.left(row) && isGrouped;
      weight[row] = sample.weight(row);
      if (isGrouped && sample.left(row)) {
        logIntervalStart[row] = Math.log(GroupedLifetimes.intervalStart(sample, row));
      }
    }
  }

  @Override
  public int rows() {
    return logEnd.length;
  }

  @Override
  public RowSum at(double[] p) {
    double scale = family.hasScale() ? p[columns + 1] : 1;
    double shape = family.law().hasShape() ? p[columns + 2] : 0;
    return (from, toExclusive, sums) -> {
      Row row = new Row(scale, shape, sums.length);
      for (int r = from; r < toExclusive; r++) {
        add(r, p, row, sums);
      }
      row.addSlopes(sums, columns);
    };
  }

  private void add(int r, double[] p, Row row, double[] sums) {
    int first = r * columns;
    double location = p[0];
    for (int c = 0; c < columns; c++) {
      location += p[c + 1] * covariates[first + c];
    }
    row.location = location;
    double slope = weight[r] * addTimes(r, row);
    sums[1] += slope;
    for (int c = 0; c < columns; c++) {
      sums[c + 2] += slope * covariates[first + c];
    }
  }

  /** Adds the value of a row and its slopes in scale and shape; returns that in the location. */
  private double addTimes(int r, Row row) {
    row.weight = weight[r];
    double slope = 0;
    if (leftWithin[r]) {
      slope += row.addInterval(logIntervalStart[r], logEnd[r]);
    } else if (logEnd[r] != NEVER) {
      slope += row.addEnd(logEnd[r], leftAtEnd[r]);
    }
    return logStart[r] == NEVER ? slope : slope + row.addStart(logStart[r]);
  }

  /** Sums over the rows of a chunk, and room for the terms of one. */
  private final class Row {

    private final double scale;
    private final double logScale;
    private final double shape;
    private final int size;
    private final double[] terms = new double[ErrorLaw.TERMS];
    private final double[] startTerms = new double[ErrorLaw.TERMS];

    private double location;
    private double weight;
    private double value;
    private double slopeInScale;
    private double slopeInShape;

    Row(double scale, double shape, int size) {
      this.scale = scale;
      this.logScale = Math.log(scale);
      this.shape = shape;
      this.size = size;
    }

    private double errorAt(double logTime, double[] into) {
      double error = (logTime - location) / scale;
      family.law().at(error, shape, into);
      return error;
    }

    double addEnd(double logTime, boolean left) {
      double error = errorAt(logTime, terms);
      double logValue = terms[ErrorLaw.LOG_SURVIVAL];
      double fall = terms[ErrorLaw.HAZARD];
      double inShape = terms[ErrorLaw.LOG_SURVIVAL_IN_SHAPE];
      if (left) {
        logValue += terms[ErrorLaw.LOG_HAZARD] - logScale - logTime;
        fall -= terms[ErrorLaw.LOG_HAZARD_SLOPE];
        inShape += terms[ErrorLaw.LOG_HAZARD_IN_SHAPE];
      }
      add(logValue, fall * error - (left ? 1 : 0), inShape);
      return fall / scale;
    }

    double addStart(double logTime) {
      double error = errorAt(logTime, terms);
      double fall = -terms[ErrorLaw.HAZARD];
      add(-terms[ErrorLaw.LOG_SURVIVAL], fall * error, -terms[ErrorLaw.LOG_SURVIVAL_IN_SHAPE]);
      return fall / scale;
    }

    /** ln(S(start) - S(end)) = ln S(start) + ln(1 - e^-drop). */
    double addInterval(double logStartTime, double logTime) {
      double error = errorAt(logTime, terms);
      double startError = 0;
      if (logStartTime == NEVER) {
        Arrays.fill(startTerms, 0);
      } else {
        startError = errorAt(logStartTime, startTerms);
      }
      double logAtStart = startTerms[ErrorLaw.LOG_SURVIVAL];
      double drop = logAtStart - terms[ErrorLaw.LOG_SURVIVAL];
      double odds = 1 / Math.expm1(drop);
      double atStart = (1 + odds) * startTerms[ErrorLaw.HAZARD];
      double atEnd = odds == 0 ? 0 : odds * terms[ErrorLaw.HAZARD];
      double inShape =
          (1 + odds) * startTerms[ErrorLaw.LOG_SURVIVAL_IN_SHAPE]
              - (odds == 0 ? 0 : odds * terms[ErrorLaw.LOG_SURVIVAL_IN_SHAPE]);
      add(
          logAtStart + (drop > 0 ? LogSum.log1mExp(drop) : NEVER),
          atStart * startError - (atEnd == 0 ? 0 : atEnd * error),
          inShape);
      return (atStart - atEnd) / scale;
    }

    private void add(double logValue, double inLogScale, double inShape) {
      value += weight * logValue;
      slopeInScale += weight * inLogScale / scale;
      slopeInShape += weight * inShape;
    }

    void addSlopes(double[] sums, int columns) {
      sums[0] += value;
      if (size > columns + 2) {
        sums[columns + 2] += slopeInScale;
      }
      if (size > columns + 3) {
        sums[columns + 3] += slopeInShape;
      }
    }
  }
}
