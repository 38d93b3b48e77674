package io.github.retention4j.purchase;

import io.github.retention4j.activity.Event;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.CompensatedSum;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** First and repeat purchases by day, of events by customer and time; those of a day are one. */
final class PurchaseCounts {

  /** How many customers first bought on each day. */
  final long[] firsts;

  private final long[] repeats;
  private final long startDay;
  long customers;
  private @Nullable CustomerId customer;
  private long previousDay;
  private boolean followed;

  PurchaseCounts(LocalDate start, int days) {
    firsts = new long[days];
    repeats = new long[days];
    startDay = start.toEpochDay();
  }

  /** Takes the next event, of a customer who is followed if it first bought before a day. */
  void add(Event event, LocalDate end) {
    long day = event.date().toEpochDay() - startDay;
    if (!event.customer().equals(customer)) {
      customer = event.customer();
      followed = event.date().isBefore(end);
      if (followed) {
        customers++;
        count(firsts, day);
      }
    } else if (followed && day > previousDay) {
      count(repeats, day);
    }
    previousDay = day;
  }

  private static void count(long[] counts, long day) {
    if (day < counts.length) {
      counts[(int) day]++;
    }
  }

  /** Returns the repeat purchases on the days before one. */
  long repeatsUntil(int dayExclusive) {
    long sum = 0;
    for (int day = 0; day < dayExclusive; day++) {
      sum += repeats[day];
    }
    return sum;
  }

  /** Returns the expected repeat purchases on the days before one, by days since the first. */
  double expectedUntil(int dayExclusive, double[] expectedByDay) {
    CompensatedSum sum = new CompensatedSum();
    for (int day = 0; day < dayExclusive; day++) {
      if (firsts[day] > 0) {
        sum.add(firsts[day] * expectedByDay[dayExclusive - 1 - day]);
      }
    }
    return sum.value();
  }
}
