package io.github.retention4j.activity;

/**
 * Groups the events of one partition, each a 64-bit value with the rest of a customer's key above
 * and a period below, into the rows of its customers. Used again and again by one worker; all it
 * holds fits the cache.
 */
interface PartitionGrouping {

  /** Takes some events of a partition, from the first of the array. */
  void add(long[] packed, int size);

  /**
   * Returns the rows of the events taken, and forgets them.
   *
   * @param high the bits of the key that all customers of the partition share
   */
  RowPart rows(long high);

  /** What the rows tell. */
  enum Kind {
    EVENT_COUNTS(GridDetail.EVENT_COUNTS),
    PRESENCE(GridDetail.PRESENCE),
    /** Presence in the first and in the last active period only. */
    SPANS(GridDetail.PRESENCE);

    private final GridDetail detail;

    Kind(GridDetail detail) {
      this.detail = detail;
    }

    static Kind of(GridDetail detail) {
      return detail.counts() ? EVENT_COUNTS : PRESENCE;
    }

    GridDetail detail() {
      return detail;
    }

    /**
     * Returns a grouping for one worker.
     *
     * @param periodBits how many low bits of a value hold the period
     * @param periods how many periods there are
     */
    PartitionGrouping grouping(int periodBits, int periods) {
      if (this == SPANS) {
        return new SpanGrouping(periodBits);
      }
      if (periods > Long.SIZE) {
        return new ManyPeriodsGrouping(periodBits, periods, detail);
      }
      return this == PRESENCE
          ? new PeriodBitsGrouping(periodBits)
          : new FewPeriodsGrouping(periodBits, periods);
    }
  }
}
