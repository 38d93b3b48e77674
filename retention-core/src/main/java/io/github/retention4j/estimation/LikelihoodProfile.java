package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.List;
import java.util.Optional;

/**
 * How the likelihood falls as one parameter leaves its estimate, all others following to where it
 * is highest, told by the signed root of the likelihood ratio:
 *
 * <pre>{@code
 * root(v) = sign(v - estimate) sqrt(2 (log L at the estimate - highest log L with the value v))
 * }</pre>
 *
 * <p>Of many customers the root at the true value is about a standard normal number, whatever scale
 * the parameter is measured on. So an interval of the values with a root from -1.96 to 1.96 is held
 * to its 95 % also where a standard error tells little: near an end of the range, or where the
 * likelihood is no parabola.
 *
 * <p>Between nodes the value is a cubic of the root with the slopes of the nodes.
 *
 * @param nodes in rising order; one of them, of the root 0, is the estimate
 * @param reachesLowerEnd whether the first node is at the lower end of what a fit looks at, so that
 *     no limit can be below it
 * @param reachesUpperEnd whether the last node is at the upper end
 * @see <a href="https://doi.org/10.2307/2347496">Venzon and Moolgavkar (1988), A method for
 *     computing profile-likelihood-based confidence intervals</a>
 */
public record LikelihoodProfile(
    List<Node> nodes, boolean reachesLowerEnd, boolean reachesUpperEnd) {

  private static final String METHOD = "profile likelihood";

  /**
   * One value of the parameter.
   *
   * @param value the value
   * @param root the signed root of the likelihood ratio there
   * @param slope the derivative of the value by the root, 0 or more; 0 at an estimate on the end of
   *     the range
   */
  public record Node(double value, double root, double slope) {

    /**
     * Checks the numbers.
     *
     * @param value the value
     * @param root the signed root
     * @param slope the derivative
     * @throws IllegalArgumentException if a number is not finite or the slope under 0
     */
    public Node {
      if (!Double.isFinite(value) || !Double.isFinite(root)) {
        throw new IllegalArgumentException(
            "value (" + value + ") and root (" + root + ") must be finite");
      }
      if (!(slope >= 0) || Double.isInfinite(slope)) {
        throw new IllegalArgumentException("slope (" + slope + ") must be finite and not negative");
      }
    }

    /** The value at a root up to that of the next node: the cubic with the slopes of both. */
    private double valueTowards(Node next, double at) {
      double width = next.root - root;
      double share = (at - root) / width;
      double rest = 1 - share;
      double bend = rest * slope - share * next.slope;
      double middle = (rest - share) * (next.value - value);
      return value + share * (next.value - value) + share * rest * (width * bend - middle);
    }
  }

  /**
   * Checks that nodes rise and copies them.
   *
   * @param nodes in rising order
   * @param reachesLowerEnd whether the first is at the lower end
   * @param reachesUpperEnd whether the last is at the upper end
   * @throws IllegalArgumentException if there are no two nodes, values or roots do not rise, or
   *     none has the root 0
   */
  public LikelihoodProfile {
    nodes = List.copyOf(requireNonNull(nodes, "nodes"));
    if (nodes.size() < 2) {
      throw new IllegalArgumentException("nodes (" + nodes.size() + ") must be at least two");
    }
    for (int i = 1; i < nodes.size(); i++) {
      Node before = nodes.get(i - 1);
      Node node = nodes.get(i);
      if (!(node.value > before.value && node.root > before.root)) {
        throw new IllegalArgumentException("node (" + node + ") must be above " + before);
      }
    }
    if (nodes.stream().noneMatch(node -> node.root == 0)) {
      throw new IllegalArgumentException("nodes (" + nodes + ") must have one of the root 0");
    }
  }

  /**
   * Returns the values that the likelihood does not speak against.
   *
   * <p>Where the likelihood does not fall far enough up to an end of the range, that end is the
   * limit, and the method says so: {@code profile likelihood, to the upper end of the range}.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval; empty if the profile does not go so far
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(double level) {
    double root = Normal.criticalValue(ParameterEstimate.checkedLevel(level));
    boolean cutBelow = reachesLowerEnd && nodes.get(0).root > -root;
    boolean cutAbove = reachesUpperEnd && nodes.get(nodes.size() - 1).root < root;
    Optional<Double> lower = cutBelow ? Optional.of(nodes.get(0).value) : valueAt(-root);
    Optional<Double> upper =
        cutAbove ? Optional.of(nodes.get(nodes.size() - 1).value) : valueAt(root);
    return lower.flatMap(
        from -> upper.map(to -> new ConfidenceInterval(from, to, level, name(cutBelow, cutAbove))));
  }

  private static String name(boolean cutBelow, boolean cutAbove) {
    if (cutBelow && cutAbove) {
      return METHOD + ", to both ends of the range";
    }
    if (cutBelow) {
      return METHOD + ", to the lower end of the range";
    }
    return cutAbove ? METHOD + ", to the upper end of the range" : METHOD;
  }

  /** The value with a signed root; empty beyond the nodes. */
  private Optional<Double> valueAt(double root) {
    for (int i = 1; i < nodes.size(); i++) {
      Node from = nodes.get(i - 1);
      Node to = nodes.get(i);
      if (from.root <= root && root <= to.root) {
        return Optional.of(from.valueTowards(to, root));
      }
    }
    return Optional.empty();
  }
}
