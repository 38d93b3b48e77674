package io.github.retention4j.activity;

import java.io.Serial;
import java.io.Serializable;

/** Stands in for an accumulator or a grid in a serialized stream: its compact bytes. */
final class SerializedActivity implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** Which of the two it is. */
  private final boolean grid;

  /** What toBytes gave. */
  private final byte[] bytes;

  private SerializedActivity(boolean grid, byte[] bytes) {
    this.grid = grid;
    this.bytes = bytes;
  }

  static SerializedActivity of(ActivityGrid grid) {
    return new SerializedActivity(true, grid.toBytes());
  }

  static SerializedActivity of(ActivityAccumulator accumulator) {
    return new SerializedActivity(false, accumulator.toBytes());
  }

  @Serial
  private Object readResolve() {
    return grid ? ActivityGrid.fromBytes(bytes) : ActivityAccumulator.fromBytes(bytes);
  }
}
