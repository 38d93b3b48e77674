package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the sample of a model of purchases from events, each of which is a purchase.
 *
 * <p>Defaults: all observed time is calibration, no holdout; time in weeks; the purchases of a day
 * {@link SameDayPurchases#MERGED}; age {@link AgeConvention#TO_LAST_DAY}; spend of {@link
 * SpendScope#REPEAT_PURCHASES}; {@link ZeroSpend#REFUSE}.
 *
 * <p>The first event of a customer is taken as its first purchase ever. Customers whose first one
 * comes after the end of calibration are not in the sample. Refunds are no purchases and are
 * refused: filter the log first.
 *
 * <p>Example: of purchases on days 0, 7 and 21 and calibration until day 29, that one excluded, x
 * is 2, t_x 21 days or 3 weeks, T 28 days or 4 weeks.
 */
public final class PurchaseSampler {

  private final Optional<LocalDate> calibrationEndExclusive;
  private final TimeScale timeScale;
  private final SampleRules rules;

  private PurchaseSampler(
      Optional<LocalDate> calibrationEndExclusive, TimeScale timeScale, SampleRules rules) {
    this.calibrationEndExclusive = calibrationEndExclusive;
    this.timeScale = requireNonNull(timeScale, "timeScale");
    this.rules = rules;
  }

  /**
   * Returns the sampler with the defaults listed above.
   *
   * @return the sampler
   */
  public static PurchaseSampler withDefaults() {
    return new PurchaseSampler(
        Optional.empty(),
        TimeScale.WEEK,
        new SampleRules(
            SameDayPurchases.MERGED,
            AgeConvention.TO_LAST_DAY,
            SpendScope.REPEAT_PURCHASES,
            ZeroSpend.REFUSE));
  }

  /**
   * Ends calibration before the end of observation; what comes after is the holdout.
   *
   * @param endExclusive the first day that a model shall not know
   * @return a sampler that splits there
   */
  public PurchaseSampler withCalibrationEnd(LocalDate endExclusive) {
    return new PurchaseSampler(Optional.of(endExclusive), timeScale, rules);
  }

  /**
   * Chooses the unit of time.
   *
   * @param newScale the unit
   * @return a sampler for it
   */
  public PurchaseSampler with(TimeScale newScale) {
    return new PurchaseSampler(calibrationEndExclusive, newScale, rules);
  }

  /**
   * Chooses what purchases on one day are.
   *
   * @param sameDay one purchase or several
   * @return a sampler that counts so
   */
  public PurchaseSampler with(SameDayPurchases sameDay) {
    return with(new SampleRules(sameDay, rules.age(), rules.spend(), rules.zeroSpend()));
  }

  /**
   * Chooses up to where age is counted.
   *
   * @param age to the last day of calibration or to its end
   * @return a sampler that counts so
   */
  public PurchaseSampler with(AgeConvention age) {
    return with(new SampleRules(rules.sameDay(), age, rules.spend(), rules.zeroSpend()));
  }

  /**
   * Chooses of which purchases the mean spend is taken.
   *
   * @param spend repeat purchases or all
   * @return a sampler that averages those
   */
  public PurchaseSampler with(SpendScope spend) {
    return with(new SampleRules(rules.sameDay(), rules.age(), spend, rules.zeroSpend()));
  }

  /**
   * Chooses what is done with customers whose purchases cost nothing on average.
   *
   * @param zeroSpend refuse them or leave their spend out
   * @return a sampler that does so
   */
  public PurchaseSampler with(ZeroSpend zeroSpend) {
    return with(new SampleRules(rules.sameDay(), rules.age(), rules.spend(), zeroSpend));
  }

  private PurchaseSampler with(SampleRules newRules) {
    return new PurchaseSampler(calibrationEndExclusive, timeScale, newRules);
  }

  /**
   * Makes the sample of a log. Mean spend is over the purchases whose amount is known, and absent
   * if the log has no amounts at all.
   *
   * @param log the purchases, with the end of observation
   * @return the customers who first bought before the end of calibration, in the order of the log
   * @throws IllegalArgumentException if there is none, the end of calibration is after that of
   *     observation, an amount is negative, or spend is refused; the message names the customer
   */
  public PurchaseSample sample(EventLog log) {
    SampleBuilder builder = builder(log.observationEndExclusive());
    boolean hasAmounts = log.currency().isPresent();
    for (int row = 0; row < log.rows(); row++) {
      int first = log.eventsStart(row);
      CustomerTally tally = builder.begin(log.customer(row), log.epochDayAt(first));
      for (int event = first; event < log.eventsEnd(row); event++) {
        Optional<Money> amount = hasAmounts ? log.amountAt(event) : Optional.empty();
        tally.add(log.epochDayAt(event), 1, amount.map(Money::amount));
      }
    }
    return builder.build(timeScale, log.currency());
  }

  /**
   * Makes the sample of a log and keeps the days of all purchases in calibration, which models with
   * a season need.
   *
   * @param log the purchases, with the end of observation
   * @return the sample of {@link #sample(EventLog)} with the days
   * @throws IllegalArgumentException as {@link #sample(EventLog)} does
   */
  public DatedPurchases sampleWithDates(EventLog log) {
    return DatedPurchases.of(sample(log), log, rules.sameDay());
  }

  /**
   * Makes the sample of a grid, which knows no amounts.
   *
   * @param grid the purchases on an axis of days, with the end of observation
   * @return the customers who first bought before the end of calibration, in the order of the grid
   * @throws IllegalArgumentException if there is none, the axis is not one of days, or the end of
   *     calibration is after that of observation
   * @throws IllegalStateException if the grid has no numbers of events
   */
  public PurchaseSample sample(ActivityGrid grid) {
    return sample(grid, (tally, day, cell) -> {}, Optional.empty());
  }

  /**
   * Makes the sample of a grid with amounts, such as parts of a large log {@linkplain
   * io.github.retention4j.activity.AmountAccumulator merge} to. It is that of the log of the same
   * events, but that a refund shows only where the sum of a day is negative.
   *
   * @param grid the purchases on an axis of days, with the end of observation
   * @return the customers who first bought before the end of calibration, in the order of the grid
   * @throws IllegalArgumentException if there is none, the axis is not one of days, the end of
   *     calibration is after that of observation, the sum of a day is negative, or spend is
   *     refused; the message names the customer
   */
  public PurchaseSample sample(AmountGrid grid) {
    return sample(
        grid.activity(),
        (tally, day, cell) -> {
          if (grid.eventsWithAmountAt(cell) > 0) {
            int purchases = Math.toIntExact(grid.eventsWithAmountAt(cell));
            tally.addAmount(day, purchases, grid.amountAt(cell).amount());
          }
        },
        hasAmounts(grid) ? Optional.of(grid.currency()) : Optional.empty());
  }

  private static boolean hasAmounts(AmountGrid grid) {
    int cells = grid.activity().endCell(grid.activity().rows() - 1);
    return IntStream.range(0, cells).anyMatch(cell -> grid.eventsWithAmountAt(cell) > 0);
  }

  private PurchaseSample sample(
      ActivityGrid grid, CellAmounts amounts, Optional<Currency> currency) {
    if (grid.axis().granularity() != Granularity.DAY) {
      throw new IllegalArgumentException("axis (" + grid.axis() + ") must be one of days");
    }
    SampleBuilder builder = builder(grid.observationEndExclusive());
    int axisStart = Math.toIntExact(grid.axis().range().start().toEpochDay());
    for (int row = 0; row < grid.rows(); row++) {
      int first = grid.firstCell(row);
      CustomerTally tally = builder.begin(grid.customer(row), axisStart + grid.periodAt(first));
      for (int cell = first; cell < grid.endCell(row); cell++) {
        int day = axisStart + grid.periodAt(cell);
        tally.add(day, Math.toIntExact(grid.eventsAt(cell)), Optional.empty());
        amounts.addTo(tally, day, cell);
      }
    }
    return builder.build(timeScale, currency);
  }

  /** Adds what was paid on a day, which is a cell of a grid. */
  private interface CellAmounts {
    void addTo(CustomerTally tally, int day, int cell);
  }

  private SampleBuilder builder(LocalDate observationEndExclusive) {
    LocalDate end = calibrationEndExclusive.orElse(observationEndExclusive);
    if (end.isAfter(observationEndExclusive)) {
      throw new IllegalArgumentException(
          "calibrationEndExclusive ("
              + end
              + ") must not be after the end of observation ("
              + observationEndExclusive
              + ")");
    }
    return new SampleBuilder(
        rules,
        // An end before all days that events can have is as good as any other of them.
        (int) Math.max(Integer.MIN_VALUE, end.toEpochDay()),
        Math.toIntExact(observationEndExclusive.toEpochDay()));
  }
}
