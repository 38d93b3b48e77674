package io.github.retention4j.purchase;

/** What the purchases of a customer on one day are. */
public enum SameDayPurchases {
  /** One purchase, as in the papers and their data; the amounts of the day add up. */
  MERGED,
  /**
   * Each is one, but for those of the day of the first purchase, which are the first purchase: a
   * repeat purchase comes later than the first one.
   */
  EACH_COUNTS
}
