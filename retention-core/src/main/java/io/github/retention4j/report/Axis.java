package io.github.retention4j.report;

import java.util.function.DoubleFunction;

/**
 * The values along one side of a frame.
 *
 * @param from where the side begins
 * @param to where it ends
 * @param ticks the values that are written, within both
 * @param text how they are written
 * @param title what they are, with their unit
 */
record Axis(double from, double to, Ticks ticks, DoubleFunction<String> text, String title) {

  /** Returns an axis that begins and ends with a tick. */
  static Axis around(Ticks ticks, DoubleFunction<String> text, String title) {
    return new Axis(ticks.first(), ticks.last(), ticks, text, title);
  }

  /** Returns shares from 0 to a round one at or over the highest, at most 100 %. */
  static Axis shares(double highest, Numbers numbers, String title) {
    Ticks ticks = Ticks.around(0, highest > 0 ? highest : 1, 5);
    int digits = Math.max(0, ticks.digits() - 2);
    return around(ticks, share -> numbers.percent(share, digits), title);
  }

  /** Returns the room that the texts take. */
  double widest(TextStyle type) {
    return ticks.values().stream()
        .mapToDouble(value -> type.width(text.apply(value)))
        .max()
        .orElse(0);
  }
}
