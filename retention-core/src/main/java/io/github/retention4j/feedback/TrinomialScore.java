package io.github.retention4j.feedback;

/** Tango's score statistic for up / total - down / total, of counts of which some are neither. */
record TrinomialScore(double up, double down, double total) {

  /** A double has no more bits to halve than these. */
  private static final int HALVINGS = 64;

  static TrinomialScore of(NetPromoterScore score) {
    return new TrinomialScore(score.promoters(), score.detractors(), score.total());
  }

  double difference() {
    return (up - down) / total;
  }

  /**
   * Returns z for a hypothesised difference.
   *
   * <pre>{@code z = (up - down - n D) / sqrt(n (2 q + D (1 - D)))}</pre>
   *
   * <p>q is the most likely chance of a down if the difference is D.
   */
  double statistic(double hypothesised) {
    if (hypothesised < 0) {
      return -new TrinomialScore(down, up, total).statistic(-hypothesised);
    }
    double excess = up - down - total * hypothesised;
    double variance = total * (2 * chanceOfDown(hypothesised) + hypothesised * (1 - hypothesised));
    return excess == 0 ? 0 : excess / Math.sqrt(variance);
  }

  /** The larger root of 2 n q^2 - b q - down D (1 - D) = 0. */
  private double chanceOfDown(double difference) {
    double b = up + down - difference * (2 * total - up + down);
    double c = down * difference * (1 - difference);
    double root = Math.sqrt(b * b + 8 * total * c);
    return b >= 0 ? (b + root) / (4 * total) : 2 * c / (root - b);
  }

  /** Returns where z is as far from 0 as it may be, below (side -1) or above (side 1). */
  double limit(double critical, int side) {
    double inside = difference();
    double outside = side;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (inside + outside) / 2;
      if (Math.abs(statistic(middle)) <= critical) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  /** Adds the distances to the limits of each as squares, the rule of Newcombe. */
  static double differenceLimit(
      TrinomialScore first, TrinomialScore second, double critical, int side) {
    double one = first.limit(critical, side) - first.difference();
    double two = second.limit(critical, -side) - second.difference();
    return first.difference() - second.difference() + side * Math.hypot(one, two);
  }

  /** Returns the z at which a limit of the difference meets 0. */
  static double differenceStatistic(TrinomialScore first, TrinomialScore second) {
    double difference = first.difference() - second.difference();
    if (difference == 0) {
      return 0;
    }
    int side = difference > 0 ? -1 : 1;
    double low = 0;
    double high = 1;
    while (side * differenceLimit(first, second, high, side) < 0) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (side * differenceLimit(first, second, middle, side) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return -side * high;
  }
}
