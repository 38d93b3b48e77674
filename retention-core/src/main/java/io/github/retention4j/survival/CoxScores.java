package io.github.retention4j.survival;

/**
 * What each row adds to the slopes of the partial likelihood, as if it had weight 1; standardised,
 * one array for each column, by row of the sample.
 *
 * <pre>{@code
 * score      = left (x - mean x at its time) - exp(beta x) * sum of h (x - mean x) while at risk
 * schoenfeld = x - mean x at its time, for rows that left; 0 for others
 * }</pre>
 */
final class CoxScores {

  private final PartialLikelihood likelihood;
  private final RiskOrder order;
  private final CoxDesign design;
  private final CoxPoint point;
  private final double[][] schoenfeld;
  private final double[][] score;
  private final double[] martingale;

  CoxScores(PartialLikelihood likelihood, CoxPoint point) {
    this.likelihood = likelihood;
    this.order = likelihood.order();
    this.design = likelihood.design();
    this.point = point;
    this.schoenfeld = new double[design.columns()][order.rows()];
    this.score = new double[design.columns()][order.rows()];
    this.martingale = new double[order.rows()];
    double[][] drift = new double[design.columns()][order.groups()];
    likelihood.visit(point.walk(), set -> visit(set, drift));
    addExposure(drift);
  }

  private double value(int place, int column) {
    return design.values()[place * design.columns() + column];
  }

  private void visit(RiskSet set, double[][] drift) {
    int from = order.firstEvent(set.group);
    for (int j = 0; j < drift.length; j++) {
      double mean = set.mean(j);
      double spared = set.driftSpared(j);
      drift[j][set.group] = set.drift(j);
      for (int place = from; place < from + order.events(set.group); place++) {
        schoenfeld[j][order.row(place)] = value(place, j) - mean;
        score[j][order.row(place)] = value(place, j) - mean - relative(place) * spared;
      }
    }
  }

  /** The risk of a place without its weight. */
  private double relative(int place) {
    return point.walk().risk(place) / order.weight(place);
  }

  private void addExposure(double[][] drift) {
    double[] hazard = likelihood.cumulative(point.hazard());
    for (int j = 0; j < drift.length; j++) {
      drift[j] = likelihood.cumulative(drift[j]);
    }
    for (int place = 0; place < order.places(); place++) {
      double exposure = likelihood.exposure(place, hazard, point.spared());
      double relative = relative(place);
      int row = order.row(place);
      martingale[row] = (order.isEvent(place) ? 1 : 0) - relative * exposure;
      int leaves = order.leavesAt(place);
      for (int j = 0; j < drift.length; j++) {
        double before = leaves == RiskOrder.NEVER ? 0 : drift[j][leaves];
        double mean = drift[j][order.groupOf(place)] - before;
        score[j][row] -= relative * (value(place, j) * exposure - mean);
      }
    }
  }

  /** Not copied. */
  double[][] schoenfeld() {
    return schoenfeld;
  }

  /** Not copied. */
  double[][] score() {
    return score;
  }

  /** Whether a row left, less the hazard that it was exposed to. Not copied. */
  double[] martingale() {
    return martingale;
  }
}
