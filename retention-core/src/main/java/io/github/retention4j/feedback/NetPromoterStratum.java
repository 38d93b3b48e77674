package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

/**
 * The Net Promoter Score of one segment, and how much the segment weighs.
 *
 * @param segment its name, not blank
 * @param score of its answers
 * @param weight over 0, such as its customers or its revenue; only the proportions count
 */
public record NetPromoterStratum(String segment, NetPromoterScore score, double weight) {

  /**
   * Checks the name and the weight.
   *
   * @param segment its name
   * @param score of its answers
   * @param weight how much it weighs
   * @throws IllegalArgumentException if the name is blank or the weight not over 0 and finite
   */
  public NetPromoterStratum {
    Checks.name("segment", requireNonNull(segment, "segment"));
    requireNonNull(score, "score");
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight (" + weight + ") of segment " + segment + " must be over 0 and finite");
    }
  }
}
