package io.github.retention4j.time;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A number for each business day, found by instant: made by {@link DayClock#values}. Immutable.
 *
 * <p>Time is cut into slots that a shift finds and that are shorter than a day, so that the day
 * changes at most once in each. Whether an instant is past that change is computed, for a processor
 * could not foresee it: it then reads the value with which the next slot begins.
 */
public final class DayValues {

  static final int SLOT_BITS = 16;

  private final long firstSecond;
  private final int[] lastBeforeChange;
  private final int[] atStart;
  private final int unknown;

  /**
   * Takes the slots.
   *
   * @param firstSecond when the first slot begins
   * @param lastBeforeChange for each slot the last second, since the first of all, of the day with
   *     which it begins; or more than the slot holds
   * @param atStart the value with which each slot begins, and one that begins after the last
   * @param unknown the value of other instants
   */
  DayValues(long firstSecond, int[] lastBeforeChange, int[] atStart, int unknown) {
    this.firstSecond = firstSecond;
    this.lastBeforeChange = lastBeforeChange;
    this.atStart = atStart;
    this.unknown = unknown;
  }

  /**
   * Returns the value at an instant.
   *
   * @param epochSecond seconds since 1970-01-01T00:00:00Z
   * @return the value of the business day, or the number that stands for unknown
   */
  public int at(long epochSecond) {
    long since = epochSecond - firstSecond;
    long slot = since >>> SLOT_BITS;
    if (slot >= lastBeforeChange.length) {
      return unknown;
    }
    int changed = (lastBeforeChange[(int) slot] - (int) since) >>> (Integer.SIZE - 1);
    return atStart[(int) slot + changed];
  }

  DayValues map(IntUnaryOperator value, int unknown) {
    int[] mapped = Arrays.stream(atStart).map(value).toArray();
    return new DayValues(firstSecond, lastBeforeChange, mapped, unknown);
  }

  /** Returns how many seconds have a value. */
  long seconds() {
    return (long) lastBeforeChange.length << SLOT_BITS;
  }

  /**
   * Returns the number of days that have a value.
   *
   * @return for example {@code values of 367 days}
   */
  @Override
  public String toString() {
    return "values of " + seconds() / 86_400 + " days";
  }
}
