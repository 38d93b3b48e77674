package io.github.retention4j.purchase;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sample of customers with the days of all their purchases in calibration, for models in which
 * the time of the year matters. Made of events by {@link PurchaseSampler#sampleWithDates}.
 * Immutable.
 */
public final class DatedPurchases {

  private final PurchaseSample sample;
  private final int[] start;
  private final int[] repeatDays;

  private DatedPurchases(PurchaseSample sample, int[] start, int[] repeatDays) {
    this.sample = sample;
    this.start = start;
    this.repeatDays = repeatDays;
  }

  /**
   * Returns a sample of histories.
   *
   * @param timeScale the unit of time, and of the models to come
   * @param customers the customers, each once, at least one
   * @param histories for each customer its history
   * @return the sample
   * @throws IllegalArgumentException if there is no customer, one comes twice, or there is not one
   *     history for each
   */
  public static DatedPurchases of(
      TimeScale timeScale, List<CustomerId> customers, List<DatedHistory> histories) {
    List<PurchaseHistory> inDays = histories.stream().map(h -> h.in(TimeScale.DAY)).toList();
    int[] purchases = inDays.stream().mapToInt(h -> (int) h.purchases()).toArray();
    PurchaseSample sample =
        PurchaseSample.of(
                customers,
                TimeScale.DAY,
                purchases,
                inDays.stream().mapToDouble(PurchaseHistory::recency).toArray(),
                inDays.stream().mapToDouble(PurchaseHistory::age).toArray())
            .withFirstDays(histories.stream().mapToInt(h -> epochDay(h.first())).toArray())
            .with(timeScale);
    int[] days =
        histories.stream()
            .flatMap(history -> history.repeats().stream())
            .mapToInt(DatedPurchases::epochDay)
            .toArray();
    return new DatedPurchases(sample, starts(purchases), days);
  }

  /** Finds the days of the purchases of which a sample of the same log was made. */
  static DatedPurchases of(PurchaseSample sample, EventLog log, SameDayPurchases sameDay) {
    PurchaseSample inDays = sample.with(TimeScale.DAY);
    int[] start =
        starts(
            IntStream.range(0, sample.size())
                .map(row -> (int) inDays.history(row).purchases())
                .toArray());
    int[] next = start.clone();
    int[] days = new int[start[sample.size()]];
    log.events()
        .forEach(
            event -> {
              int row = sample.rowOf(event.customer()).orElse(-1);
              int day = epochDay(event.date());
              if (row < 0 || !isRepeat(inDays, row, day)) {
                return;
              }
              boolean isNewDay = next[row] == start[row] || days[next[row] - 1] != day;
              if (isNewDay || sameDay != SameDayPurchases.MERGED) {
                days[next[row]++] = day;
              }
            });
    return new DatedPurchases(sample, start, days);
  }

  private static boolean isRepeat(PurchaseSample inDays, int row, int day) {
    int first = epochDay(inDays.firstPurchase(row).orElseThrow());
    return day > first && day - first <= inDays.history(row).recency();
  }

  private static int[] starts(int[] purchases) {
    int[] start = new int[purchases.length + 1];
    for (int row = 0; row < purchases.length; row++) {
      start[row + 1] = Math.addExact(start[row], purchases[row]);
    }
    return start;
  }

  private static int epochDay(LocalDate date) {
    long day = date.toEpochDay();
    if (day != (int) day) {
      throw new IllegalArgumentException("date (" + date + ") must be within 32 bits of days");
    }
    return (int) day;
  }

  /**
   * Returns the sample without the days.
   *
   * @return the same customers in the same order, with spend and holdout where known
   */
  public PurchaseSample sample() {
    return sample;
  }

  /**
   * Returns the history of a customer.
   *
   * @param row its row in the sample, from 0
   * @return its days
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public DatedHistory history(int row) {
    LocalDate first = sample.firstPurchase(row).orElseThrow();
    long age = Math.round(sample.history(row).age() * sample.timeScale().days());
    List<LocalDate> repeats =
        Arrays.stream(repeatDays, start[row], start[row + 1])
            .mapToObj(LocalDate::ofEpochDay)
            .toList();
    return new DatedHistory(first, repeats, first.plusDays(age));
  }

  /**
   * Returns the shape.
   *
   * @return that of the sample
   */
  @Override
  public String toString() {
    return sample + ", with dates";
  }
}
