package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

/**
 * Something that the reader of a fit must know before he relies on it.
 *
 * @param kind what it is about
 * @param text what was seen, in one sentence
 */
public record FitWarning(Kind kind, String text) {

  /** What a warning is about. */
  public enum Kind {
    /** A parameter ran to an end of its range; the model is a limit of its kind. */
    AT_BOUNDARY,
    /** Very different parameters explain the sample nearly as well. */
    NEAR_FLAT_RIDGE,
    /** Too few customers carry the information, such as too few with repeat purchases. */
    SMALL_SAMPLE,
    /** Starts led to different maxima; the highest was taken. */
    SEVERAL_MAXIMA,
    /** The sample speaks against something that the model takes for granted. */
    DOUBTFUL_ASSUMPTION
  }

  /**
   * Checks that both are there.
   *
   * @param kind what it is about
   * @param text what was seen
   */
  public FitWarning {
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
  }
}
