package io.github.retention4j.stats;

import io.github.retention4j.internal.numeric.Normal;

/**
 * Wilson's interval, optionally after moving the count by a correction: the roots p of |x -+
 * correction - n p| = z sqrt(n p (1 - p)).
 */
record ScoreMethod(double correction) implements BinomialMethod {

  @Override
  public double lower(double count, double total, double level) {
    if (count == 0) {
      return 0;
    }
    double x = count - correction;
    // The product of the two roots is known, so the smaller needs no subtraction.
    return x * (x / total) / centrePlusRadius(x, total, Normal.criticalValue(level));
  }

  @Override
  public double upper(double count, double total, double level) {
    double x = count + correction;
    if (x >= total) {
      return 1;
    }
    double z = Normal.criticalValue(level);
    return centrePlusRadius(x, total, z) / (total + z * z);
  }

  private static double centrePlusRadius(double x, double total, double z) {
    return x + z * z / 2 + z * Math.sqrt(x * ((total - x) / total) + z * z / 4);
  }

  @Override
  public double statistic(double count, double total, double hypothesised) {
    double excess = Math.fma(-total, hypothesised, count);
    double corrected = Math.copySign(Math.max(0, Math.abs(excess) - correction), excess);
    return BinomialMethod.ratio(corrected, Math.sqrt(total * hypothesised * (1 - hypothesised)));
  }
}
