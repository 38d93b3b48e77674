package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Workers;
import java.util.Arrays;

/**
 * How many were at risk and how many were lost at each time at which a row ends: what all estimates
 * of one group are made of. A row is at risk after its entry up to and including its end.
 */
@SuppressWarnings("ArrayRecordComponent") // columns, read by the estimates of this package only
record RiskTable(
    double[] time,
    double[] atRisk,
    double[] lost,
    double[] censored,
    double[] lostRows,
    double[] entryTime,
    double[] enteredFrom,
    long rows) {

  private static final double[] NONE = {};

  static RiskTable of(LifetimeRows rows, Workers workers) {
    ExitCounts exits = ExitCounts.of(rows, workers);
    if (!rows.sample().hasEntries()) {
      return new RiskTable(
          exits.time(),
          atRisk(exits, new ExitCounts(NONE, NONE, NONE, NONE, NONE)),
          exits.lost(),
          exits.censored(),
          exits.lostRows(),
          NONE,
          NONE,
          rows.size());
    }
    ExitCounts entries = ExitCounts.of(rows.asEntries(), workers);
    return new RiskTable(
        exits.time(),
        atRisk(exits, entries),
        exits.lost(),
        exits.censored(),
        exits.lostRows(),
        entries.time(),
        fromEach(entries.censored()),
        rows.size());
  }

  /** Those who end at a time or later, less those who enter then or later. */
  private static double[] atRisk(ExitCounts exits, ExitCounts entries) {
    double[] atRisk = new double[exits.time().length];
    CompensatedSum weight = new CompensatedSum();
    long rows = 0;
    int entry = entries.time().length - 1;
    for (int i = atRisk.length - 1; i >= 0; i--) {
      for (; entry >= 0 && entries.time()[entry] >= exits.time()[i]; entry--) {
        weight.add(-entries.censored()[entry]);
        rows -= (long) entries.censoredRows()[entry];
      }
      weight.add(exits.censored()[i]);
      weight.add(exits.lost()[i]);
      rows += (long) (exits.lostRows()[i] + exits.censoredRows()[i]);
      // Where all rows at risk are lost none is left, whatever the rounding of their weights.
      atRisk[i] = rows == (long) exits.lostRows()[i] ? exits.lost()[i] : weight.value();
    }
    return atRisk;
  }

  private static double[] fromEach(double[] values) {
    double[] sums = new double[values.length];
    CompensatedSum sum = new CompensatedSum();
    for (int i = values.length - 1; i >= 0; i--) {
      sums[i] = sum.add(values[i]).value();
    }
    return sums;
  }

  int size() {
    return time.length;
  }

  /** Returns the number of those not lost at a time among those at risk. */
  double spared(int i) {
    return atRisk[i] - lost[i];
  }

  /** Returns the first time at or after another, or {@link #size()}. */
  int firstFrom(double from) {
    int at = Arrays.binarySearch(time, from);
    return at < 0 ? -at - 1 : at;
  }

  /** Returns how many are at risk at any time, given the first time of the table from there. */
  double atRisk(double at, int firstFrom) {
    if (firstFrom == time.length) {
      return 0;
    }
    double later = entryTime.length == 0 ? 0 : enteredFrom(at) - enteredFrom(time[firstFrom]);
    return Math.max(0, atRisk[firstFrom] - later);
  }

  private double enteredFrom(double from) {
    int at = Arrays.binarySearch(entryTime, from);
    int first = at < 0 ? -at - 1 : at;
    return first == entryTime.length ? 0 : enteredFrom[first];
  }

  /** Returns the part after a time, with times counted from there. */
  RiskTable after(double start) {
    int at = Arrays.binarySearch(time, start);
    int first = at < 0 ? -at - 1 : at + 1;
    int entered = Arrays.binarySearch(entryTime, start);
    int firstEntry = entered < 0 ? -entered - 1 : entered + 1;
    return new RiskTable(
        shifted(time, first, start),
        from(atRisk, first),
        from(lost, first),
        from(censored, first),
        from(lostRows, first),
        shifted(entryTime, firstEntry, start),
        from(enteredFrom, firstEntry),
        rows);
  }

  private static double[] from(double[] values, int first) {
    return Arrays.copyOfRange(values, first, values.length);
  }

  private static double[] shifted(double[] values, int first, double start) {
    double[] shifted = from(values, first);
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] -= start;
    }
    return shifted;
  }
}
