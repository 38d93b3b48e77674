package io.github.retention4j.attention;

/** Among whom a customer is scored. */
public enum ScoreNesting {
  /** Each score among all customers. A cell of scores may be crowded or empty. */
  INDEPENDENT,
  /**
   * Recency among all, frequency among those of the same recency score, money among those of the
   * same two scores, so that cells are about equally full. The same purchases may then score 2 in
   * one recency group and 4 in another. Own boundaries are the same in all groups.
   */
  NESTED
}
