package io.github.retention4j.internal.mle;

import java.io.Serial;

/** The bound on evaluations is reached: the search ends where it is. */
final class EvaluationsSpentException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  EvaluationsSpentException() {
    super("evaluations are spent", null, false, false);
  }
}
