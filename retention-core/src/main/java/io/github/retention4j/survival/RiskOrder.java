package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.RadixOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sample by when they are at risk. A group is a time at which someone left, within a
 * stratum; groups go from the last time of a stratum to its first. A place is the position of a row
 * in that order: places join the risk set group by group. Rows that are never at risk when someone
 * leaves have no place.
 */
final class RiskOrder {

  /** Where a row that is at risk from the start leaves the risk set: nowhere. */
  static final int NEVER = -1;

  private final int rows;
  private final int[] row;
  private final int[] group;
  private final int[] firstPlace;
  private final int[] firstEvent;
  private final int[] events;
  private final double[] time;
  private final int[] firstGroup;
  private final double @Nullable [] weight;
  private final int @Nullable [] leavesAt;
  private final int[] leavers;
  private final int[] firstLeaver;

  private RiskOrder(LifetimeSample sample, boolean[] event) {
    this.rows = sample.rows();
    Scan scan = new Scan(sample, event, descending(sample, event));
    this.row = Arrays.copyOf(scan.row, scan.places);
    this.firstPlace = Arrays.copyOf(scan.firstPlace, scan.groups + 1);
    this.firstPlace[scan.groups] = scan.places;
    this.firstEvent = Arrays.copyOf(scan.firstEvent, scan.groups);
    this.events = Arrays.copyOf(scan.events, scan.groups);
    this.time = Arrays.copyOf(scan.time, scan.groups);
    this.firstGroup = scan.firstGroup;
    this.group = groupOfPlace();
    this.weight =
        sample.hasWeights() ? IntStream.of(row).mapToDouble(sample::weight).toArray() : null;
    this.leavesAt = sample.hasEntries() ? leavesAt(sample) : null;
    this.firstLeaver = new int[groups() + 1];
    this.leavers = leavesAt == null ? new int[0] : leavers(leavesAt);
  }

  /**
   * Orders a sample.
   *
   * @param event for each row whether it ended by what is asked about
   */
  static RiskOrder of(LifetimeSample sample, boolean[] event) {
    return new RiskOrder(sample, event);
  }

  /** Returns for each row whether it ended for the reason, 0 for any. */
  static boolean[] events(LifetimeSample sample, int reason) {
    boolean[] event = new boolean[sample.rows()];
    for (int i = 0; i < event.length; i++) {
      int end = sample.endNumber(i);
      event[i] = reason == 0 ? end > 0 : end == reason;
    }
    return event;
  }

  /** Last time first; at one time those that left before the others. */
  private static int[] descending(LifetimeSample sample, boolean[] event) {
    int n = sample.rows();
    int[] stratum = new int[n];
    int[] high = new int[n];
    int[] low = new int[n];
    int[] left = new int[n];
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(sample.duration(i) + 0.0);
      stratum[i] = sample.stratumOf(i);
      high[i] = (int) (bits >>> Integer.SIZE);
      low[i] = (int) bits;
      left[i] = event[i] ? 1 : 0;
    }
    int[] order = RadixOrder.of(n, stratum, high, low, left);
    for (int i = 0; i < n / 2; i++) {
      int swapped = order[i];
      order[i] = order[n - 1 - i];
      order[n - 1 - i] = swapped;
    }
    return order;
  }

  /** One walk through the rows in order, which finds the groups. */
  private static final class Scan {

    private final int[] row;
    private final int[] firstPlace;
    private final int[] firstEvent;
    private final int[] events;
    private final double[] time;
    private final int[] firstGroup;
    private int places;
    private int groups;
    private int joined;

    Scan(LifetimeSample sample, boolean[] event, int[] order) {
      int n = order.length;
      row = new int[n];
      firstPlace = new int[n + 1];
      firstEvent = new int[n];
      events = new int[n];
      time = new double[n];
      int strata = Math.max(1, sample.strata().size());
      firstGroup = new int[strata + 1];
      int stratum = strata - 1;
      for (int i : order) {
        for (; sample.stratumOf(i) < stratum; stratum--) {
          end(strata - stratum);
        }
        add(i, sample.duration(i), event[i], firstGroup[strata - 1 - stratum]);
      }
      end(strata - stratum);
    }

    private void add(int i, double duration, boolean left, int stratumStart) {
      boolean tied = groups > stratumStart && time[groups - 1] == duration;
      if (left && !tied) {
        firstPlace[groups] = joined;
        firstEvent[groups] = places;
        time[groups] = duration;
        groups++;
      }
      row[places++] = i;
      if (left) {
        events[groups - 1]++;
      }
      if (left || tied) {
        joined = places;
      }
    }

    /** Rows after the last group were gone before anyone left. */
    private void end(int stratum) {
      places = joined;
      firstGroup[stratum] = groups;
    }
  }

  private int[] groupOfPlace() {
    int[] groupOf = new int[row.length];
    for (int g = 0; g < time.length; g++) {
      Arrays.fill(groupOf, firstPlace[g], firstPlace[g + 1], g);
    }
    return groupOf;
  }

  private int[] leavesAt(LifetimeSample sample) {
    int[] leaves = new int[row.length];
    for (int stratum = 0; stratum < strata(); stratum++) {
      int end = firstGroup[stratum + 1];
      for (int place = firstPlace[firstGroup[stratum]]; place < firstPlace[end]; place++) {
        int first = firstAtOrBefore(sample.entry(row[place]), group[place], end);
        leaves[place] = first == end ? NEVER : first;
      }
    }
    return leaves;
  }

  /** Returns the first group from one on whose time is not after an entry, or the end. */
  private int firstAtOrBefore(double entry, int from, int end) {
    int low = from;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time[middle] <= entry) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int[] leavers(int[] leaves) {
    for (int at : leaves) {
      if (at != NEVER) {
        firstLeaver[at + 1]++;
      }
    }
    for (int g = 0; g < groups(); g++) {
      firstLeaver[g + 1] += firstLeaver[g];
    }
    int[] next = firstLeaver.clone();
    int[] ordered = new int[firstLeaver[groups()]];
    for (int place = 0; place < leaves.length; place++) {
      if (leaves[place] != NEVER) {
        ordered[next[leaves[place]]++] = place;
      }
    }
    return ordered;
  }

  /** Rows of the sample. */
  int rows() {
    return rows;
  }

  int places() {
    return row.length;
  }

  int groups() {
    return time.length;
  }

  int strata() {
    return firstGroup.length - 1;
  }

  /** Strata go backwards: number 0 here is the last of the sample. */
  int firstGroup(int stratum) {
    return firstGroup[stratum];
  }

  boolean isFirstOfStratum(int group) {
    return Arrays.binarySearch(firstGroup, group) >= 0;
  }

  int row(int place) {
    return row[place];
  }

  int groupOf(int place) {
    return group[place];
  }

  int firstPlace(int group) {
    return firstPlace[group];
  }

  /** The events of a group are its places from this one on. */
  int firstEvent(int group) {
    return firstEvent[group];
  }

  int events(int group) {
    return events[group];
  }

  boolean isEvent(int place) {
    int after = place - firstEvent[group[place]];
    return after >= 0 && after < events[group[place]];
  }

  double time(int group) {
    return time[group];
  }

  double weight(int place) {
    return weight == null ? 1 : weight[place];
  }

  boolean hasLeavers() {
    return leavesAt != null;
  }

  /** Returns the group from which on a place is not yet at risk, or {@link #NEVER}. */
  int leavesAt(int place) {
    return leavesAt == null ? NEVER : leavesAt[place];
  }

  int firstLeaver(int group) {
    return firstLeaver[group];
  }

  /** Returns the place of a leaver by its number. */
  int leaver(int number) {
    return leavers[number];
  }

  /** Returns the number of rows that left. */
  int totalEvents() {
    return IntStream.of(events).sum();
  }

  /** Returns the mean weight of the rows that left. */
  double meanEventWeight() {
    double sum = 0;
    for (int g = 0; g < groups(); g++) {
      for (int place = firstEvent[g]; place < firstEvent[g] + events[g]; place++) {
        sum += weight(place);
      }
    }
    return sum / totalEvents();
  }

  /** Tells whether anyone was at risk beside the only one that left, at any time. */
  boolean comparesAnyone() {
    int atRisk = 0;
    for (int g = 0; g < groups(); g++) {
      atRisk = isFirstOfStratum(g) ? 0 : atRisk;
      atRisk += firstPlace[g + 1] - firstPlace[g] - (firstLeaver[g + 1] - firstLeaver[g]);
      if (atRisk > 1) {
        return true;
      }
    }
    return false;
  }
}
