package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.KeyMix;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DayClock;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Arrays;

/** Places events on an axis, before the end of observation, or says which cannot be placed. */
record ObservedAxis(PeriodAxis axis, LocalDate observationEndExclusive) {

  private static final int NONE = -1;

  ObservedAxis {
    requireNonNull(axis, "axis");
    requireNonNull(observationEndExclusive, "observationEndExclusive");
  }

  /** Returns the period of an event. */
  int periodOf(LocalDate date, CustomerId customer) {
    return fits(date) ? axis.periodOf(date) : refuse(date.toEpochDay(), customer);
  }

  /** Returns the period of an event. */
  int periodOf(LocalDate date, long customer) {
    return fits(date) ? axis.periodOf(date) : refuse(date.toEpochDay(), customer);
  }

  private boolean fits(LocalDate date) {
    return date.isBefore(observationEndExclusive) && axis.covers(date);
  }

  /** Returns events of customers known by number, on days. */
  CellSource events(long[] customers, int[] epochDays) {
    requireSameLength(customers.length, epochDays.length, "epochDays");
    Periods periods = new Periods();
    return numbers(
        customers,
        (from, to, target) -> {
          for (int i = from; i < to; i++) {
            int period = periods.of(epochDays[i]);
            target[i - from] = period >= 0 ? period : refuse(epochDays[i], customers[i]);
          }
        });
  }

  /** Returns events of customers known by number, at instants. */
  CellSource events(long[] customers, long[] epochSeconds, BusinessZone zone) {
    requireSameLength(customers.length, epochSeconds.length, "epochSeconds");
    DayClock clock = DayClock.of(zone, axis.range());
    Periods periods = new Periods();
    int[] periodOfHour = clock.valueOfHour(periods::of, NONE);
    return numbers(
        customers,
        (from, to, target) -> {
          for (int i = from; i < to; i++) {
            int hour = clock.hourOf(epochSeconds[i]);
            int period = hour < 0 ? NONE : periodOfHour[hour];
            target[i - from] =
                period >= 0
                    ? period
                    : periodOrRefuse(clock.epochDayOf(epochSeconds[i]), periods, customers[i]);
          }
        });
  }

  private int periodOrRefuse(long epochDay, Periods periods, long customer) {
    int period = periods.of(epochDay);
    return period >= 0 ? period : refuse(epochDay, customer);
  }

  private static CellSource numbers(long[] customers, PeriodReader periods) {
    return new Events(
        customers.length,
        (from, to, target) -> {
          for (int i = from; i < to; i++) {
            target[i - from] = KeyMix.mix(customers[i]);
          }
        },
        periods);
  }

  /** Returns the events of a log, with a mixed key for each of its customers. */
  CellSource events(EventLog log, long[] keyOfRow) {
    int[] rowOf = new int[log.size()];
    for (int row = 0; row < log.rows(); row++) {
      Arrays.fill(rowOf, log.eventsStart(row), log.eventsEnd(row), row);
    }
    Periods periods = new Periods();
    return new Events(
        log.size(),
        (from, to, target) -> {
          for (int i = from; i < to; i++) {
            target[i - from] = keyOfRow[rowOf[i]];
          }
        },
        (from, to, target) -> {
          for (int i = from; i < to; i++) {
            int day = log.epochDayAt(i);
            int period = periods.of(day);
            target[i - from] = period >= 0 ? period : refuse(day, log.keys().id(rowOf[i]));
          }
        });
  }

  private static void requireSameLength(int customers, int times, String name) {
    if (customers != times) {
      throw new IllegalArgumentException(
          name + " (" + times + ") must be as many as customers (" + customers + ")");
    }
  }

  private int refuse(long epochDay, long customer) {
    return refuse(epochDay, CustomerId.of(customer));
  }

  private int refuse(long epochDay, CustomerId customer) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    String event = "date (" + date + ") of customer " + customer;
    throw new IllegalArgumentException(
        date.isBefore(observationEndExclusive)
            ? event + " must lie on the axis " + axis.range()
            : event + " must be before the end of observation (" + observationEndExclusive + ")");
  }

  /** The periods of the observed days of the axis, for loops over many events. */
  private final class Periods {

    private final long firstDay = axis.range().start().toEpochDay();
    private final int[] periodOf;

    Periods() {
      long observed = observationEndExclusive.toEpochDay() - firstDay;
      periodOf = new int[(int) Math.max(0, Math.min(observed, axis.range().days()))];
      Arrays.setAll(periodOf, day -> axis.periodOf(firstDay + day));
    }

    /** Returns the period of a day, or NONE if it was not observed or is off the axis. */
    int of(long epochDay) {
      long day = epochDay - firstDay;
      return day >= 0 && day < periodOf.length ? periodOf[(int) day] : NONE;
    }
  }

  private interface KeyReader {
    void read(int from, int to, long[] target);
  }

  private interface PeriodReader {
    void read(int from, int to, int[] target);
  }

  private record Events(int size, KeyReader keys, PeriodReader periods) implements CellSource {

    @Override
    public void readKeys(int from, int to, long[] target) {
      keys.read(from, to, target);
    }

    @Override
    public void readPeriods(int from, int to, int[] target) {
      periods.read(from, to, target);
    }
  }
}
