package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;
import io.github.retention4j.internal.numeric.LogBeta;
import io.github.retention4j.internal.numeric.LogGamma;

/**
 * The BG/NBD likelihood of customers with covariates. Parameters: r, alpha, a, b, then the
 * coefficients.
 */
final class BgNbdCovariateRows implements RowLikelihood {

  private final GroupedHistories histories;
  private final CovariateTerm purchase;
  private final CovariateTerm attrition;
  private final CovariateTerm staying;

  /**
   * Keeps the terms.
   *
   * @param attrition how covariates act on a
   * @param staying how they act on b; may be the same term
   */
  BgNbdCovariateRows(
      GroupedHistories histories,
      CovariateTerm purchase,
      CovariateTerm attrition,
      CovariateTerm staying) {
    this.histories = histories;
    this.purchase = purchase;
    this.attrition = attrition;
    this.staying = staying;
  }

  @Override
  public int rows() {
    return histories.groupOf.length;
  }

  @Override
  public RowSum at(double[] parameters) {
    return (from, toExclusive, sums) -> {
      for (int customer = from; customer < toExclusive; customer++) {
        add(customer, parameters, sums);
      }
    };
  }

  private void add(int customer, double[] parameters, double[] sums) {
    double perAlpha = Math.exp(-purchase.at(customer, parameters));
    double perA = Math.exp(attrition.at(customer, parameters));
    double perB = Math.exp(staying.at(customer, parameters));
    double alpha = parameters[1] * perAlpha;
    double a = parameters[2] * perA;
    double b = parameters[3] * perB;
    if (!CovariateTerm.isUsable(alpha)
        || !CovariateTerm.isUsable(a)
        || !CovariateTerm.isUsable(b)) {
      sums[0] = Double.NaN;
      return;
    }
    Slopes slopes = slopes(histories.groupOf[customer], parameters[0], alpha, a, b);
    sums[0] += slopes.value;
    sums[1] += slopes.byR;
    sums[2] += slopes.byAlpha * perAlpha;
    sums[3] += slopes.byA * perA;
    sums[4] += slopes.byB * perB;
    purchase.addSlopes(customer, -slopes.byAlpha * alpha, sums);
    attrition.addSlopes(customer, slopes.byA * a, sums);
    staying.addSlopes(customer, slopes.byB * b, sums);
  }

  /** The log-likelihood of a customer and its slopes. */
  private record Slopes(double value, double byR, double byAlpha, double byA, double byB) {}

  private Slopes slopes(int group, double r, double alpha, double a, double b) {
    double x = histories.purchases[group];
    double age = histories.age[group];
    double shape = r + x;
    double logShare = -Math.log1p(age / alpha);
    double value = LogGamma.logRising(r, x) + r * logShare - x * Math.log(alpha + age);
    double byR = LogGamma.digammaDifference(r, x) + logShare;
    double byAlpha = (r * age / alpha - x) / (alpha + age);
    if (x == 0) {
      return new Slopes(value, byR, byAlpha, 0, 0);
    }
    double stays = b + (x - 1);
    double wait = age - histories.recency[group];
    double sinceLast = Math.log1p(wait / (alpha + histories.recency[group]));
    double odds = Math.log(a / stays) + shape * sinceLast;
    double small = Math.exp(-Math.abs(odds));
    double gone = (odds > 0 ? 1 : small) / (1 + small);
    double byBoth = -LogGamma.digammaDifference(a + b, x);
    return new Slopes(
        value - LogBeta.logConvexity(b, a, x) + Math.max(0, odds) + Math.log1p(small),
        byR + gone * sinceLast,
        byAlpha - gone * shape * wait / (alpha + age) / (alpha + histories.recency[group]),
        byBoth + gone / a,
        byBoth + LogGamma.digammaDifference(b, x) - gone / stays);
  }
}
