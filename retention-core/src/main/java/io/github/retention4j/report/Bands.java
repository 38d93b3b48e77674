package io.github.retention4j.report;

import java.util.List;

/** Equal bands side by side, each with a name: which of the names there is room for. */
final class Bands {

  private static final double BETWEEN = 8;
  private static final int[] STEPS = {1, 2, 3, 4, 6};

  private Bands() {}

  /** Returns n where the names of every nth band, from the first, do not touch. */
  static int every(List<String> names, TextStyle type, double bandWidth) {
    double widest = names.stream().mapToDouble(type::width).max().orElse(0) + BETWEEN;
    for (int dozen = 1; ; dozen = dozen == 1 ? 12 : 2 * dozen) {
      for (int step : STEPS) {
        if (step * dozen * bandWidth >= widest || step * dozen >= names.size()) {
          return step * dozen;
        }
      }
    }
  }
}
