package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds the customers who have an anniversary in a range of days. Immutable.
 *
 * <p>Defaults: every year; {@link MissingDay#LAST_OF_MONTH}. The first anniversary is a whole
 * period after the start; the start itself is none. Whether somebody is still a customer is not
 * asked: give the starts of those who are.
 *
 * <p>Example: customers since 2023-02-28, 2024-02-29 and 2024-03-01 have their anniversaries of
 * 2025 on 28 February, on 28 February or 1 March by {@link MissingDay}, and on 1 March.
 */
public final class AnniversaryCalculator {

  private static final int YEAR = 12;
  private static final int MOST_YEARS = 10_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final AnniversaryCalculator DEFAULTS =
      new AnniversaryCalculator(YEAR, true, MissingDay.LAST_OF_MONTH);

  private final int months;
  private final boolean repeated;
  private final MissingDay missing;

  private AnniversaryCalculator(int months, boolean repeated, MissingDay missing) {
    this.months = months;
    this.repeated = repeated;
    this.missing = requireNonNull(missing, "missing");
  }

  /**
   * Returns the calculator with the defaults.
   *
   * @return the calculator
   */
  public static AnniversaryCalculator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Finds the anniversaries of every year.
   *
   * @return the calculator
   */
  public AnniversaryCalculator everyYear() {
    return new AnniversaryCalculator(YEAR, true, missing);
  }

  /**
   * Finds one anniversary alone.
   *
   * @param years after how many years, 1 to 10000
   * @return the calculator
   * @throws IllegalArgumentException if not in that range
   */
  public AnniversaryCalculator afterYears(int years) {
    if (requirePositive("years", years) > MOST_YEARS) {
      throw new IllegalArgumentException("years (" + years + ") must be at most " + MOST_YEARS);
    }
    return new AnniversaryCalculator(YEAR * years, false, missing);
  }

  /**
   * Finds one anniversary alone.
   *
   * @param number after how many months, at least 1
   * @return the calculator
   * @throws IllegalArgumentException if under 1
   */
  public AnniversaryCalculator afterMonths(int number) {
    return new AnniversaryCalculator(requirePositive("months", number), false, missing);
  }

  /**
   * Finds the anniversaries after every so many months.
   *
   * @param number how many, at least 1; 3 for each quarter of a year
   * @return the calculator
   * @throws IllegalArgumentException if under 1
   */
  public AnniversaryCalculator everyMonths(int number) {
    return new AnniversaryCalculator(requirePositive("months", number), true, missing);
  }

  private static int requirePositive(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " (" + number + ") must be at least 1");
    }
    return number;
  }

  /**
   * Chooses when an anniversary is whose day the month does not have.
   *
   * @param newMissing the last day of the month or the first of the next
   * @return the calculator
   */
  public AnniversaryCalculator with(MissingDay newMissing) {
    return new AnniversaryCalculator(months, repeated, newMissing);
  }

  /**
   * Finds anniversaries, by first event.
   *
   * @param log the events; the first of each customer is its start
   * @param days where to look
   * @return the anniversaries by date, then by customer
   * @throws IllegalArgumentException if a day is not of the years 1 to 9999
   */
  public List<Anniversary> find(EventLog log, DateRange days) {
    Map<CustomerId, LocalDate> starts = new HashMap<>();
    for (int row = 0; row < log.rows(); row++) {
      starts.put(log.customer(row), LocalDate.ofEpochDay(log.epochDayAt(log.eventsStart(row))));
    }
    return find(starts, days);
  }

  /**
   * Finds anniversaries.
   *
   * @param starts since when each is a customer
   * @param days where to look
   * @return the anniversaries by date, then by customer; several of a customer where the range is
   *     long
   * @throws IllegalArgumentException if a day is not of the years 1 to 9999
   */
  public List<Anniversary> find(Map<CustomerId, LocalDate> starts, DateRange days) {
    return find(
        starts,
        days,
        fault -> {
          throw new IllegalArgumentException(fault.reason());
        });
  }

  /**
   * Finds anniversaries without customers whose start is not of the years 1 to 9999.
   *
   * @param starts since when each is a customer
   * @param days where to look
   * @param refused is told each customer that is left out, with its number in ascending order of
   *     the customers, from 1, and what is wrong with its start
   * @return the anniversaries of the others by date, then by customer
   * @throws IllegalArgumentException if a day of the range is not of the years 1 to 9999
   */
  public List<Anniversary> find(
      Map<CustomerId, LocalDate> starts, DateRange days, Consumer<Rejection> refused) {
    requireNonNull(refused, "refused");
    Optional<String> offCalendar =
        offCalendar("days.start", days.start())
            .or(() -> offCalendar("days.endExclusive", days.endExclusive()));
    if (offCalendar.isPresent()) {
      throw new IllegalArgumentException(offCalendar.get());
    }
    List<Anniversary> found = new ArrayList<>();
    long number = 0;
    for (Map.Entry<CustomerId, LocalDate> entry : new TreeMap<>(starts).entrySet()) {
      number++;
      CustomerId customer = entry.getKey();
      Optional<String> fault = offCalendar("start of customer " + customer, entry.getValue());
      if (fault.isPresent()) {
        refused.accept(new Rejection(number, fault.get()));
      } else {
        add(customer, entry.getValue(), days, found);
      }
    }
    found.sort(Comparator.comparing(Anniversary::date).thenComparing(Anniversary::customer));
    return List.copyOf(found);
  }

  private static Optional<String> offCalendar(String name, LocalDate day) {
    return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)
        ? Optional.of(name + " (" + day + ") must be from " + FIRST_DAY + " to " + LAST_DAY)
        : Optional.empty();
  }

  private void add(CustomerId customer, LocalDate start, DateRange days, List<Anniversary> found) {
    LocalDate dayBefore = days.start().minusDays(1);
    long past = start.isAfter(dayBefore) ? 0 : missing.monthsBetween(start, dayBefore) / months;
    long last = repeated ? Long.MAX_VALUE : 1;
    for (long count = past + 1; count <= last; count++) {
      LocalDate date = missing.after(start, Math.multiplyExact(count, months));
      if (!date.isBefore(days.endExclusive())) {
        return;
      }
      found.add(new Anniversary(customer, start, date, count * months));
    }
  }
}
