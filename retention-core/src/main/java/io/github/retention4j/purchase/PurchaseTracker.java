package io.github.retention4j.purchase;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the repeat purchases of customers through time beside what a model expects of them.
 *
 * <p>A customer is expected to have made {@code E(X(t))} repeat purchases when t has passed since
 * its own first purchase, so that customers who start on different days add up as they are.
 *
 * <p>Defaults: stretches of 7 days; all observed time is calibration. Purchases of one day are one;
 * the age of a customer is counted to the last day of a stretch.
 */
public final class PurchaseTracker {

  private static final int MOST_DAYS = 4_000_000;

  private final int periodDays;
  private final Optional<LocalDate> calibrationEndExclusive;

  private PurchaseTracker(int periodDays, Optional<LocalDate> calibrationEndExclusive) {
    this.periodDays = PurchaseChecks.atLeastOne("periodDays", periodDays);
    this.calibrationEndExclusive = calibrationEndExclusive;
  }

  /**
   * Returns the tracker with the defaults listed above.
   *
   * @return the tracker
   */
  public static PurchaseTracker withDefaults() {
    return new PurchaseTracker(7, Optional.empty());
  }

  /**
   * Chooses the length of a stretch.
   *
   * @param newPeriodDays in days, at least 1
   * @return a tracker with stretches of that length
   * @throws IllegalArgumentException if it is under 1
   */
  public PurchaseTracker withPeriodDays(int newPeriodDays) {
    return new PurchaseTracker(newPeriodDays, calibrationEndExclusive);
  }

  /**
   * Follows only customers who first bought before a day.
   *
   * @param endExclusive the first day that the model did not know
   * @return a tracker that marks what ends after it as holdout
   */
  public PurchaseTracker withCalibrationEnd(LocalDate endExclusive) {
    return new PurchaseTracker(periodDays, Optional.of(endExclusive));
  }

  /**
   * Follows the customers of a log.
   *
   * @param model a model of their purchases
   * @param log all purchases, the first ones among them
   * @return whole stretches from the day of the first event on, to the end of observation at most
   * @throws IllegalArgumentException if the log is shorter than one stretch or longer than
   *     4,000,000 days, or no customer first bought before the end of calibration
   */
  public TrackingTable track(PurchaseModel model, EventLog log) {
    LocalDate start = log.observed().start();
    LocalDate end = calibrationEndExclusive.orElse(log.observationEndExclusive());
    if (log.observed().days() > MOST_DAYS) {
      throw new IllegalArgumentException(
          "log (" + log.observed() + ") must span at most " + MOST_DAYS + " days");
    }
    int periods = (int) log.observed().days() / periodDays;
    if (periods == 0) {
      throw new IllegalArgumentException(
          "log (" + log.observed() + ") must cover " + periodDays + " days");
    }
    PurchaseCounts counts = new PurchaseCounts(start, periods * periodDays);
    log.events().forEach(event -> counts.add(event, end));
    return table(model, counts, start, end);
  }

  private TrackingTable table(
      PurchaseModel model, PurchaseCounts counts, LocalDate start, LocalDate end) {
    if (counts.customers == 0) {
      throw new IllegalArgumentException(
          "customers (0) with a purchase before " + end + " must be at least one");
    }
    int days = counts.firsts.length;
    double[] expected = expectedByDay(model, days);
    List<TrackingTable.Row> rows = new ArrayList<>();
    long actualBefore = 0;
    double expectedBefore = 0;
    for (int to = periodDays; to <= days; to += periodDays) {
      long actual = counts.repeatsUntil(to);
      double cumulative = counts.expectedUntil(to, expected);
      LocalDate endOfRow = start.plusDays(to);
      rows.add(
          new TrackingTable.Row(
              new DateRange(endOfRow.minusDays(periodDays), endOfRow),
              endOfRow.isAfter(end),
              actual - actualBefore,
              Math.max(0, cumulative - expectedBefore),
              actual,
              cumulative));
      actualBefore = actual;
      expectedBefore = cumulative;
    }
    return new TrackingTable(rows);
  }

  private static double[] expectedByDay(PurchaseModel model, int days) {
    TimeScale unit = model.timeScale();
    double[] expected = new double[days];
    for (int day = 1; day < days; day++) {
      expected[day] = model.expectedPurchases(unit.ofDays(day));
    }
    return expected;
  }
}
