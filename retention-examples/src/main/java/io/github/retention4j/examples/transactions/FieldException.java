package io.github.retention4j.examples.transactions;

import java.io.Serial;

/** Says what would be right in a field; file, line, column and value are added where known. */
final class FieldException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong. */
  private final FaultKind kind;

  FieldException(FaultKind kind, String message) {
    super(message);
    this.kind = kind;
  }

  FaultKind kind() {
    return kind;
  }
}
