package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which scores make a segment. Two rules may name the same segment.
 *
 * @param segment the name, not blank
 * @param recency which recency scores; empty for any
 * @param frequency which frequency scores; empty for any
 * @param monetary which monetary scores; empty for any
 */
public record SegmentRule(
    String segment,
    Optional<ScoreRange> recency,
    Optional<ScoreRange> frequency,
    Optional<ScoreRange> monetary) {

  /**
   * Checks the name.
   *
   * @param segment the name
   * @param recency which recency scores
   * @param frequency which frequency scores
   * @param monetary which monetary scores
   * @throws IllegalArgumentException if the name is blank
   */
  public SegmentRule {
    requireNonNull(recency, "recency");
    requireNonNull(frequency, "frequency");
    requireNonNull(monetary, "monetary");
    if (segment.isBlank()) {
      throw new IllegalArgumentException("segment (" + segment + ") must not be blank");
    }
  }

  /**
   * Returns a rule that any scores match, to be narrowed.
   *
   * @param segment the name of the segment
   * @return the rule
   * @throws IllegalArgumentException if the name is blank
   */
  public static SegmentRule of(String segment) {
    return new SegmentRule(segment, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Returns the rule for some recency scores only.
   *
   * @param lowest the lowest
   * @param highest the highest
   * @return the rule
   */
  public SegmentRule withRecency(int lowest, int highest) {
    return new SegmentRule(
        segment, Optional.of(new ScoreRange(lowest, highest)), frequency, monetary);
  }

  /**
   * Returns the rule for some frequency scores only.
   *
   * @param lowest the lowest
   * @param highest the highest
   * @return the rule
   */
  public SegmentRule withFrequency(int lowest, int highest) {
    return new SegmentRule(
        segment, recency, Optional.of(new ScoreRange(lowest, highest)), monetary);
  }

  /**
   * Returns the rule for some monetary scores only.
   *
   * @param lowest the lowest
   * @param highest the highest
   * @return the rule
   */
  public SegmentRule withMonetary(int lowest, int highest) {
    return new SegmentRule(
        segment, recency, frequency, Optional.of(new ScoreRange(lowest, highest)));
  }

  Optional<ScoreRange> range(RfmDimension dimension) {
    return switch (dimension) {
      case RECENCY -> recency;
      case FREQUENCY -> frequency;
      case MONETARY -> monetary;
    };
  }

  boolean matches(int recencyScore, int frequencyScore, int monetaryScore) {
    return contains(recency, recencyScore)
        && contains(frequency, frequencyScore)
        && contains(monetary, monetaryScore);
  }

  private static boolean contains(Optional<ScoreRange> range, int score) {
    return range.isEmpty() || range.get().contains(score);
  }

  /**
   * Returns the rule in words.
   *
   * @return for example {@code champions: R 5, F 4-5, M any}
   */
  @Override
  public String toString() {
    return segment + ": R " + text(recency) + ", F " + text(frequency) + ", M " + text(monetary);
  }

  private static String text(Optional<ScoreRange> range) {
    return range.map(ScoreRange::toString).orElse("any");
  }
}
