package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The models of a sample with one group of rows left out.
 *
 * @param model the model of the whole sample
 * @param withoutGroup the model without each group, at least two
 * @param <M> the kind of model
 */
public record JackknifeResult<M>(M model, List<M> withoutGroup) {

  /**
   * Checks and copies the models.
   *
   * @param model the model of the whole sample
   * @param withoutGroup the model without each group
   * @throws IllegalArgumentException if there are fewer than two
   */
  public JackknifeResult {
    requireNonNull(model, "model");
    withoutGroup = List.copyOf(requireNonNull(withoutGroup, "withoutGroup"));
    if (withoutGroup.size() < 2) {
      throw new IllegalArgumentException(
          "withoutGroup (" + withoutGroup.size() + ") must be at least two");
    }
  }

  /**
   * Returns the jackknife standard error.
   *
   * <pre>{@code sqrt((g - 1) / g * sum of squared deviations from their mean)}</pre>
   *
   * @param statistic what is asked of each model, finite
   * @return the standard error, 0 or more; g groups
   */
  public double standardError(ToDoubleFunction<M> statistic) {
    double[] values = values(statistic);
    double share = (values.length - 1.0) / values.length;
    return Math.sqrt(share * Replicates.squares(values, Replicates.mean(values)));
  }

  /**
   * Returns the jackknife estimate of the bias.
   *
   * @param statistic what is asked of each model, finite
   * @return {@code (g - 1) (mean without a group - estimate)}
   */
  public double bias(ToDoubleFunction<M> statistic) {
    double[] values = values(statistic);
    return (values.length - 1) * (Replicates.mean(values) - statistic.applyAsDouble(model));
  }

  /**
   * Returns the acceleration of Efron: how fast the scatter of the statistic changes with its
   * value.
   *
   * <pre>{@code sum (mean - value)^3 / (6 (sum (mean - value)^2)^1.5)}</pre>
   *
   * @param statistic what is asked of each model, finite
   * @return about 0; 0 where the statistic never changes
   */
  public double acceleration(ToDoubleFunction<M> statistic) {
    double[] values = values(statistic);
    double mean = Replicates.mean(values);
    double cubes = 0;
    for (double value : values) {
      cubes += Math.pow(mean - value, 3);
    }
    double squares = Replicates.squares(values, mean);
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  /**
   * Returns the interval by the normal distribution.
   *
   * @param statistic what is asked of each model, finite
   * @param level the confidence level, over 0 and under 1
   * @return estimate -+ z times the standard error
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(ToDoubleFunction<M> statistic, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
    double centre = statistic.applyAsDouble(model);
    double margin = Normal.criticalValue(level) * standardError(statistic);
    return new ConfidenceInterval(centre - margin, centre + margin, level, "jackknife normal");
  }

  private double[] values(ToDoubleFunction<M> statistic) {
    return withoutGroup.stream().mapToDouble(statistic).toArray();
  }
}
