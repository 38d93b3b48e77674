package io.github.retention4j.revenue;

import io.github.retention4j.internal.numeric.WideSums;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueCohortCell.Observed;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import java.util.Arrays;

/** Groups the customers of a grid by the period in which their revenue began. */
final class CohortWalk {

  private static final int BEFORE = -1;
  private static final int NOT_YET = -2;

  /** A cell for each pair of periods must have a number. */
  private static final int MOST_PERIODS = 46_340;

  private final RevenueGrid grid;
  private final ExchangeTreatment exchange;
  private final int complete;
  private final int[] startOf;
  private final long[] sizes;
  private final WideSums starts;
  private final long[] stayed;
  private final CohortKept net;
  private final CohortKept gross;

  CohortWalk(RevenueGrid grid, ExchangeTreatment exchange) {
    this.grid = grid;
    this.exchange = exchange;
    this.complete = grid.completePeriods();
    int cells = cells(complete);
    this.startOf = new int[grid.rows()];
    this.sizes = new long[complete];
    this.starts = new WideSums(complete);
    this.stayed = new long[cells];
    RevenueShape shape = grid.shape();
    this.net = new CohortKept(RevenueRetentionDefinition.NET_SAME_CUSTOMERS, shape, cells);
    this.gross = new CohortKept(RevenueRetentionDefinition.GROSS_PER_CUSTOMER, shape, cells);
    addSums();
    addRests();
  }

  private static int cells(int complete) {
    if (complete > MOST_PERIODS) {
      throw new IllegalArgumentException(
          "complete periods (" + complete + ") must be at most " + MOST_PERIODS);
    }
    return complete * complete;
  }

  private int cell(int start, int age) {
    return start * complete + age;
  }

  private int startOf(int row) {
    RevenueSteps steps = grid.steps();
    int first = steps.periods[steps.rowStart[row]];
    if (first < grid.firstPeriod() || steps.formerSince(row) != RevenueSteps.NEVER) {
      return BEFORE;
    }
    return first < complete ? first : NOT_YET;
  }

  private void addSums() {
    RevenuePath path = new RevenuePath(grid);
    for (int row = 0; row < grid.rows(); row++) {
      int start = startOf(row);
      startOf[row] = start;
      if (start < 0) {
        continue;
      }
      path.read(row);
      long units = path.unitsAt(start);
      sizes[start]++;
      starts.add(start, units);
      for (int age = 0; start + age < complete; age++) {
        long now = now(path, start, age);
        net.add(cell(start, age), units, now);
        gross.add(cell(start, age), units, now);
        stayed[cell(start, age)] += path.unitsAt(start + age) > 0 ? 1 : 0;
      }
    }
  }

  private long now(RevenuePath path, int start, int age) {
    return exchange == ExchangeTreatment.LEFT_OUT
        ? path.unitsWithoutExchange(start, start + age)
        : path.unitsAt(start + age);
  }

  private void addRests() {
    double[] netRatios = ratios(net);
    double[] grossRatios = ratios(gross);
    RevenuePath path = new RevenuePath(grid);
    for (int row = 0; row < grid.rows(); row++) {
      int start = startOf[row];
      if (start < 0) {
        continue;
      }
      path.read(row);
      long units = path.unitsAt(start);
      for (int age = 0; start + age < complete; age++) {
        int cell = cell(start, age);
        long now = now(path, start, age);
        net.addRest(cell, netRatios[cell], units, now);
        gross.addRest(cell, grossRatios[cell], units, now);
      }
    }
  }

  private double[] ratios(CohortKept kept) {
    double[] ratios = new double[complete * complete];
    for (int start = 0; start < complete; start++) {
      for (int age = 0; sizes[start] > 0 && start + age < complete; age++) {
        ratios[cell(start, age)] = kept.ratio(cell(start, age), start(start));
      }
    }
    return ratios;
  }

  /** Returns how many customers began before it was known, and are in no cohort. */
  long startedBefore() {
    return Arrays.stream(startOf).filter(start -> start == BEFORE).count();
  }

  /** Returns the periods in which somebody began. */
  int[] startPeriods() {
    int[] periods = new int[complete];
    int count = 0;
    for (int start = 0; start < complete; start++) {
      if (sizes[start] > 0) {
        periods[count++] = start;
      }
    }
    return Arrays.copyOf(periods, count);
  }

  long size(int start) {
    return sizes[start];
  }

  Money start(int start) {
    return grid.shape().money(starts.get(start));
  }

  int complete() {
    return complete;
  }

  /** Returns what the customers of some start periods kept at an age that all have reached. */
  Observed kept(int[] startPeriods, int age) {
    int[] cells = Arrays.stream(startPeriods).map(start -> cell(start, age)).toArray();
    long stay = Arrays.stream(cells).mapToLong(cell -> stayed[cell]).sum();
    long people = Arrays.stream(startPeriods).mapToLong(start -> sizes[start]).sum();
    Money total =
        Arrays.stream(startPeriods)
            .mapToObj(this::start)
            .reduce(Money.zero(grid.currency()), Money::plus);
    Proportion logos = new Proportion(stay, people);
    DateRange days = days(startPeriods, age);
    return new Observed(
        net.pooled(cells, ratios(net, startPeriods, age), total, logos, days),
        gross.pooled(cells, ratios(gross, startPeriods, age), total, logos, days));
  }

  private double[] ratios(CohortKept kept, int[] startPeriods, int age) {
    return Arrays.stream(startPeriods)
        .mapToDouble(start -> kept.ratio(cell(start, age), start(start)))
        .toArray();
  }

  /** The days from after the first start period to the end of the last; age 0 has its own. */
  private DateRange days(int[] startPeriods, int age) {
    int first = startPeriods[0] + Math.min(age, 1);
    int last = startPeriods[startPeriods.length - 1] + age;
    return new DateRange(grid.axis().range(first).start(), grid.axis().range(last).endExclusive());
  }
}
