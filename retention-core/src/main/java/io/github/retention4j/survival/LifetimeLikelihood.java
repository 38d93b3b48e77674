package io.github.retention4j.survival;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.internal.numeric.LogSum;
import java.util.Arrays;

/** The log-likelihood of lifetimes, by distinct times and intervals. */
final class LifetimeLikelihood implements RowLikelihood {

  private final LifetimeFamily<?> family;
  private final GroupedLifetimes rows;

  LifetimeLikelihood(LifetimeFamily<?> family, GroupedLifetimes rows) {
    this.family = family;
    this.rows = rows;
  }

  @Override
  public int rows() {
    return rows.size();
  }

  @Override
  public RowSum at(double[] parameters) {
    HazardTerms terms = family.at(parameters);
    int size = parameters.length;
    return (from, toExclusive, sums) -> {
      double[] own = new double[2 * size + 2];
      double[] other = new double[2 * size + 2];
      for (int row = from; row < toExclusive; row++) {
        if (row < rows.points()) {
          addPoint(row, terms, own, sums);
        } else {
          addInterval(row - rows.points(), terms, own, other, sums);
        }
      }
    };
  }

  private void addPoint(int point, HazardTerms terms, double[] own, double[] sums) {
    double time = rows.time[point];
    double events = rows.events[point];
    if (time == 0 && events == 0) {
      return;
    }
    terms.at(time, own);
    double survivals = time == 0 ? 0 : rows.survivals[point];
    for (int i = 0; i < sums.length; i++) {
      if (survivals != 0) {
        sums[i] += survivals * own[i];
      }
      if (events != 0) {
        sums[i] += events * own[sums.length + i];
      }
    }
  }

  /** ln(S(from) - S(to)) = ln S(from) + ln(1 - e^-fall), fall that of ln S. */
  private void addInterval(
      int interval, HazardTerms terms, double[] own, double[] other, double[] sums) {
    double weight = rows.within[interval];
    terms.at(rows.to[interval], own);
    if (rows.from[interval] == 0) {
      Arrays.fill(other, 0);
    } else {
      terms.at(rows.from[interval], other);
    }
    double fall = other[0] - own[0];
    sums[0] += weight * (other[0] + (fall > 0 ? LogSum.log1mExp(fall) : Double.NEGATIVE_INFINITY));
    double odds = 1 / Math.expm1(fall);
    for (int i = 1; i < sums.length; i++) {
      sums[i] += weight * (other[i] + (odds == 0 ? 0 : odds * (other[i] - own[i])));
    }
  }
}
