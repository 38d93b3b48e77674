package io.github.retention4j.examples.transactions;

import java.io.Serial;

/** Thrown where a file, or with {@code STOP} one of its rows, cannot be used. */
public final class RowFaultException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong. */
  private final FaultKind kind;

  /** The line on which the faulty row starts. */
  private final long line;

  RowFaultException(RowFault fault) {
    super(fault.message());
    this.kind = fault.kind();
    this.line = fault.line();
  }

  /**
   * Returns the fault.
   *
   * @return kind, line and message
   */
  public RowFault fault() {
    return new RowFault(kind, line, String.valueOf(getMessage()));
  }
}
