package io.github.retention4j.attention;

/** The distribution of complete gaps over all customers, by whole days. */
final class GapPopulation {

  /** Sums of weights may miss a share by their rounding. */
  private static final double ROUNDING = 1e-12;

  private final double[] shareUpTo;
  private final double meanDays;

  /** The weights are those of gaps of 0, 1, 2 ... days, not all zero. */
  private GapPopulation(double[] weights, double total) {
    shareUpTo = new double[weights.length];
    double sum = 0;
    double days = 0;
    for (int gap = 0; gap < weights.length; gap++) {
      sum += weights[gap];
      days += gap * weights[gap];
      shareUpTo[gap] = sum / total;
    }
    shareUpTo[weights.length - 1] = 1;
    meanDays = days / total;
  }

  /** Weighs the gaps of rows that lie one after the other in an array. */
  static GapPopulation of(int[] gaps, int[] starts, PopulationGaps weighing) {
    int longest = 0;
    for (int gap : gaps) {
      longest = Math.max(longest, gap);
    }
    double[] weights = new double[longest + 1];
    double total = 0;
    for (int row = 0; row + 1 < starts.length; row++) {
      int count = starts[row + 1] - starts[row];
      double weight = weighing == PopulationGaps.EACH_CUSTOMER ? 1.0 / count : 1;
      for (int at = starts[row]; at < starts[row + 1]; at++) {
        weights[gaps[at]] += weight;
      }
    }
    for (double weight : weights) {
      total += weight;
    }
    return new GapPopulation(weights, total);
  }

  double meanDays() {
    return meanDays;
  }

  /**
   * Returns the smallest gap up to which the own gaps and the population's, of given weight, reach
   * a share p of both together. Between two own gaps the own count stands still, so that a search
   * in the population suffices.
   */
  int quantile(int[] ascending, int from, int to, double weight, double p) {
    double wanted = p * (weight + (to - from)) - ROUNDING * (weight + (to - from));
    int floor = 0;
    for (int own = 0; own <= to - from; own++) {
      int gap = Math.max(floor, firstReaching((wanted - own) / weight));
      if (own == to - from || gap < ascending[from + own]) {
        return gap;
      }
      floor = ascending[from + own];
    }
    throw new IllegalStateException("no gap reaches a share of " + p);
  }

  /** Returns the first gap up to which the population has a share; past its end where none does. */
  private int firstReaching(double share) {
    if (share > 1) {
      return Integer.MAX_VALUE;
    }
    int low = 0;
    int high = shareUpTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (shareUpTo[middle] < share) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
