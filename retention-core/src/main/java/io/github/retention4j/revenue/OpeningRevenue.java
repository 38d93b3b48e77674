package io.github.retention4j.revenue;

/** What stood when the first period of a table began. */
public enum OpeningRevenue {
  /**
   * Nobody knows: the first period is no more than an opening for the second, and only the second
   * and later ones are bridged.
   */
  UNKNOWN,
  /** Nothing: whoever has revenue in the first period is new in it. */
  ZERO,
  /** What is given as the opening of each customer; those without one had none. */
  SUPPLIED
}
