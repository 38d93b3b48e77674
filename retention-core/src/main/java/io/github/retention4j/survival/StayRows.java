package io.github.retention4j.survival;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Collects lifetimes in whole periods, as told by the complete periods up to an end. */
final class StayRows {

  private final int endExclusive;
  private final LifetimeStop stop;
  private final ReturningCustomers returning;
  private final List<CustomerId> customers = new ArrayList<>();
  private final List<Long> durations = new ArrayList<>();
  private final BitSet left = new BitSet();

  StayRows(int endExclusive, LifetimeStop stop, ReturningCustomers returning) {
    this.endExclusive = endExclusive;
    this.stop = stop;
    this.returning = returning;
  }

  /** Adds a customer from a period to the one in which it is lost, which may not be over yet. */
  void addUntil(CustomerId customer, int first, int lossPeriod) {
    add(customer, first, lossPeriod, endExclusive);
  }

  private void add(CustomerId customer, int first, int lossPeriod, int seenUntil) {
    if (first >= seenUntil) {
      return;
    }
    boolean lost = lossPeriod < seenUntil;
    left.set(durations.size(), lost);
    customers.add(customer);
    durations.add((lost ? lossPeriod : seenUntil - 1L) - first);
  }

  /** Adds a customer by the ascending periods, open ones included, in which it was active. */
  void addActive(CustomerId customer, int silence, int activities, IntUnaryOperator periodAt) {
    int first = periodAt.applyAsInt(0);
    int last = first;
    for (int activity = 1; activity < activities; activity++) {
      int period = periodAt.applyAsInt(activity);
      if (period > (long) last + silence) {
        addSilent(customer, first, last, silence);
        if (returning == ReturningCustomers.FIRST_LOSS_ENDS) {
          return;
        }
        first = period;
      }
      last = period;
    }
    addSilent(customer, first, last, silence);
  }

  private void addSilent(CustomerId customer, int first, int last, int silence) {
    if (stop == LifetimeStop.LOSS_PERIOD) {
      add(customer, first, held((long) last + silence), endExclusive);
    } else {
      // The first silent period is told for one when the last of the silence is over.
      add(customer, first, held(last + 1L), held((long) endExclusive - silence + 1));
    }
  }

  /** A period past all others may be the last that there is. */
  private static int held(long period) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(period, Integer.MAX_VALUE));
  }

  LifetimeSample toSample(TimeScale timeScale, double periodLength) {
    if (durations.isEmpty()) {
      throw new IllegalArgumentException(
          "customers (0) must be one or more that came early enough to be observed");
    }
    boolean[] lost = new boolean[durations.size()];
    for (int row = 0; row < lost.length; row++) {
      lost[row] = left.get(row);
    }
    double[] times = durations.stream().mapToDouble(it -> it * periodLength).toArray();
    return LifetimeSample.fromStart(timeScale, times, lost).withCustomers(customers);
  }
}
