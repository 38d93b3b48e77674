package io.github.retention4j.internal.mle;

import io.github.retention4j.estimation.LikelihoodProfile;
import io.github.retention4j.estimation.LikelihoodProfile.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Walks from a maximum to either side along one parameter, the others climbing after it, and notes
 * how the likelihood falls. Steps are so long that the signed root of the likelihood ratio changes
 * by about {@link #STRIDE}.
 *
 * <p>With the others at their highest, the slope of the profile is that of the likelihood by the
 * parameter alone, so that it comes without differences.
 */
final class ProfileWalk {

  /** Far enough for an interval of 99.9 %. */
  private static final double REACH = 3.3;

  private static final double STRIDE = 0.8;

  /** A step on which the root changes by more is taken anew, shorter. */
  private static final double LONGEST = 1.2;

  /**
   * More steps than ten times as many as a parabola asks for are those of a likelihood of steps.
   */
  private static final int MOST_STEPS = 40;

  /** The likelihood at a value may pass that of the estimate by what the search left over. */
  private static final double NOISE = 1e-6;

  private final Objective objective;
  private final Parameter parameter;
  private final int place;
  private final BitSet held = new BitSet();
  private final Maximum maximum;

  ProfileWalk(Objective objective, Parameter parameter, int place, Maximum maximum) {
    this.objective = objective;
    this.parameter = parameter;
    this.place = place;
    this.maximum = maximum;
    held.set(place);
  }

  /**
   * The profile; empty where the others cannot follow or the likelihood does not fall steadily.
   *
   * @param errorOfEstimate its standard error in the scale of the paper; 0 at a boundary
   */
  Optional<LikelihoodProfile> run(double errorOfEstimate) {
    Node estimate = new Node(valueAt(maximum.point()), 0, errorOfEstimate);
    Side below = new Side(-1, estimate);
    Side above = new Side(1, estimate);
    if (!below.walk() || !above.walk()) {
      return Optional.empty();
    }
    List<Node> nodes = new ArrayList<>(below.nodes);
    nodes.add(estimate);
    nodes.addAll(above.nodes);
    return nodes.size() < 2
        ? Optional.empty()
        : Optional.of(new LikelihoodProfile(nodes, below.isAtEnd(), above.isAtEnd()));
  }

  private double valueAt(Point point) {
    return parameter.range().fromLine(point.position()[place]);
  }

  /** The derivative of the likelihood by the parameter in the scale of the paper. */
  private double slopeAt(Point point) {
    return point.gradient()[place] / parameter.range().slopeAt(valueAt(point));
  }

  /** The walk to one side. */
  private final class Side {

    private final int sign;
    private final double end;

    /** In rising order, without the estimate. */
    private final Deque<Node> nodes = new ArrayDeque<>();

    private Node last;
    private Maximum top = maximum;

    Side(int sign, Node estimate) {
      this.sign = sign;
      this.end = parameter.range().fromLine(sign * objective.limit(place, sign));
      this.last = estimate;
    }

    boolean isAtEnd() {
      double position = top.point().position()[place];
      return sign * position > 0 && Maximiser.isAtLimit(objective, place, position);
    }

    /** False if it cannot go on. */
    boolean walk() {
      double shortening = 1;
      for (int step = 0; Math.abs(last.root()) < REACH && !isAtEnd(); step++) {
        Optional<Maximum> next = climbAt(valueAfter(shortening));
        if (next.isEmpty() || step == MOST_STEPS) {
          return false;
        }
        double root = rootAt(next.get().point());
        if (!(root > Math.abs(last.root()))) {
          return false;
        }
        if (root > Math.abs(last.root()) + LONGEST) {
          shortening /= 2;
        } else {
          shortening = 1;
          add(next.get(), root);
        }
      }
      return true;
    }

    /** Where the root has changed by a stride, as far as the last node tells; not past the end. */
    private double valueAfter(double shortening) {
      double stride = shortening * STRIDE;
      double slope = last.slope();
      double step =
          slope > 0 ? stride * slope : 0.5 * stride * stride / Math.abs(slopeAt(top.point()));
      double value = last.value() + sign * step;
      return sign * (value - end) < 0 ? value : end;
    }

    private Optional<Maximum> climbAt(double value) {
      double[] position = top.point().position();
      position[place] =
          value == end ? sign * objective.limit(place, sign) : parameter.range().toLine(value);
      Point start = objective.at(position);
      if (!start.isFinite()) {
        return Optional.empty();
      }
      Maximum highest = Maximiser.climbHolding(objective, held, start, top.information());
      return highest.isPeak(objective, held) ? Optional.of(highest) : Optional.empty();
    }

    private double rootAt(Point point) {
      double fall = maximum.point().value() - point.value();
      return fall < -NOISE ? Double.NaN : Math.sqrt(2 * Math.max(0, fall));
    }

    private void add(Maximum next, double root) {
      double slope = -sign * root / slopeAt(next.point());
      last = new Node(valueAt(next.point()), sign * root, slope);
      top = next;
      if (sign < 0) {
        nodes.addFirst(last);
      } else {
        nodes.addLast(last);
      }
    }
  }
}
