package io.github.retention4j.purchase;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of purchase histories, one row for each customer. */
final class Histories {

  final int[] purchases;
  final Durations recency;
  final Durations age;

  /** For each customer the sum of the logarithms of its intervals in days, where known. */
  private final double @Nullable [] logIntervalDays;

  Histories(
      int[] purchases, Durations recency, Durations age, double @Nullable [] logIntervalDays) {
    this.purchases = purchases;
    this.recency = recency;
    this.age = age;
    this.logIntervalDays = logIntervalDays;
  }

  /** Returns columns of times, held as whole days if that is what they are. */
  static Histories of(int[] purchases, double[] recency, double[] age, TimeScale unit) {
    if (Durations.areWholeDays(recency, unit) && Durations.areWholeDays(age, unit)) {
      return new Histories(
          purchases, Durations.toWholeDays(recency, unit), Durations.toWholeDays(age, unit), null);
    }
    return new Histories(purchases, Durations.of(recency, unit), Durations.of(age, unit), null);
  }

  Histories withLogIntervalDays(double[] sums) {
    return new Histories(purchases, recency, age, sums);
  }

  boolean hasLogIntervals() {
    return logIntervalDays != null;
  }

  /** Returns the column itself; only where the intervals are known. */
  double[] logIntervalDays() {
    if (logIntervalDays == null) {
      throw new IllegalStateException("the intervals between purchases must be known");
    }
    return logIntervalDays;
  }

  /** Returns the sum of the logarithms of the intervals of a customer, in a unit. */
  double logIntervals(TimeScale unit, int row) {
    return logIntervalDays()[row] - purchases[row] * Math.log(unit.days());
  }

  int size() {
    return purchases.length;
  }

  boolean areWholeDays() {
    return recency.areWholeDays() && age.areWholeDays();
  }

  PurchaseHistory in(TimeScale unit, int row) {
    return new PurchaseHistory(purchases[row], recency.in(unit, row), age.in(unit, row));
  }

  /** Checks each row; the first that is no history is named by its customer. */
  void check(TimeScale unit, List<CustomerId> customers) {
    for (int row = 0; row < size(); row++) {
      try {
        in(unit, row);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "customer " + customers.get(row) + ": " + e.getMessage(), e);
      }
    }
  }
}
