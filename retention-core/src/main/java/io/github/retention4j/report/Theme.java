package io.github.retention4j.report;

/** The ground on which pictures are drawn. */
public enum Theme {
  /** Dark on white; the one to print. */
  LIGHT,
  /** Light on near black. */
  DARK
}
