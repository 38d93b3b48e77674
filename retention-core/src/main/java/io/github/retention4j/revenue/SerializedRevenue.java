package io.github.retention4j.revenue;

import java.io.Serial;
import java.io.Serializable;

/** Stands in for a grid in a serialized stream: its compact bytes. */
final class SerializedRevenue implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** What toBytes gave. */
  private final byte[] bytes;

  SerializedRevenue(byte[] bytes) {
    this.bytes = bytes;
  }

  @Serial
  private Object readResolve() {
    return RevenueGrid.fromBytes(bytes);
  }
}
