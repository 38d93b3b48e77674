package io.github.retention4j.survival;

/** What becomes of customers of whom the data do not tell when they began. */
public enum UnknownStarts {
  /** They are an error that names the first of them. */
  REFUSED,
  /**
   * They are not in the sample. It then is of customers that began within the data, which is right
   * for these and says nothing of older ones.
   */
  LEFT_OUT
}
