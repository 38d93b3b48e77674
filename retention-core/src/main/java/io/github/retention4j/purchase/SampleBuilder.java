package io.github.retention4j.purchase;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes purchases by customer, then by time, and makes a sample of them. */
final class SampleBuilder {

  private final SampleRules rules;
  private final int calibrationEnd;
  private final int observationEnd;
  private final List<CustomerId> customers = new ArrayList<>();
  private @Nullable CustomerTally tally;

  private int[] firstDay = new int[16];
  private int[] recency = new int[16];
  private int[] repeats = new int[16];
  private double[] logIntervals = new double[16];
  private int[] spendPurchases = new int[16];
  private double[] meanSpend = new double[16];
  private int[] holdoutPurchases = new int[16];
  private double[] holdoutSpend = new double[16];

  SampleBuilder(SampleRules rules, int calibrationEnd, int observationEnd) {
    this.rules = rules;
    this.calibrationEnd = calibrationEnd;
    this.observationEnd = observationEnd;
  }

  /** Goes on to the purchases of another customer. */
  CustomerTally begin(CustomerId customer, int firstDay) {
    close();
    CustomerTally next = new CustomerTally(rules, calibrationEnd, customer, firstDay);
    tally = next;
    return next;
  }

  private void close() {
    CustomerTally closed = tally;
    if (closed == null || closed.firstDay >= calibrationEnd) {
      return;
    }
    int row = customers.size();
    if (row == firstDay.length) {
      resize(Math.addExact(row, row >> 1));
    }
    customers.add(closed.customer);
    firstDay[row] = closed.firstDay;
    recency[row] = closed.lastDay - closed.firstDay;
    repeats[row] = closed.repeats;
    logIntervals[row] = closed.logIntervalDays;
    if (closed.hasSpend()) {
      spendPurchases[row] = closed.spendPurchases;
      meanSpend[row] = closed.meanSpend();
    }
    holdoutPurchases[row] = closed.holdoutPurchases;
    holdoutSpend[row] = closed.holdoutSpend.doubleValue();
  }

  private void resize(int length) {
    firstDay = Arrays.copyOf(firstDay, length);
    recency = Arrays.copyOf(recency, length);
    repeats = Arrays.copyOf(repeats, length);
    logIntervals = Arrays.copyOf(logIntervals, length);
    spendPurchases = Arrays.copyOf(spendPurchases, length);
    meanSpend = Arrays.copyOf(meanSpend, length);
    holdoutPurchases = Arrays.copyOf(holdoutPurchases, length);
    holdoutSpend = Arrays.copyOf(holdoutSpend, length);
  }

  PurchaseSample build(TimeScale timeScale, Optional<Currency> currency) {
    close();
    if (customers.isEmpty()) {
      throw new IllegalArgumentException(
          "customers (0) with a purchase before "
              + LocalDate.ofEpochDay(calibrationEnd)
              + " must be at least one");
    }
    resize(customers.size());
    return new PurchaseSample(
        List.copyOf(customers),
        timeScale,
        histories(),
        firstDay,
        currency
            .map(c -> new PurchaseSpend(rules.spend(), c, spendPurchases, meanSpend))
            .orElse(null),
        holdout(currency.isPresent()));
  }

  private Histories histories() {
    int[] age = Arrays.stream(firstDay).map(d -> rules.age().ageDays(d, calibrationEnd)).toArray();
    // Intervals of no days have no logarithm, so they are known of merged purchases only.
    boolean intervalsKnown = rules.sameDay() == SameDayPurchases.MERGED;
    return new Histories(
        repeats,
        Durations.ofDays(recency),
        Durations.ofDays(age),
        intervalsKnown ? logIntervals : null);
  }

  private @Nullable PurchaseHoldout holdout(boolean hasAmounts) {
    if (observationEnd == calibrationEnd) {
      return null;
    }
    return new PurchaseHoldout(
        Durations.ofDays(new int[] {observationEnd - calibrationEnd}),
        holdoutPurchases,
        hasAmounts ? holdoutSpend : null);
  }
}
