package io.github.retention4j.activity;

import java.io.Serial;
import java.io.Serializable;

/** Stands in for an accumulator of amounts in a serialized stream: its compact bytes. */
final class SerializedAmounts implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** What toBytes gave. */
  private final byte[] bytes;

  SerializedAmounts(byte[] bytes) {
    this.bytes = bytes;
  }

  @Serial
  private Object readResolve() {
    return AmountAccumulator.fromBytes(bytes);
  }
}
