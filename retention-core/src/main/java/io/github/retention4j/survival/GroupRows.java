package io.github.retention4j.survival;

import java.util.function.IntUnaryOperator;

/** The rows of each group of a sample. */
final class GroupRows {

  private GroupRows() {}

  static String requireGroups(LifetimeSample sample) {
    return sample
        .groupAttribute()
        .orElseThrow(
            () -> new IllegalArgumentException("sample (" + sample + ") must have groups"));
  }

  static int[][] of(LifetimeSample sample) {
    return split(sample.rows(), sample.groups().size(), sample::groupOf);
  }

  /** Returns the rows of each part, in order. */
  static int[][] split(int rows, int parts, IntUnaryOperator partOf) {
    int[] sizes = new int[parts];
    for (int row = 0; row < rows; row++) {
      sizes[partOf.applyAsInt(row)]++;
    }
    int[][] split = new int[parts][];
    for (int part = 0; part < parts; part++) {
      split[part] = new int[sizes[part]];
    }
    int[] next = new int[parts];
    for (int row = 0; row < rows; row++) {
      int part = partOf.applyAsInt(row);
      split[part][next[part]++] = row;
    }
    return split;
  }
}
