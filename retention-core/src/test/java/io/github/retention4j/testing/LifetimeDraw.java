package io.github.retention4j.testing;

import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.time.TimeScale;
import java.util.List;

/**
 * A lifetime as it is drawn and shrunk.
 *
 * @param before days as a customer before it was first seen
 * @param watched days from then on
 * @param left whether it left then
 */
record LifetimeDraw(int before, int watched, boolean left) {

  static LifetimeSample sample(List<LifetimeDraw> draws) {
    double[] entries = draws.stream().mapToDouble(LifetimeDraw::before).toArray();
    double[] durations = draws.stream().mapToDouble(it -> it.before + it.watched).toArray();
    boolean[] left = new boolean[durations.length];
    for (int row = 0; row < left.length; row++) {
      left[row] = draws.get(row).left;
    }
    return LifetimeSample.entering(TimeScale.DAY, entries, durations, left);
  }
}
