package io.github.retention4j.segment;

import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.internal.numeric.SymmetricEigen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Climbs to the maximum of a logistic likelihood by Newton's method with halved steps. */
final class LogisticSearch {

  /** Twice the log-likelihood that is left to gain: beyond it only rounding moves. */
  private static final double CONVERGED = 1e-16;

  /** So little is left to gain, and yet the log odds of some row would still move by the next. */
  private static final double NOTHING_TO_GAIN = 1e-6;

  /**
   * A maximum has a log odds that moves so far only if its standard error is 500; where columns
   * separate, each step moves it by about 1.
   */
  private static final double STILL_MOVING = 0.5;

  /** Columns whose coefficients run by more than this share of the fastest are named with it. */
  private static final double NAMED_SHARE = 0.1;

  private static final int MOST_HALVINGS = 40;

  private final LogisticDesign design;
  private final boolean[] left;
  private final int maxIterations;
  private LogisticPoint point;
  private int evaluations;

  LogisticSearch(LogisticDesign design, boolean[] left, int maxIterations) {
    this.design = design;
    this.left = left;
    this.maxIterations = maxIterations;
    double[] start = new double[design.parameters()];
    long lost = IntStream.range(0, left.length).filter(row -> left[row]).count();
    start[0] = Math.log((double) lost / (left.length - lost));
    this.point = at(start);
  }

  private LogisticPoint at(double[] coefficients) {
    evaluations++;
    return LogisticPoint.at(design, left, coefficients);
  }

  LogisticPoint run() {
    for (int iteration = 0; iteration < maxIterations; iteration++) {
      SymmetricEigen information = point.information();
      double[] gradient = point.gradient(left);
      double[] step = step(information, gradient);
      double gain = LogisticPoint.product(step, gradient);
      if (gain <= NOTHING_TO_GAIN && point.reach(step) > STILL_MOVING) {
        throw separated(step);
      }
      if (gain <= CONVERGED) {
        return point;
      }
      climb(step);
    }
    throw new FitException(
        Reason.EVALUATIONS_SPENT, "the " + maxIterations + " iterations allowed were not enough");
  }

  int evaluations() {
    return evaluations;
  }

  private static double[] step(SymmetricEigen information, double[] gradient) {
    double[] along = information.coordinates(gradient);
    for (int k = 0; k < along.length; k++) {
      if (!(information.value(k) > 0)) {
        throw new FitException(Reason.NOT_CONVERGED, "the curvature cannot be computed");
      }
      along[k] /= information.value(k);
    }
    return information.vectorOf(along);
  }

  /** Goes along a step, or as far of it as does not lead down; near the top rounding may. */
  private void climb(double[] step) {
    double slack = 1e-13 * Math.abs(point.logLikelihood());
    double times = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      LogisticPoint next = at(point.moved(step, times));
      if (next.logLikelihood() >= point.logLikelihood() - slack) {
        point = next;
        return;
      }
      times /= 2;
    }
    throw new FitException(Reason.NOT_CONVERGED, "no step leads further up");
  }

  private FitException separated(double[] step) {
    double fastest = Arrays.stream(step).skip(1).map(Math::abs).max().orElse(0);
    List<String> names = new ArrayList<>();
    for (int j = 1; j < step.length; j++) {
      if (Math.abs(step[j]) > NAMED_SHARE * fastest) {
        names.add(design.names().get(j - 1));
      }
    }
    return new FitException(
        Reason.NO_MAXIMUM,
        "the likelihood has no maximum: "
            + String.join(", ", names)
            + (names.size() == 1 ? " separates" : " separate")
            + " customers who left from those who stayed");
  }
}
