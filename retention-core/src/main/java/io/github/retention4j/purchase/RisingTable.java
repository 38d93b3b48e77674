package io.github.retention4j.purchase;

import java.util.Arrays;

/** The gamma functions of a sample, met once for each number of purchases. */
final class RisingTable {

  private final int[] distinct;
  private final int[] place;

  /**
   * Reads the numbers of purchases.
   *
   * @param purchases for each row
   */
  RisingTable(int[] purchases) {
    this.distinct = Arrays.stream(purchases).sorted().distinct().toArray();
    this.place = Arrays.stream(purchases).map(x -> Arrays.binarySearch(distinct, x)).toArray();
  }

  At at(double r) {
    return new At(
        Arrays.stream(distinct).mapToObj(x -> Rising.of(r, x)).toArray(Rising[]::new), place);
  }

  /** The table for one r. */
  static final class At {

    private final Rising[] risings;
    private final int[] place;

    private At(Rising[] risings, int[] place) {
      this.risings = risings;
      this.place = place;
    }

    Rising row(int row) {
      return risings[place[row]];
    }
  }
}
