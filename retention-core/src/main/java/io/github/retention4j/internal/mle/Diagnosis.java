package io.github.retention4j.internal.mle;

import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.internal.numeric.SymmetricEigen;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges by gradient and curvature whether the end of a search is a maximum, and which parameters
 * the sample does not tell.
 */
final class Diagnosis {

  /** A direction along the lines known no better than to 1000 units is not known at all. */
  private static final double UNKNOWN_INFORMATION = 1e-6;

  /** A direction known no better than to 2 units, a factor of 50 at 95 %, is worth a warning. */
  private static final double VAGUE_INFORMATION = 0.25;

  /** Curvatures so far apart lie on a ridge that rounding may hide. */
  private static final double RIDGE = 1e-10;

  /** Parameters that move by more than this share in a direction are named with it. */
  private static final double NAMED_SHARE = 0.3;

  /** Of parameters that move about alike along a ridge the first is said to run out. */
  private static final double CLEARLY = 1.1;

  /** Newton steps left over, squared and in standard errors, that still count as an end. */
  private static final double CONVERGED = 1e-6;

  /** At the limit a likelihood that would gain more by another factor of e is still rising. */
  private static final double RISING = 1e-3;

  /** So far out on the line, past 1e-4 or 1e4, a parameter is on its way to its end. */
  private static final double FAR_OUT = Math.log(1e4);

  private static final double FAR_OUT_CORRELATION = 5;

  /** What is wrong with the end of a search. */
  record Fault(Reason reason, String message) {}

  private final Objective objective;
  private final List<Parameter> parameters;
  private final Maximum maximum;
  private final BitSet untold;
  private final List<FitWarning> warnings = new ArrayList<>();

  Diagnosis(Objective objective, List<Parameter> parameters, Maximum maximum) {
    this.objective = objective;
    this.parameters = parameters;
    this.maximum = maximum;
    this.untold = Maximiser.atLimit(objective, maximum.point(), maximum.information());
  }

  /** The reason why the end is no usable maximum; looked for before anything else is asked. */
  Optional<Fault> fault() {
    if (!Maximiser.isFinite(maximum.information())) {
      return Optional.of(new Fault(Reason.NOT_CONVERGED, "the curvature cannot be computed"));
    }
    Optional<Fault> rising = rising();
    if (rising.isPresent()) {
      return rising;
    }
    setUntoldApart();
    if (untold.cardinality() == parameters.size()) {
      return Optional.of(
          new Fault(
              Reason.NO_MAXIMUM,
              "the likelihood has no maximum: it rises towards the ends of all ranges"));
    }
    return freeFault();
  }

  private Optional<Fault> rising() {
    double[] gradient = maximum.point().gradient();
    List<String> names =
        untold.stream()
            .filter(i -> Math.abs(gradient[i]) > RISING)
            .mapToObj(i -> parameters.get(i).name())
            .toList();
    if (names.isEmpty() || objective.hasLimits()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            Reason.NO_MAXIMUM,
            "the likelihood has no maximum: it still rises with "
                + String.join(", ", names)
                + " at the end of the search"));
  }

  /** Takes the parameters out one by one that the sample does not tell, the least known first. */
  private void setUntoldApart() {
    SymmetricEigen eigen = model().eigen();
    while (untold.cardinality() < parameters.size() && eigen.value(0) < UNKNOWN_INFORMATION) {
      if (eigen.value(0) < -UNKNOWN_INFORMATION) {
        return;
      }
      untold.set(largest(eigen.vector(0)));
      eigen = model().eigen();
    }
  }

  private int largest(double[] direction) {
    return IntStream.range(0, direction.length)
        .filter(i -> !untold.get(i))
        .reduce((i, j) -> Math.abs(direction[j]) > CLEARLY * Math.abs(direction[i]) ? j : i)
        .orElseThrow();
  }

  private Optional<Fault> freeFault() {
    List<String> flat =
        untold.stream().filter(i -> !isFarOut(i)).mapToObj(i -> parameters.get(i).name()).toList();
    boolean isLimit = objective.hasLimits() && flat.size() < untold.cardinality();
    if (!flat.isEmpty() && !isLimit) {
      return Optional.of(
          new Fault(
              Reason.NOT_IDENTIFIED,
              "the sample does not tell "
                  + String.join(", ", flat)
                  + ": other values explain it as well"));
    }
    if (!(model().decrement() <= CONVERGED)) {
      return Optional.of(new Fault(Reason.NOT_CONVERGED, "the search ended short of a maximum"));
    }
    return Optional.empty();
  }

  private boolean isFarOut(int i) {
    ParameterRange range = parameters.get(i).range();
    double position = maximum.point().position()[i];
    double place = Math.abs(position);
    return Maximiser.isAtLimit(objective, i, position)
        || place > (range == ParameterRange.CORRELATION ? FAR_OUT_CORRELATION : FAR_OUT);
  }

  private LocalModel model() {
    return LocalModel.of(objective, maximum.point(), maximum.information(), untold);
  }

  /** Whether the sample does not tell a parameter, because it runs to an end of its range. */
  boolean isAtBoundary(int i) {
    return untold.get(i);
  }

  /** The covariance on the lines of the parameters that the sample tells; others have 1. */
  double[][] covariance() {
    double[][] covariance = model().eigen().inverse();
    double[] position = maximum.point().position();
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        covariance[i][j] *= objective.unit(i, position[i]) * objective.unit(j, position[j]);
      }
    }
    return covariance;
  }

  List<FitWarning> warnings() {
    warnings.clear();
    untold.stream().filter(this::isFarOut).forEach(this::warnOfBoundary);
    untold.stream().filter(i -> !isFarOut(i)).forEach(this::warnOfFlat);
    warnOfRidge();
    return warnings;
  }

  private void warnOfBoundary(int i) {
    Parameter parameter = parameters.get(i);
    double value = objective.natural(maximum.point().position())[i];
    String text =
        String.format(
            Locale.ROOT,
            "%s (%.3g) ran to the %s end of its range: the model is the limit of its kind",
            parameter.name(),
            value,
            maximum.point().position()[i] < 0 ? "lower" : "upper");
    warnings.add(new FitWarning(Kind.AT_BOUNDARY, text));
  }

  private void warnOfFlat(int i) {
    String text =
        String.format(
            Locale.ROOT,
            "%s (%.3g) changes nothing where others ran to the ends of their ranges",
            parameters.get(i).name(),
            objective.natural(maximum.point().position())[i]);
    warnings.add(new FitWarning(Kind.NEAR_FLAT_RIDGE, text));
  }

  private void warnOfRidge() {
    SymmetricEigen eigen = model().eigen();
    double least = eigen.value(0);
    if (least >= VAGUE_INFORMATION && least >= RIDGE * eigen.value(eigen.size() - 1)) {
      return;
    }
    double[] direction = eigen.vector(0);
    String names =
        IntStream.range(0, direction.length)
            .filter(i -> Math.abs(direction[i]) > NAMED_SHARE)
            .mapToObj(i -> parameters.get(i).name())
            .collect(Collectors.joining(", "));
    String text =
        String.format(
            Locale.ROOT,
            "the likelihood is nearly flat along a ridge of %s (standard error %.3g on their lines)",
            names,
            1 / Math.sqrt(least));
    warnings.add(new FitWarning(Kind.NEAR_FLAT_RIDGE, text));
  }
}
