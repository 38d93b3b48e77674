package io.github.retention4j.examples.bench;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A model with known parameters.
 *
 * @param truth its parameters in the order of the report
 * @param fit fits a sample drawn by a seed
 */
record KnownModel(List<Double> truth, LongFunction<FitReport> fit) {

  static KnownModel of(LongFunction<Fit<?>> fit, double... truth) {
    return new KnownModel(Arrays.stream(truth).boxed().toList(), seed -> fit.apply(seed).report());
  }
}
