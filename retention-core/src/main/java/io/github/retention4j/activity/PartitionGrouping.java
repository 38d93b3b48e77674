package io.github.retention4j.activity;

/**
 * Groups the events of one partition, each a 64-bit value with the rest of a customer's key above
 * and a period below, into the rows of its customers. Used again and again by one worker; all it
 * holds fits the cache.
 */
interface PartitionGrouping {

  /**
   * Returns the way that suits a number of periods.
   *
   * @param periodBits how many low bits of a value hold the period
   * @param periods how many periods there are
   */
  static PartitionGrouping of(int periodBits, int periods) {
    return periods <= Long.SIZE
        ? new FewPeriodsGrouping(periodBits, periods)
        : new ManyPeriodsGrouping(periodBits, periods);
  }

  /**
   * Returns the rows of the events of a partition.
   *
   * @param packed the events of all partitions
   * @param from where those of this one begin
   * @param to where they end
   * @param high the bits of the key that all customers of the partition share
   */
  CellRows rows(long[] packed, int from, int to, long high);
}
