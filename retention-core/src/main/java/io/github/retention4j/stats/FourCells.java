package io.github.retention4j.stats;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The counts of two groups: of the first {@code a} yes and {@code b} no, of the second {@code c}
 * and {@code d}.
 */
record FourCells(double a, double b, double c, double d, boolean corrected) {

  private static final double HALF = 0.5;

  /** Returns the cells that a ratio can be made of; empty where the rule wants none. */
  static Optional<FourCells> of(Proportion first, Proportion second, EmptyCells rule) {
    requireNonNull(rule, "rule");
    FourCells cells =
        new FourCells(
            (double) first.count(),
            (double) first.complement().count(),
            (double) second.count(),
            (double) second.complement().count(),
            false);
    if (Math.min(Math.min(cells.a, cells.b), Math.min(cells.c, cells.d)) > 0) {
      return Optional.of(cells);
    }
    return rule == EmptyCells.LEAVE_OUT ? Optional.empty() : Optional.of(cells.plusHalf());
  }

  private FourCells plusHalf() {
    return new FourCells(a + HALF, b + HALF, c + HALF, d + HALF, true);
  }

  String name(String method) {
    return corrected ? method + ", Haldane-Anscombe corrected" : method;
  }
}
