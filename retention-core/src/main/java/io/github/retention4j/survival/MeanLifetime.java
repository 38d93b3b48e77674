package io.github.retention4j.survival;

import java.util.OptionalDouble;

/** A mean lifetime, or why there is none. */
public sealed interface MeanLifetime {

  /**
   * A mean.
   *
   * @param time in the unit of the model, 0 or more
   */
  record Finite(double time) implements MeanLifetime {

    /**
     * Checks the mean.
     *
     * @param time in the unit of the model
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Finite {
      LifetimeChecks.time("time", time);
    }
  }

  /** Why a mean is infinite. */
  enum Infinite implements MeanLifetime {
    /** A share of the customers never leaves. */
    SOME_NEVER_LEAVE,
    /** All leave, but so many so late that the mean does not exist, or no double holds it. */
    HEAVY_TAIL
  }

  /**
   * Returns a mean.
   *
   * @param time 0 or more
   * @return the mean, or {@link Infinite#HEAVY_TAIL} if it is infinite
   * @throws IllegalArgumentException if it is negative or NaN
   */
  static MeanLifetime of(double time) {
    return time == Double.POSITIVE_INFINITY ? Infinite.HEAVY_TAIL : new Finite(time);
  }

  /**
   * Returns the mean as a number.
   *
   * @return empty where it is infinite
   */
  default OptionalDouble finite() {
    return this instanceof Finite mean ? OptionalDouble.of(mean.time()) : OptionalDouble.empty();
  }
}
