package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Named segments by rules in order: the first rule that matches a customer's scores names its
 * segment, and the fallback whoever none matches. Immutable.
 */
public final class SegmentRules {

  private final int scores;
  private final List<SegmentRule> rules;
  private final String fallback;
  private final List<String> segments;

  private SegmentRules(
      int scores, List<SegmentRule> rules, String fallback, boolean fallbackReached) {
    this.scores = scores;
    this.rules = rules;
    this.fallback = fallback;
    Set<String> names = new LinkedHashSet<>();
    rules.forEach(rule -> names.add(rule.segment()));
    if (fallbackReached) {
      names.add(fallback);
    }
    this.segments = List.copyOf(names);
  }

  /**
   * Returns rules.
   *
   * @param scores the highest score of each kind, at least 2; 5 for quintiles
   * @param rules the rules, the first to match first
   * @param fallback the segment of whoever no rule matches; not blank
   * @return the rules
   * @throws IllegalArgumentException if a rule asks for a score over {@code scores}, or the rules
   *     before it take all that it matches, so that it can never be reached; the message names it
   */
  public static SegmentRules of(int scores, List<SegmentRule> rules, String fallback) {
    if (scores < 2) {
      throw new IllegalArgumentException("scores (" + scores + ") must be at least 2");
    }
    if (requireNonNull(fallback, "fallback").isBlank()) {
      throw new IllegalArgumentException("fallback (" + fallback + ") must not be blank");
    }
    List<SegmentRule> copy = List.copyOf(rules);
    copy.forEach(rule -> requireScores(rule, scores));
    boolean[] reached = reached(copy, scores);
    for (int rule = 0; rule < copy.size(); rule++) {
      if (!reached[rule]) {
        throw new IllegalArgumentException(
            "rule "
                + (rule + 1)
                + " ("
                + copy.get(rule)
                + ") must match scores that no rule before it does: it is never reached");
      }
    }
    return new SegmentRules(scores, copy, fallback, reached[copy.size()]);
  }

  private static void requireScores(SegmentRule rule, int scores) {
    for (RfmDimension dimension : RfmDimension.values()) {
      rule.range(dimension)
          .filter(range -> range.highest() > scores)
          .ifPresent(
              range -> {
                throw new IllegalArgumentException(
                    dimension
                        + " score ("
                        + range.highest()
                        + ") of rule ("
                        + rule
                        + ") must be at most "
                        + scores);
              });
    }
  }

  /** Tries one score of each stretch that no rule divides; the last flag is the fallback's. */
  private static boolean[] reached(List<SegmentRule> rules, int scores) {
    boolean[] reached = new boolean[rules.size() + 1];
    for (int recency : stretches(rules, scores, RfmDimension.RECENCY)) {
      for (int frequency : stretches(rules, scores, RfmDimension.FREQUENCY)) {
        for (int monetary : stretches(rules, scores, RfmDimension.MONETARY)) {
          reached[first(rules, recency, frequency, monetary)] = true;
        }
      }
    }
    return reached;
  }

  private static Set<Integer> stretches(
      List<SegmentRule> rules, int scores, RfmDimension dimension) {
    Set<Integer> starts = new TreeSet<>(Set.of(1));
    for (SegmentRule rule : rules) {
      rule.range(dimension)
          .ifPresent(
              range -> {
                starts.add(range.lowest());
                starts.add(range.highest() + 1);
              });
    }
    starts.removeIf(score -> score > scores);
    return starts;
  }

  private static int first(List<SegmentRule> rules, int recency, int frequency, int monetary) {
    int rule = 0;
    while (rule < rules.size() && !rules.get(rule).matches(recency, frequency, monetary)) {
      rule++;
    }
    return rule;
  }

  /**
   * Returns ten segments by recency and frequency in quintiles; money has no part in them. They
   * cover all scores, so that the fallback is not reached. The names are those that CleverTap made
   * popular; no standard says which scores they stand for, and other tools draw other lines.
   *
   * <pre>{@code
   * champions            R 5    F 4-5     promising        R 4    F 1
   * loyal                R 3-4  F 4-5     need attention   R 3    F 3
   * potential loyalists  R 4-5  F 2-3     about to sleep   R 3    F 1-2
   * new                  R 5    F 1       at risk          R 1-2  F 3-4
   * hibernating          R 1-2  F 1-2     cannot lose      R 1-2  F 5
   * }</pre>
   *
   * @return the rules, on scores from 1 to 5
   * @see <a href="https://clevertap.com/segmentation/rfm/">RFM at CleverTap</a>
   */
  public static SegmentRules recencyFrequency() {
    List<SegmentRule> grid = new ArrayList<>();
    grid.add(cell("champions", 5, 5, 4, 5));
    grid.add(cell("loyal", 3, 4, 4, 5));
    grid.add(cell("potential loyalists", 4, 5, 2, 3));
    grid.add(cell("new", 5, 5, 1, 1));
    grid.add(cell("promising", 4, 4, 1, 1));
    grid.add(cell("need attention", 3, 3, 3, 3));
    grid.add(cell("about to sleep", 3, 3, 1, 2));
    grid.add(cell("at risk", 1, 2, 3, 4));
    grid.add(cell("cannot lose", 1, 2, 5, 5));
    grid.add(cell("hibernating", 1, 2, 1, 2));
    return of(5, grid, "other");
  }

  private static SegmentRule cell(String segment, int r1, int r2, int f1, int f2) {
    return SegmentRule.of(segment).withRecency(r1, r2).withFrequency(f1, f2);
  }

  /**
   * Returns the highest score of each kind.
   *
   * @return at least 2
   */
  public int scores() {
    return scores;
  }

  /**
   * Returns the rules.
   *
   * @return the first to match first
   */
  public List<SegmentRule> rules() {
    return rules;
  }

  /**
   * Returns the segment of whoever no rule matches.
   *
   * @return the fallback
   */
  public String fallback() {
    return fallback;
  }

  /**
   * Returns the segments.
   *
   * @return each name once, in the order of the rules; the fallback last, if it can be reached
   */
  public List<String> segments() {
    return segments;
  }

  /** Tells whether a rule asks for a monetary score. */
  Optional<SegmentRule> firstThatAsksForMoney() {
    return rules.stream().filter(rule -> rule.monetary().isPresent()).findFirst();
  }

  /**
   * Returns the segment of some scores.
   *
   * @param recency from 1 to {@link #scores()}
   * @param frequency from 1 to {@link #scores()}
   * @param monetary from 1 to {@link #scores()}
   * @return the segment of the first rule that matches, or the fallback
   * @throws IllegalArgumentException if a score is off that range
   */
  public String segmentOf(int recency, int frequency, int monetary) {
    requireScore(RfmDimension.RECENCY, recency);
    requireScore(RfmDimension.FREQUENCY, frequency);
    requireScore(RfmDimension.MONETARY, monetary);
    int rule = first(rules, recency, frequency, monetary);
    return rule == rules.size() ? fallback : rules.get(rule).segment();
  }

  private void requireScore(RfmDimension dimension, int score) {
    if (score < 1 || score > scores) {
      throw new IllegalArgumentException(
          dimension + " score (" + score + ") must be from 1 to " + scores);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentRules that
        && scores == that.scores
        && rules.equals(that.rules)
        && fallback.equals(that.fallback);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  /**
   * Returns the rules in order.
   *
   * @return for example {@code 10 rules on scores 1 to 5, else other}
   */
  @Override
  public String toString() {
    return rules.size() + " rules on scores 1 to " + scores + ", else " + fallback;
  }
}
