package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The purchases of one customer with their days, where it matters when in the year they were.
 *
 * @param first the day of its first purchase, from which its time runs
 * @param repeats the days of its repeat purchases, all after the first day, none before the one
 *     before it
 * @param end the day to which its age is counted, not before its last purchase
 */
public record DatedHistory(LocalDate first, List<LocalDate> repeats, LocalDate end) {

  /**
   * Checks that the days fit each other and copies them.
   *
   * @param first the day of its first purchase
   * @param repeats the days of its repeat purchases
   * @param end the day to which its age is counted
   * @throws IllegalArgumentException if a repeat purchase is not after the first day or before the
   *     one before it, or the end is before the last purchase
   */
  public DatedHistory {
    requireNonNull(first, "first");
    requireNonNull(end, "end");
    repeats = List.copyOf(repeats);
    LocalDate last = first;
    for (LocalDate repeat : repeats) {
      if (repeat.isBefore(last) || repeat.equals(first)) {
        throw new IllegalArgumentException(
            "repeat purchase ("
                + repeat
                + (last.equals(first) ? ") must be after " : ") must not be before ")
                + last);
      }
      last = repeat;
    }
    if (end.isBefore(last)) {
      throw new IllegalArgumentException(
          "end (" + end + ") must not be before the last purchase (" + last + ")");
    }
  }

  /**
   * Returns the history of a customer who has just made its first purchase.
   *
   * @param first the day of it
   * @return a history that ends there
   */
  public static DatedHistory startingAt(LocalDate first) {
    return new DatedHistory(first, List.of(), first);
  }

  /**
   * Returns the days on which a customer that was drawn bought. Time 0 is the begin of the day of
   * the first purchase; purchases of one day are one, those of that first day part of the first.
   *
   * @param customer the customer, drawn for the time up to {@code end}
   * @param first the day of its first purchase
   * @param end the day to which its age is counted; purchases after its begin are left out
   * @param timeScale the unit of the times that were drawn
   * @return its history
   * @throws IllegalArgumentException if the end is before the first day
   */
  public static DatedHistory from(
      SimulatedCustomer customer, LocalDate first, LocalDate end, TimeScale timeScale) {
    List<LocalDate> repeats = new ArrayList<>();
    double toEnd = end.toEpochDay() - first.toEpochDay();
    LocalDate last = first;
    for (int purchase = 0; purchase < customer.purchases(); purchase++) {
      double days = Math.floor(customer.purchaseTime(purchase) * timeScale.days());
      if (days <= toEnd && first.plusDays((long) days).isAfter(last)) {
        last = first.plusDays((long) days);
        repeats.add(last);
      }
    }
    return new DatedHistory(first, repeats, end);
  }

  /**
   * Returns the day of the last purchase.
   *
   * @return the first day if there was no repeat purchase
   */
  public LocalDate last() {
    return repeats.isEmpty() ? first : repeats.get(repeats.size() - 1);
  }

  /**
   * Returns what models know that ask for no days.
   *
   * @param timeScale the unit of time
   * @return x, t_x and T in that unit
   */
  public PurchaseHistory in(TimeScale timeScale) {
    return new PurchaseHistory(
        repeats.size(),
        timeScale.ofDays(ChronoUnit.DAYS.between(first, last())),
        timeScale.ofDays(ChronoUnit.DAYS.between(first, end)));
  }
}
