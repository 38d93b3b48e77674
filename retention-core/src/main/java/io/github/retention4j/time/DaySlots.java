package io.github.retention4j.time;

import java.util.Arrays;

/** Fills the slots of {@link DayValues} with days, given their changes in order. */
final class DaySlots {

  private static final int SLOT_BITS = DayValues.SLOT_BITS;
  private static final int NEVER = Integer.MAX_VALUE;

  /** The seconds of that many slots fit an int. */
  private static final int MOST = Integer.MAX_VALUE >>> SLOT_BITS;

  private final long firstSecond;
  private final int[] lastBeforeChange;
  private final int[] atStart;
  private final boolean[] asked;
  private int day;
  private int begun;

  DaySlots(long firstSecond, long seconds) {
    this.firstSecond = firstSecond;
    int slots = (int) Math.min(MOST, (seconds >>> SLOT_BITS) + 1);
    this.lastBeforeChange = new int[slots];
    this.atStart = new int[slots + 1];
    this.asked = new boolean[slots];
    Arrays.fill(lastBeforeChange, NEVER);
  }

  /** Returns the second, since the epoch, by which all slots have begun and ended. */
  long endSecond() {
    return firstSecond + ((long) lastBeforeChange.length << SLOT_BITS);
  }

  /** Sets the day at the first second. */
  void begin(int first) {
    day = first;
  }

  /** Sets the day from a second of the epoch on. */
  void change(long epochSecond, int next) {
    long since = epochSecond - firstSecond;
    while (begun < atStart.length && (long) begun << SLOT_BITS < since) {
      atStart[begun++] = day;
    }
    int slot = begun - 1;
    boolean inSlot = slot < lastBeforeChange.length && since < (long) begun << SLOT_BITS;
    if (next != day && inSlot) {
      asked[slot] |= lastBeforeChange[slot] != NEVER;
      lastBeforeChange[slot] = (int) since - 1;
    }
    day = next;
  }

  /** Returns the days; unknown in the slots in which the day changes more than once. */
  DayValues values(int unknown) {
    Arrays.fill(atStart, begun, atStart.length, day);
    for (int slot = 0; slot < asked.length; slot++) {
      if (asked[slot]) {
        lastBeforeChange[slot] = NEVER;
        atStart[slot] = unknown;
      }
    }
    return new DayValues(firstSecond, lastBeforeChange, atStart, unknown);
  }
}
