package io.github.retention4j.segment;

/** What the values of an attribute are. */
public enum AttributeKind {
  /** Labels without an order, such as a channel. */
  CATEGORICAL,
  /** Labels with an order, such as a company size of small, medium and large. */
  ORDERED,
  /** Numbers, cut into bands. */
  NUMERIC
}
