package io.github.retention4j.feedback;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A Net Promoter Score in which each segment weighs what it should, not what its readiness to
 * answer makes of it.
 *
 * <pre>{@code NPS = sum of w_h NPS_h,   w_h = weight_h / sum of weights}</pre>
 *
 * <p>Weights are known, not estimated. Example: -20 (50 answers, weight 1) and 40 (20 answers,
 * weight 3) make 25.
 *
 * @param strata one or more segments with no answer in common, names not twice
 * @see <a href="https://www.worldcat.org/isbn/047116240X">Cochran, Sampling Techniques (1977),
 *     chapter 5</a>
 */
public record WeightedNetPromoterScore(List<NetPromoterStratum> strata) {

  /**
   * Copies the segments.
   *
   * @param strata one or more segments
   * @throws IllegalArgumentException if there is none or a name comes twice
   */
  public WeightedNetPromoterScore {
    strata = List.copyOf(strata);
    if (strata.isEmpty()) {
      throw new IllegalArgumentException("strata (0) must be at least one");
    }
    Set<String> names = new HashSet<>();
    for (NetPromoterStratum stratum : strata) {
      if (!names.add(stratum.segment())) {
        throw new IllegalArgumentException(
            "segment (" + stratum.segment() + ") must not come twice");
      }
    }
  }

  private double share(NetPromoterStratum stratum) {
    return stratum.weight() / strata.stream().mapToDouble(NetPromoterStratum::weight).sum();
  }

  /**
   * Returns the score.
   *
   * @return points, from -100 to 100
   */
  public double value() {
    double value = strata.stream().mapToDouble(it -> share(it) * it.score().value()).sum();
    return Math.max(-NetPromoterScore.POINTS, Math.min(NetPromoterScore.POINTS, value));
  }

  /**
   * Returns the interval by Wald or, usually better, adjusted Wald within each segment.
   *
   * <pre>{@code centre +- z sqrt(sum of w_h^2 e_h^2)}</pre>
   *
   * <p>e_h is the standard error of the segment by the method; the centre is the score, by the
   * method too.
   *
   * @param method {@link NetPromoterMethod#WALD} or {@link NetPromoterMethod#ADJUSTED_WALD}
   * @param level the confidence level, over 0 and under 1
   * @return the interval in points, within [-100, 100]
   * @throws IllegalArgumentException if the level is not between 0 and 1 or the method another one
   */
  public ConfidenceInterval interval(NetPromoterMethod method, double level) {
    if (method == NetPromoterMethod.SCORE) {
      throw new IllegalArgumentException(
          "method (" + method + ") must be WALD or ADJUSTED_WALD: SCORE has no weighted form here");
    }
    double centre = 0;
    double squares = 0;
    for (NetPromoterStratum stratum : strata) {
      double share = share(stratum);
      centre += share * method.centre(stratum.score());
      squares += share * share * method.squaredError(stratum.score());
    }
    double margin = Normal.criticalValue(Checks.level(level)) * Math.sqrt(squares);
    return new ConfidenceInterval(
        NetPromoterScore.POINTS * Math.max(-1, centre - margin),
        NetPromoterScore.POINTS * Math.min(1, centre + margin),
        level,
        method.title() + ", weighted");
  }
}
