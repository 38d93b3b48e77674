package io.github.retention4j.clv;

/**
 * Where the ends of an interval stand among sorted replicates: the order statistics next outside
 * the places {@code (n + 1) p}, so that nothing is interpolated between a time and never.
 */
final class Percentiles {

  static final String METHOD = "bootstrap percentile over customers";

  private Percentiles() {}

  static int lower(int replicates, double level) {
    return Math.max(0, (int) Math.floor((replicates + 1) * ((1 - level) / 2)) - 1);
  }

  static int upper(int replicates, double level) {
    return replicates - 1 - lower(replicates, level);
  }
}
