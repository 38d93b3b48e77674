package io.github.retention4j.segment;

import java.util.Arrays;
import java.util.Comparator;

/** How well chances tell customers who left from those who stayed. */
final class RankArea {

  private RankArea() {}

  /**
   * Returns the chance that of one customer who left and one who stayed the first had the higher
   * chance, ties counting half.
   */
  static double underCurve(double[] chances, boolean[] left) {
    Integer[] order = new Integer[chances.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> chances[i]));
    double pairsWon = 0;
    long stayedBelow = 0;
    for (int start = 0; start < order.length; ) {
      long lost = 0;
      long stayed = 0;
      int end = start;
      for (; end < order.length && chances[order[end]] == chances[order[start]]; end++) {
        lost += left[order[end]] ? 1 : 0;
        stayed += left[order[end]] ? 0 : 1;
      }
      pairsWon += lost * (stayedBelow + stayed / 2.0);
      stayedBelow += stayed;
      start = end;
    }
    return pairsWon / ((double) stayedBelow * (order.length - stayedBelow));
  }
}
