package io.github.retention4j.internal.mle;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Gamma;

/** Likelihoods simple enough to be known from the textbook, one row for each observation. */
final class SimpleLikelihoods {

  static List<Parameter> parameters(String model) {
    return switch (model) {
      case "normal" -> List.of(Parameter.real("mu"), Parameter.positive("sigma"));
      case "gamma" -> List.of(Parameter.positive("shape"), Parameter.positive("rate"));
      case "negative binomial" -> List.of(Parameter.positive("r"), Parameter.share("p"));
      case "beta-binomial" -> List.of(Parameter.positive("alpha"), Parameter.positive("beta"));
      default -> throw new IllegalArgumentException(model);
    };
  }

  /** The log-density of one observation and its derivatives, in the shape of a row's sums. */
  interface Density {
    double[] at(double x, double[] parameters);
  }

  private SimpleLikelihoods() {}

  static RowLikelihood of(double[] data, Density density) {
    return new RowLikelihood() {
      @Override
      public int rows() {
        return data.length;
      }

      @Override
      public RowSum at(double[] parameters) {
        return (from, toExclusive, sums) -> {
          for (int row = from; row < toExclusive; row++) {
            double[] terms = density.at(data[row], parameters);
            for (int i = 0; i < sums.length; i++) {
              sums[i] += terms[i];
            }
          }
        };
      }
    };
  }

  static Density density(String model) {
    return switch (model) {
      case "normal" -> SimpleLikelihoods::normal;
      case "gamma" -> SimpleLikelihoods::gamma;
      case "negative binomial" -> SimpleLikelihoods::negativeBinomial;
      case "beta-binomial" -> SimpleLikelihoods::betaBinomial;
      default -> throw new IllegalArgumentException(model);
    };
  }

  static MaximumLikelihood task(String model, double... data) {
    return MaximumLikelihood.of(model, parameters(model), of(data, density(model)), data.length);
  }

  static double[] normalData(int size, double mu, double sigma, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] data = new double[size];
    Arrays.setAll(data, i -> mu + sigma * random.nextGaussian());
    return data;
  }

  private static double[] normal(double x, double[] p) {
    double z = (x - p[0]) / p[1];
    return new double[] {
      -0.5 * Math.log(2 * Math.PI) - Math.log(p[1]) - 0.5 * z * z, z / p[1], (z * z - 1) / p[1]
    };
  }

  private static double[] gamma(double x, double[] p) {
    return new double[] {
      p[0] * Math.log(p[1]) - Gamma.logGamma(p[0]) + (p[0] - 1) * Math.log(x) - p[1] * x,
      Math.log(p[1]) - Gamma.digamma(p[0]) + Math.log(x),
      p[0] / p[1] - x
    };
  }

  private static double[] negativeBinomial(double x, double[] p) {
    double value =
        Gamma.logGamma(p[0] + x)
            - Gamma.logGamma(p[0])
            - Gamma.logGamma(x + 1)
            + p[0] * Math.log(p[1])
            + x * Math.log1p(-p[1]);
    return new double[] {
      value,
      Gamma.digamma(p[0] + x) - Gamma.digamma(p[0]) + Math.log(p[1]),
      p[0] / p[1] - x / (1 - p[1])
    };
  }

  /** Successes out of 12. */
  private static double[] betaBinomial(double x, double[] p) {
    int n = 12;
    double all = p[0] + p[1];
    double value =
        Gamma.logGamma(n + 1)
            - Gamma.logGamma(x + 1)
            - Gamma.logGamma(n - x + 1)
            + Gamma.logGamma(p[0] + x)
            + Gamma.logGamma(p[1] + n - x)
            - Gamma.logGamma(all + n)
            - Gamma.logGamma(p[0])
            - Gamma.logGamma(p[1])
            + Gamma.logGamma(all);
    double shared = Gamma.digamma(all) - Gamma.digamma(all + n);
    return new double[] {
      value,
      shared + Gamma.digamma(p[0] + x) - Gamma.digamma(p[0]),
      shared + Gamma.digamma(p[1] + n - x) - Gamma.digamma(p[1])
    };
  }
}
