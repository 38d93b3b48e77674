package io.github.retention4j.purchase;

/** Of which purchases the mean spend of a customer is taken. */
public enum SpendScope {
  /** Those after the first one, as in the papers: the first is often unlike the rest. */
  REPEAT_PURCHASES,
  /** All, the first one among them. */
  ALL_PURCHASES
}
