package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.KeyMix;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DayClock;
import io.github.retention4j.time.DayValues;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Arrays;

/** Places events on an axis, before the end of observation, or says which cannot be placed. */
record ObservedAxis(PeriodAxis axis, LocalDate observationEndExclusive) {

  private static final int NONE = -1;

  ObservedAxis {
    requireNonNull(axis, "axis");
    requireNonNull(observationEndExclusive, "observationEndExclusive");
    EpochDays.of("observationEndExclusive", observationEndExclusive);
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
    return new Events(
        customers.length,
        (from, to, target) -> {
          for (int i = from; i < to; i++) {
            int known = periods.of(epochDays[i]);
            int period = known >= 0 ? known : refuse(epochDays[i], customers[i]);
            target.add(KeyMix.mix(customers[i]), period);
          }
        });
  }

  /** Returns events of customers known by number, at instants. */
  CellSource events(long[] customers, long[] epochSeconds, BusinessZone zone) {
    requireSameLength(customers.length, epochSeconds.length, "epochSeconds");
    DayClock clock = DayClock.of(zone, axis.range());
    Periods periods = new Periods();
    DayValues periodAt = clock.values(periods::of, NONE);
    return new Events(
        customers.length,
        (from, to, target) -> {
          for (int i = from; i < to; i++) {
            int known = periodAt.at(epochSeconds[i]);
            int period =
                known >= 0
                    ? known
                    : periodOrRefuse(clock.epochDayOf(epochSeconds[i]), periods, customers[i]);
            target.add(KeyMix.mix(customers[i]), period);
          }
        });
  }

  private int periodOrRefuse(long epochDay, Periods periods, long customer) {
    int period = periods.of(epochDay);
    return period >= 0 ? period : refuse(epochDay, customer);
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
            int day = log.epochDayAt(i);
            int known = periods.of(day);
            int period = known >= 0 ? known : refuse(day, log.keys().id(rowOf[i]));
            target.add(keyOfRow[rowOf[i]], period);
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

  private interface Loop {
    void run(int from, int to, EventBlocks target);
  }

  private record Events(int size, Loop loop) implements CellSource {

    @Override
    public void addTo(int from, int to, EventBlocks target) {
      loop.run(from, to, target);
    }
  }
}
