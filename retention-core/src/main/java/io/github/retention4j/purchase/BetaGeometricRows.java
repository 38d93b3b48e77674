package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.LogGamma;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;

/**
 * The likelihood of a sample under a {@link BetaGeometricModel}, with gradient. What depends on x
 * alone, or on a number of whole days alone, is computed once for all rows.
 */
final class BetaGeometricRows implements RowLikelihood {

  /** Tables by day are made if they do not outgrow the rows by this factor. */
  private static final int DAYS_PER_ROW = 16;

  private final int k;
  private final boolean mayLeaveAtFirst;
  private final GroupedHistories rows;
  private final TimeScale timeScale;

  /** ln C, spread evenly over the customers. */
  private final double constant;

  private final int[] counts;
  private final int[] countOf;

  /** Days for which there are tables; 0 for none. */
  private final int days;

  BetaGeometricRows(
      int k, boolean mayLeaveAtFirst, GroupedHistories rows, TimeScale timeScale, double constant) {
    this.k = k;
    this.mayLeaveAtFirst = mayLeaveAtFirst;
    this.rows = rows;
    this.timeScale = timeScale;
    this.constant = constant;
    counts = Arrays.stream(rows.purchases).sorted().distinct().toArray();
    countOf = Arrays.stream(rows.purchases).map(x -> Arrays.binarySearch(counts, x)).toArray();
    days = tableDays(rows);
  }

  private static int tableDays(GroupedHistories rows) {
    if (!rows.areWholeDays()) {
      return 0;
    }
    long last = Arrays.stream(rows.ageDays).max().orElse(0);
    return last < DAYS_PER_ROW * (long) rows.size() + 1_000 ? (int) last + 1 : 0;
  }

  @Override
  public int rows() {
    return rows.size();
  }

  @Override
  public RowSum at(double[] parameters) {
    return new Sum(parameters[0], parameters[1], parameters[2], parameters[3]);
  }

  /** The sum at some parameters. */
  private final class Sum implements RowSum {

    private final double r;
    private final double alpha;
    private final double a;
    private final double b;

    // By purchase count.
    private final double[] logBase = new double[counts.length];
    private final double[] slopeR = new double[counts.length];
    private final double[] slopeA = new double[counts.length];
    private final double[] slopeB = new double[counts.length];
    private final double[] logOdds = new double[counts.length];
    private final double[] leaveSlopeB = new double[counts.length];

    // By day.
    private final double[] logOfDay = new double[days];
    private final double[] inverseOfDay = new double[days];

    Sum(double r, double alpha, double a, double b) {
      this.r = r;
      this.alpha = alpha;
      this.a = a;
      this.b = b;
      for (int i = 0; i < counts.length; i++) {
        fillCount(i, (double) counts[i] + (mayLeaveAtFirst ? 1 : 0));
      }
      for (int day = 0; day < days; day++) {
        double time = alpha + timeScale.ofDays(day);
        logOfDay[day] = Math.log(time);
        inverseOfDay[day] = 1 / time;
      }
    }

    private void fillCount(int i, double occasions) {
      double steps = (double) k * counts[i];
      double logAlpha = Math.log(alpha);
      logBase[i] =
          constant
              + LogGamma.logRising(r, steps)
              + r * logAlpha
              - LogBeta.logConvexity(b, a, occasions);
      slopeR[i] = LogGamma.digammaDifference(r, steps) + logAlpha;
      slopeA[i] = -LogGamma.digammaDifference(a + b, occasions);
      slopeB[i] = slopeA[i] + LogGamma.digammaDifference(b, occasions);
      double stays = b + (occasions - 1);
      logOdds[i] = occasions == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / stays);
      leaveSlopeB[i] = occasions == 0 ? 0 : 1 / stays;
    }

    @Override
    public void add(int from, int toExclusive, double[] sums) {
      Phases phases = new Phases(k);
      for (int row = from; row < toExclusive; row++) {
        int i = countOf[row];
        double logAge = days > 0 ? logOfDay[rows.ageDays[row]] : Math.log(alpha + rows.age[row]);
        double inverseAge =
            days > 0 ? inverseOfDay[rows.ageDays[row]] : 1 / (alpha + rows.age[row]);
        phases.fill(r + (double) k * counts[i], (rows.age[row] - rows.recency[row]) * inverseAge);
        if (logOdds[i] == Double.NEGATIVE_INFINITY) {
          addStaying(row, i, phases, logAge, inverseAge, sums);
        } else {
          add(row, i, phases, logAge, inverseAge, sums);
        }
      }
    }

    /** A customer that had no occasion to leave. */
    private void addStaying(
        int row, int i, Phases phases, double logAge, double inverseAge, double[] sums) {
      double shape = r + (double) k * counts[i];
      double weight = rows.weight[row];
      sums[0] += weight * (logBase[i] - shape * logAge + phases.log);
      sums[1] += weight * (slopeR[i] - logAge + phases.slopeShape);
      sums[2] += weight * (r / alpha - (shape + phases.meanPhase) * inverseAge);
      sums[3] += weight * slopeA[i];
      sums[4] += weight * slopeB[i];
    }

    private void add(
        int row, int i, Phases phases, double logAge, double inverseAge, double[] sums) {
      double recency = alpha + rows.recency[row];
      double shape = r + (double) k * counts[i];
      double step = logAge - (days > 0 ? logOfDay[rows.recencyDays[row]] : Math.log(recency));
      double odds = logOdds[i] + shape * step - phases.log;
      double small = Math.exp(-Math.abs(odds));
      double part = 1 / (1 + small);
      double gone = odds > 0 ? part : small * part;
      double alive = 1 - gone;
      double weight = rows.weight[row];
      // ln(1 + small) need only be exact beside the other terms.
      sums[0] +=
          weight
              * (logBase[i]
                  - shape * logAge
                  + phases.log
                  + Math.max(0, odds)
                  + Math.log(1 + small));
      sums[1] += weight * (slopeR[i] - logAge + alive * phases.slopeShape + gone * step);
      sums[2] +=
          weight
              * (r / alpha
                  - shape * inverseAge
                  - alive * phases.meanPhase * inverseAge
                  + gone * shape * (inverseAge - 1 / recency));
      sums[3] += weight * (slopeA[i] + gone / a);
      sums[4] += weight * (slopeB[i] - gone * leaveSlopeB[i]);
    }
  }

  /** The sum of (shape)_j / j! u^j over j below k, with its slopes. */
  private static final class Phases {

    private final int k;
    double log;
    double slopeShape;

    /** Minus the slope of the logarithm in ln(alpha + T). */
    double meanPhase;

    Phases(int k) {
      this.k = k;
    }

    void fill(double shape, double u) {
      if (k == 1) {
        return;
      }
      double term = 1;
      double sum = 1;
      double harmonic = 0;
      double slope = 0;
      double mean = 0;
      for (int j = 1; j < k; j++) {
        double at = shape + (j - 1);
        harmonic += 1 / at;
        term *= at / j * u;
        sum += term;
        slope += term * harmonic;
        mean += term * j;
      }
      log = Math.log(sum);
      slopeShape = slope / sum;
      meanPhase = mean / sum;
    }
  }
}
