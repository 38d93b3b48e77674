package io.github.retention4j.retention;

import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.Optional;

/**
 * The customers of a period in four counts that agree: {@code atStart + acquired - lost = atEnd}.
 * Any three give the fourth.
 *
 * <p><b>Short stays</b> are customers both acquired and lost inside the period. They were not there
 * at the start and so are neither retained nor lost from it. Whether {@code acquired} and {@code
 * lost} count them is a choice of whoever counts, and {@link ShortStayCounting} gives it a name:
 *
 * <ul>
 *   <li>left out of both, the default of every factory: then {@code (atEnd - acquired) / atStart}
 *       is the share retained;
 *   <li>counted in both: then that formula comes out too low, and the number of short stays mends
 *       it: of 100 customers, with 20 acquired and 15 lost of whom 5 came and went, 90 were
 *       retained, not 85.
 * </ul>
 *
 * @param atStart customers when the period began, 0 or more
 * @param acquired customers that came during the period, 0 or more
 * @param lost customers that left during the period, 0 or more
 * @param atEnd customers when the period ended, 0 or more
 * @param shortStays customers that are counted both in {@code acquired} and in {@code lost}, 0
 *     where both leave them out
 */
public record CustomerCounts(long atStart, long acquired, long lost, long atEnd, long shortStays) {

  /**
   * Checks that the counts agree.
   *
   * @param atStart customers when the period began
   * @param acquired customers that came
   * @param lost customers that left
   * @param atEnd customers when the period ended
   * @param shortStays customers counted both in acquired and in lost
   * @throws IllegalArgumentException if a count is negative, if atStart + acquired - lost is not
   *     atEnd, or if short stays exceed the acquired or the lost, or fewer of the lost than were
   *     there at the start remain to be explained
   * @throws ArithmeticException if a sum of the counts exceeds a long
   */
  public CustomerCounts {
    requireCount("atStart", atStart);
    requireCount("acquired", acquired);
    requireCount("lost", lost);
    requireCount("atEnd", atEnd);
    requireCount("shortStays", shortStays);
    if (Math.addExact(atStart, acquired) - lost != atEnd) {
      throw new IllegalArgumentException(
          "atStart + acquired - lost = atEnd must hold, but "
              + atStart
              + " + "
              + acquired
              + " - "
              + lost
              + " = "
              + (atStart + acquired - lost)
              + ", not "
              + atEnd);
    }
    if (shortStays > Math.min(acquired, lost)) {
      throw new IllegalArgumentException(
          "shortStays ("
              + shortStays
              + ") must be among the acquired ("
              + acquired
              + ") and the lost ("
              + lost
              + ")");
    }
    if (lost - shortStays > atStart) {
      throw new IllegalArgumentException(
          "lost ("
              + lost
              + ") without shortStays ("
              + shortStays
              + ") must not exceed atStart ("
              + atStart
              + "): if customers came and went within the period, say how many are counted as"
              + " both");
    }
  }

  /**
   * Returns the counts where all four are known, short stays left out.
   *
   * @param atStart customers when the period began
   * @param acquired customers that came
   * @param lost customers that left
   * @param atEnd customers when the period ended
   * @return the counts
   * @throws IllegalArgumentException if they do not agree; the message names the identity and the
   *     four numbers
   * @throws ArithmeticException if a sum of the counts exceeds a long
   */
  public static CustomerCounts of(long atStart, long acquired, long lost, long atEnd) {
    return new CustomerCounts(atStart, acquired, lost, atEnd, 0);
  }

  /**
   * Returns the counts where the end is not known; it is start + acquired - lost.
   *
   * @param atStart customers when the period began
   * @param acquired customers that came
   * @param lost customers that left
   * @return the counts
   * @throws IllegalArgumentException if a count is negative or more are lost than there were
   * @throws ArithmeticException if a sum of the counts exceeds a long
   */
  public static CustomerCounts ofStartAcquiredLost(long atStart, long acquired, long lost) {
    requireCount("atStart", atStart);
    requireCount("acquired", acquired);
    requireCount("lost", lost);
    return of(atStart, acquired, lost, derived("atEnd", Math.addExact(atStart, acquired) - lost));
  }

  /**
   * Returns the counts where the lost are not known; they are start + acquired - end.
   *
   * @param atStart customers when the period began
   * @param acquired customers that came and were still there at the end
   * @param atEnd customers when the period ended
   * @return the counts
   * @throws IllegalArgumentException if a count is negative or the end exceeds start and acquired
   * @throws ArithmeticException if a sum of the counts exceeds a long
   */
  public static CustomerCounts ofStartAcquiredEnd(long atStart, long acquired, long atEnd) {
    requireCount("atStart", atStart);
    requireCount("acquired", acquired);
    requireCount("atEnd", atEnd);
    return of(atStart, acquired, derived("lost", Math.addExact(atStart, acquired) - atEnd), atEnd);
  }

  /**
   * Returns the counts where the acquired are not known; they are end + lost - start.
   *
   * @param atStart customers when the period began
   * @param lost customers that were there at the start and left
   * @param atEnd customers when the period ended
   * @return the counts
   * @throws IllegalArgumentException if a count is negative or the start exceeds end and lost
   * @throws ArithmeticException if a sum of the counts exceeds a long
   */
  public static CustomerCounts ofStartLostEnd(long atStart, long lost, long atEnd) {
    requireCount("atEnd", atEnd);
    requireCount("lost", lost);
    requireCount("atStart", atStart);
    return of(atStart, derived("acquired", Math.addExact(atEnd, lost) - atStart), lost, atEnd);
  }

  /**
   * Returns the counts where the start is not known; it is end + lost - acquired.
   *
   * @param acquired customers that came and were still there at the end
   * @param lost customers that were there at the start and left
   * @param atEnd customers when the period ended
   * @return the counts
   * @throws IllegalArgumentException if a count is negative or the acquired exceed end and lost
   * @throws ArithmeticException if a sum of the counts exceeds a long
   */
  public static CustomerCounts ofAcquiredLostEnd(long acquired, long lost, long atEnd) {
    requireCount("atEnd", atEnd);
    requireCount("lost", lost);
    requireCount("acquired", acquired);
    return of(derived("atStart", Math.addExact(atEnd, lost) - acquired), acquired, lost, atEnd);
  }

  /**
   * Says that acquired and lost both count a number of customers that came and went within the
   * period.
   *
   * @param count how many, 0 to the smaller of acquired and lost
   * @return the same counts with that many short stays
   * @throws IllegalArgumentException if there are not as many
   */
  public CustomerCounts withShortStays(long count) {
    return new CustomerCounts(atStart, acquired, lost, atEnd, count);
  }

  /**
   * Adds customers that came and went within the period to acquired and lost, where those leave
   * them out as yet.
   *
   * @param count how many came and went, 0 or more
   * @return counts with as many more acquired, lost and short stays; start, end and retained are
   *     the same
   * @throws IllegalArgumentException if count is negative
   * @throws ArithmeticException if a sum of the counts exceeds a long
   */
  public CustomerCounts plusShortStays(long count) {
    requireCount("count", count);
    return new CustomerCounts(
        atStart,
        Math.addExact(acquired, count),
        Math.addExact(lost, count),
        atEnd,
        Math.addExact(shortStays, count));
  }

  /**
   * Returns how many of the customers at the start were still there at the end.
   *
   * @return atEnd - (acquired - shortStays), 0 to atStart
   */
  public long retained() {
    return atEnd - (acquired - shortStays);
  }

  /**
   * Returns how many of the customers at the start were no longer there at the end.
   *
   * @return lost - shortStays, 0 to atStart
   */
  public long lostFromStart() {
    return lost - shortStays;
  }

  /**
   * Returns the share of the customers at the start that were retained.
   *
   * @param per the length of the period
   * @return (atEnd - acquired + shortStays) / atStart; empty if nobody was there at the start
   */
  public Optional<RetentionRate> retention(Granularity per) {
    return Proportion.ifAny(retained(), atStart)
        .map(share -> new RetentionRate(share, per, RetentionDefinition.COUNTS));
  }

  private static void requireCount(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " (" + count + ") must be 0 or more");
    }
  }

  private static long derived(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          name + " (" + count + "), which follows from the other three, must be 0 or more");
    }
    return count;
  }
}
