package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.MultipleTesting;

/**
 * Two groups against each other, one of several such tests.
 *
 * @param result the test of the two alone
 * @param adjustedPValue its p-value, made larger for the number of pairs, from 0 to 1
 * @param adjustment how it was
 */
public record LogRankPair(LogRankResult result, double adjustedPValue, MultipleTesting adjustment) {

  /**
   * Checks that all is there.
   *
   * @param result the test of the two alone
   * @param adjustedPValue its adjusted p-value
   * @param adjustment how it was adjusted
   */
  public LogRankPair {
    requireNonNull(result, "result");
    requireNonNull(adjustment, "adjustment");
  }

  /**
   * Returns the first group.
   *
   * @return its name
   */
  public String first() {
    return result.groups().get(0);
  }

  /**
   * Returns the second group.
   *
   * @return its name
   */
  public String second() {
    return result.groups().get(1);
  }
}
