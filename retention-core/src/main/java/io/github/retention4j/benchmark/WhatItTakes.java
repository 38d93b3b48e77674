package io.github.retention4j.benchmark;

/**
 * How many more customers would have had to stay (or to buy again) in one own period, the total
 * being the same, to come up to a benchmark.
 */
public sealed interface WhatItTakes
    permits WhatItTakes.More, WhatItTakes.AlreadyThere, WhatItTakes.OutOfReach {

  /** When a benchmark counts as come up to. */
  enum Goal {
    /** The own rate is as good as the benchmark or better, chance left out of account. */
    REACH,
    /** The own rate is not distinguishable from the benchmark any more, or better. */
    NOT_WORSE,
    /** The own rate is better, and not by chance alone. */
    BETTER
  }

  /**
   * So many more are needed; with one fewer the goal is missed.
   *
   * @param customers how many, at least 1
   */
  record More(long customers) implements WhatItTakes {

    /**
     * Checks the number.
     *
     * @param customers how many
     * @throws IllegalArgumentException if it is under 1
     */
    public More {
      if (customers < 1) {
        throw new IllegalArgumentException("customers (" + customers + ") must be at least 1");
      }
    }
  }

  /** The goal is met as it is. */
  enum AlreadyThere implements WhatItTakes {
    /** The one value. */
    INSTANCE
  }

  /**
   * Not even all customers would be enough.
   *
   * @param total all customers there are
   */
  record OutOfReach(long total) implements WhatItTakes {}
}
