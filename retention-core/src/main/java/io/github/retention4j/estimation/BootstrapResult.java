package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The models of bootstrap replicates. Any number that a model gives can be asked how far it
 * scatters: a parameter, a survival, a lifetime value.
 *
 * @param model the model of the sample itself
 * @param replicates the models of the replicates, at least two, in the order of their seeds
 * @param failures how many replicates could not be fitted
 * @param <M> the kind of model
 */
public record BootstrapResult<M>(M model, List<M> replicates, int failures) {

  /**
   * Checks and copies the models.
   *
   * @param model the model of the sample itself
   * @param replicates the models of the replicates
   * @param failures how many could not be fitted
   * @throws IllegalArgumentException if there are fewer than two replicates or failures are
   *     negative
   */
  public BootstrapResult {
    requireNonNull(model, "model");
    replicates = List.copyOf(requireNonNull(replicates, "replicates"));
    if (replicates.size() < 2) {
      throw new IllegalArgumentException(
          "replicates (" + replicates.size() + ") must be at least two");
    }
    if (failures < 0) {
      throw new IllegalArgumentException("failures (" + failures + ") must be 0 or more");
    }
  }

  /**
   * Returns the standard deviation over the replicates, n - 1 in its denominator.
   *
   * @param statistic what is asked of each model, finite
   * @return the standard error, 0 or more
   */
  public double standardError(ToDoubleFunction<M> statistic) {
    double[] values = sorted(statistic);
    double mean = Replicates.mean(values);
    return Math.sqrt(Replicates.squares(values, mean) / (values.length - 1));
  }

  /**
   * Returns how much higher the replicates lie than the estimate, on average.
   *
   * @param statistic what is asked of each model, finite
   * @return the bias; the estimate less the bias is corrected for it
   */
  public double bias(ToDoubleFunction<M> statistic) {
    return Replicates.mean(sorted(statistic)) - statistic.applyAsDouble(model);
  }

  /**
   * Returns an interval.
   *
   * @param statistic what is asked of each model, finite
   * @param level the confidence level, over 0 and under 1
   * @param method how it is read from the replicates
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(
      ToDoubleFunction<M> statistic, double level, BootstrapInterval method) {
    double tail = tail(level);
    double[] values = sorted(statistic);
    double lower = Replicates.quantile(values, tail);
    double upper = Replicates.quantile(values, 1 - tail);
    return switch (requireNonNull(method, "method")) {
      case PERCENTILE -> new ConfidenceInterval(lower, upper, level, method.toString());
      case BASIC -> {
        double twice = 2 * statistic.applyAsDouble(model);
        yield new ConfidenceInterval(twice - upper, twice - lower, level, method.toString());
      }
      case BIAS_CORRECTED -> corrected(statistic, level, 0, method.toString());
    };
  }

  /**
   * Returns the bias-corrected and accelerated interval (BCa) of Efron.
   *
   * <pre>{@code quantiles Phi(z0 + (z0 +- z) / (1 - a (z0 +- z)))}</pre>
   *
   * <p>z0 is the normal quantile of the share of replicates below the estimate, a the acceleration
   * from the jackknife.
   *
   * @param statistic what is asked of each model, finite
   * @param level the confidence level, over 0 and under 1
   * @param jackknife of the same fit
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1080/01621459.1987.10478410">Efron (1987)</a>
   */
  public ConfidenceInterval interval(
      ToDoubleFunction<M> statistic, double level, JackknifeResult<M> jackknife) {
    return corrected(statistic, level, jackknife.acceleration(statistic), "bootstrap BCa");
  }

  private ConfidenceInterval corrected(
      ToDoubleFunction<M> statistic, double level, double acceleration, String method) {
    double z = Normal.quantileUpper(tail(level));
    double[] values = sorted(statistic);
    double shift = Normal.quantile(shareBelow(values, statistic.applyAsDouble(model)));
    double lower = Normal.cdf(shift + stretched(shift - z, acceleration));
    double upper = Normal.cdf(shift + stretched(shift + z, acceleration));
    return new ConfidenceInterval(
        Replicates.quantile(values, Math.min(lower, upper)),
        Replicates.quantile(values, Math.max(lower, upper)),
        level,
        method);
  }

  private static double stretched(double z, double acceleration) {
    return z / (1 - acceleration * z);
  }

  /** Ties count half, and never all or none, so that the normal quantile is finite. */
  private static double shareBelow(double[] values, double estimate) {
    double below = 0;
    for (double value : values) {
      below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
    }
    return Math.max(0.5, Math.min(values.length - 0.5, below)) / values.length;
  }

  private static double tail(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
    return (1 - level) / 2;
  }

  private double[] sorted(ToDoubleFunction<M> statistic) {
    return replicates.stream().mapToDouble(statistic).sorted().toArray();
  }
}
