package io.github.retention4j.purchase;

import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stretches of time, one after the other, over each of which no covariate of a model changes. */
final class CovariateRuns {

  /** For each run how long it is. */
  final double[] length;

  /** The values of the covariates that act on purchases, those of a run side by side. */
  final double[] purchase;

  /** The values of the covariates that act on leaving, likewise. */
  final double[] attrition;

  private CovariateRuns(double[] length, double[] purchase, double[] attrition) {
    this.length = length;
    this.purchase = purchase;
    this.attrition = attrition;
  }

  /** The names of the covariates that act on either process. */
  record Names(List<String> purchase, List<String> attrition) {}

  /** Returns the runs from the begin of a day to that of another one. */
  static CovariateRuns of(
      CovariatePath path, Names names, LocalDate from, LocalDate to, TimeScale unit) {
    List<LocalDate> cuts = new ArrayList<>(List.of(from));
    LocalDate cut = from;
    while (cut.isBefore(to)) {
      cut = endOfRun(path, names, cut, to);
      cuts.add(cut);
    }
    int runs = cuts.size() - 1;
    double[] length = new double[runs];
    double[] purchase = new double[runs * names.purchase().size()];
    double[] attrition = new double[runs * names.attrition().size()];
    for (int run = 0; run < runs; run++) {
      int period = path.periodOf(cuts.get(run));
      length[run] = unit.ofDays(ChronoUnit.DAYS.between(cuts.get(run), cuts.get(run + 1)));
      set(run, path.values(period, names.purchase()), purchase);
      set(run, path.values(period, names.attrition()), attrition);
    }
    return new CovariateRuns(length, purchase, attrition);
  }

  private static void set(int run, double[] values, double[] ofRuns) {
    System.arraycopy(values, 0, ofRuns, run * values.length, values.length);
  }

  private static LocalDate endOfRun(
      CovariatePath path, Names names, LocalDate start, LocalDate to) {
    PeriodAxis axis = path.axis();
    int period = path.periodOf(start);
    LocalDate end = axis.range(period).endExclusive();
    while (end.isBefore(to) && period + 1 < axis.size() && isSame(path, names, period)) {
      period++;
      end = axis.range(period).endExclusive();
    }
    return end.isBefore(to) ? end : to;
  }

  /** Tells whether a period has the values of the next one. */
  private static boolean isSame(CovariatePath path, Names names, int period) {
    return Arrays.equals(
            path.values(period, names.purchase()), path.values(period + 1, names.purchase()))
        && Arrays.equals(
            path.values(period, names.attrition()), path.values(period + 1, names.attrition()));
  }

  int size() {
    return length.length;
  }

  CovariateRuns then(CovariateRuns next) {
    return new CovariateRuns(
        joined(length, next.length),
        joined(purchase, next.purchase),
        joined(attrition, next.attrition));
  }

  private static double[] joined(double[] values, double[] next) {
    double[] both = Arrays.copyOf(values, values.length + next.length);
    System.arraycopy(next, 0, both, values.length, next.length);
    return both;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CovariateRuns that
        && Arrays.equals(length, that.length)
        && Arrays.equals(purchase, that.purchase)
        && Arrays.equals(attrition, that.attrition);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(length) + Arrays.hashCode(purchase))
        + Arrays.hashCode(attrition);
  }
}
