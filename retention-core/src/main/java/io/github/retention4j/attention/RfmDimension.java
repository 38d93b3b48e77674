package io.github.retention4j.attention;

/** What is scored. */
public enum RfmDimension {
  /** Days since the last purchase; fewer score higher. */
  RECENCY,
  /** Purchases or active days; more score higher. */
  FREQUENCY,
  /** Money; more scores higher. */
  MONETARY
}
