package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Normal priors on the lines of some parameters: log-normal on a positive parameter, logit-normal
 * on a share, normal on a real one. Parameters without a prior are left to the likelihood.
 *
 * @param priors the prior of each parameter that has one, by its name; sorted by name
 */
public record NormalPriors(Map<String, NormalPrior> priors) implements Penalty {

  private static final double LOG_SQRT_2_PI = 0.5 * Math.log(2 * Math.PI);

  /**
   * Checks and copies the priors.
   *
   * @param priors at least one
   * @throws IllegalArgumentException if there is none
   */
  public NormalPriors {
    priors = Collections.unmodifiableMap(new TreeMap<>(requireNonNull(priors, "priors")));
    if (priors.isEmpty()) {
      throw new IllegalArgumentException("priors (0) must be at least one");
    }
  }

  /**
   * What is believed of one parameter before the sample is seen.
   *
   * @param median the value that is as likely too high as too low, inside the range
   * @param deviation the standard deviation on the line, over 0; for a positive parameter, 0.7 is a
   *     factor of 2 up or down
   */
  public record NormalPrior(double median, double deviation) {

    /**
     * Checks the numbers.
     *
     * @param median the middle
     * @param deviation the standard deviation on the line
     * @throws IllegalArgumentException if the median is not finite or the deviation not over 0 and
     *     finite
     */
    public NormalPrior {
      if (!Double.isFinite(median)) {
        throw new IllegalArgumentException("median (" + median + ") must be finite");
      }
      if (!(deviation > 0) || Double.isInfinite(deviation)) {
        throw new IllegalArgumentException(
            "deviation (" + deviation + ") must be finite and over 0");
      }
    }

    private double distance(ParameterRange range, double position) {
      ParameterRange.checkedPosition(position);
      if (!range.contains(median)) {
        throw new IllegalArgumentException(
            "median (" + median + ") must be in the range " + range + " of the parameter");
      }
      return (position - range.toLine(median)) / deviation;
    }
  }

  @Override
  public double valueAt(String name, ParameterRange range, double position) {
    NormalPrior prior = priors.get(name);
    if (prior == null) {
      return 0;
    }
    double distance = prior.distance(range, position);
    return -0.5 * distance * distance - Math.log(prior.deviation) - LOG_SQRT_2_PI;
  }

  @Override
  public double slopeAt(String name, ParameterRange range, double position) {
    NormalPrior prior = priors.get(name);
    return prior == null ? 0 : -prior.distance(range, position) / prior.deviation;
  }

  @Override
  public String toString() {
    return "normal priors on " + String.join(", ", priors.keySet());
  }
}
