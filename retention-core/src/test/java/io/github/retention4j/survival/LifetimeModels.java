package io.github.retention4j.survival;

import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Models for tests. */
final class LifetimeModels {

  static final TimeScale UNIT = TimeScale.MEAN_MONTH;

  private LifetimeModels() {}

  /** The model of a line of a reference file. */
  static LifetimeModel of(String family, double... p) {
    return switch (family) {
      case "weibull" -> new Weibull(p[0], p[1], UNIT);
      case "lognormal" -> new LogNormal(p[0], p[1], UNIT);
      case "loglogistic" -> new LogLogistic(p[0], p[1], UNIT);
      case "gompertz" -> new Gompertz(p[0], p[1], UNIT);
      case "gengamma" -> new GeneralizedGamma(p[0], p[1], p[2], UNIT);
      case "cure" -> new MixtureCure<>(p[0], new Exponential(p[1], UNIT));
      default -> throw new IllegalArgumentException("family (" + family + ") must be known");
    };
  }

  /** Models of every family, with and without a cure share. */
  static Arbitrary<LifetimeModel> any() {
    return plain()
        .flatMap(
            model ->
                Arbitraries.of(0.0, 0.0, 1e-9, 0.1, 0.7)
                    .map(share -> share == 0 ? model : new MixtureCure<>(share, model)));
  }

  static Arbitrary<LifetimeModel> plain() {
    return Combinators.combine(
            Arbitraries.doubles().between(0.3, 4),
            Arbitraries.doubles().between(0.5, 50),
            Arbitraries.doubles().between(-2, 2))
        .flatAs((shape, scale, q) -> Arbitraries.of(families(shape, scale, q)))
        .map(family -> family.apply(0));
  }

  private static List<Function<Integer, LifetimeModel>> families(
      double shape, double scale, double q) {
    return List.of(
        i -> new Exponential(1 / scale, UNIT),
        i -> new Weibull(shape, scale, UNIT),
        i -> new LogNormal(Math.log(scale), 1 / shape, UNIT),
        i -> new LogLogistic(shape, scale, UNIT),
        i -> new Gompertz(q / scale, 1 / scale, UNIT),
        i -> new GeneralizedGamma(Math.log(scale), 1 / shape, q, UNIT),
        i ->
            new PiecewiseExponential(
                List.of(scale / 2, scale), List.of(1 / scale, shape / scale, 0.5 / scale), UNIT));
  }
}
