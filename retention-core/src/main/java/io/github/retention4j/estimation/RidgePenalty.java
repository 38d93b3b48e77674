package io.github.retention4j.estimation;

/**
 * All parameters are drawn towards the middle of their line: positive ones towards 1, shares
 * towards 0.5, others towards 0.
 *
 * <pre>{@code -weight / 2 * sum of squared places on the line}</pre>
 *
 * <p>That is a normal prior with variance {@code 1 / weight} without its constant.
 *
 * @param weight over 0; one counts as much as a parameter known to a standard error of 1 on its
 *     line
 */
public record RidgePenalty(double weight) implements Penalty {

  /**
   * Checks the weight.
   *
   * @param weight over 0
   * @throws IllegalArgumentException if the weight is not over 0 and finite
   */
  public RidgePenalty {
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("weight (" + weight + ") must be finite and over 0");
    }
  }

  @Override
  public double valueAt(String name, ParameterRange range, double position) {
    double place = ParameterRange.checkedPosition(position);
    return -weight / 2 * place * place;
  }

  @Override
  public double slopeAt(String name, ParameterRange range, double position) {
    return -weight * ParameterRange.checkedPosition(position);
  }

  @Override
  public String toString() {
    return "ridge of weight " + weight;
  }
}
