package io.github.retention4j.survival;

import io.github.retention4j.estimation.FitException;
import io.github.retention4j.internal.mle.DependentColumns;
import io.github.retention4j.internal.numeric.Cholesky;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Finds columns that a sample cannot tell anything of, and says why. */
final class CoxIdentification {

  /** The share of a column's information that the columns before it must leave to it. */
  private static final double TOLERANCE = 1e-11;

  /**
   * A column whose variance among those at risk is under this share of its variance is constant.
   */
  private static final double NO_VARIANCE = 1e-13;

  private CoxIdentification() {}

  /** Refuses columns that are constant or made of others, the penalty taken into account. */
  static void require(CoxSearch search, PartialLikelihood likelihood) {
    double[][] information = search.penalised(search.start().information());
    RiskOrder order = likelihood.order();
    double least = NO_VARIANCE * order.totalEvents() * order.meanEventWeight();
    for (int j = 0; j < information.length; j++) {
      if (information[j][j] <= least) {
        throw refused(constant(likelihood.design(), j));
      }
    }
    Cholesky factor = new Cholesky(information, TOLERANCE);
    if (!factor.dependent().isEmpty()) {
      throw refused(dependent(likelihood.design(), factor, information));
    }
  }

  private static FitException refused(String message) {
    return new FitException(FitException.Reason.NOT_IDENTIFIED, message);
  }

  private static String constant(CoxDesign design, int column) {
    String name = design.names().get(column);
    return design.range(column) == 0
        ? name + " is " + design.mean(column) + " in all rows: leave it out"
        : name + " is the same for all at risk whenever a customer left: leave it out";
  }

  private static String dependent(CoxDesign design, Cholesky factor, double[][] information) {
    double[] unit = new double[information.length];
    Arrays.setAll(unit, j -> Math.sqrt(information[j][j]) * design.scale(j));
    return "columns depend on others among those at risk: "
        + factor.dependent().stream()
            .map(column -> DependentColumns.words(factor, column, design.names(), unit))
            .collect(Collectors.joining("; "))
        + ": leave them out, or add a penalty";
  }
}
