package io.github.retention4j.revenue;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.WideSums;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueRetention.Scatter;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import java.util.ArrayList;
import java.util.List;

/** What the customers of each opening kept until some periods later, in two walks of all rows. */
final class RetentionSums {

  private final RevenueGrid grid;
  private final RevenueRetentionDefinition definition;
  private final ExchangeTreatment exchange;
  private final int first;
  private final int length;
  private final int windows;
  private final WideSums then;
  private final WideSums now;
  private final long[] customers;
  private final long[] stayed;

  /**
   * Prepares windows of a length, one for each period in which one can open and close.
   *
   * @param grid the revenue
   * @param definition what is called retained
   * @param exchange whether foreign exchange counts
   * @param length periods from then to now
   */
  RetentionSums(
      RevenueGrid grid,
      RevenueRetentionDefinition definition,
      ExchangeTreatment exchange,
      int length) {
    this.grid = grid;
    this.definition = definition;
    this.exchange = exchange;
    this.length = length;
    this.first = grid.firstPeriod() - 1;
    this.windows = Math.max(0, grid.completePeriods() - 1 - length - first + 1);
    this.then = new WideSums(windows);
    this.now = new WideSums(windows);
    this.customers = new long[windows];
    this.stayed = new long[windows];
  }

  /** Returns the share of each window that opened with revenue. */
  List<RevenueRetention> toList() {
    RevenuePath path = new RevenuePath(grid);
    for (int row = 0; row < grid.rows(); row++) {
      path.read(row);
      for (int window = 0; window < windows; window++) {
        add(path, window);
      }
    }
    double[] ratios = ratios();
    double[] squares = squares(ratios);
    List<RevenueRetention> rates = new ArrayList<>();
    for (int window = 0; window < windows; window++) {
      if (customers[window] > 0) {
        rates.add(rate(window, ratios[window], squares[window]));
      }
    }
    return List.copyOf(rates);
  }

  private void add(RevenuePath path, int window) {
    long before = path.unitsAt(first + window);
    if (before > 0) {
      then.add(window, before);
      now.add(window, kept(path, window));
      customers[window]++;
      stayed[window] += path.unitsAt(first + window + length) > 0 ? 1 : 0;
    }
  }

  private long kept(RevenuePath path, int window) {
    int since = first + window;
    long after =
        exchange == ExchangeTreatment.LEFT_OUT
            ? path.unitsWithoutExchange(since, since + length)
            : path.unitsAt(since + length);
    return definition == RevenueRetentionDefinition.GROSS_PER_CUSTOMER
        ? Math.min(path.unitsAt(since), after)
        : after;
  }

  private double[] ratios() {
    double[] ratios = new double[windows];
    for (int window = 0; window < windows; window++) {
      if (customers[window] > 0) {
        ratios[window] = Ratios.of(money(now, window), money(then, window));
      }
    }
    return ratios;
  }

  private double[] squares(double[] ratios) {
    CompensatedSum[] sums = new CompensatedSum[windows];
    for (int window = 0; window < windows; window++) {
      sums[window] = new CompensatedSum();
    }
    RevenuePath path = new RevenuePath(grid);
    for (int row = 0; row < grid.rows(); row++) {
      path.read(row);
      for (int window = 0; window < windows; window++) {
        long before = path.unitsAt(first + window);
        if (before > 0) {
          double rest = kept(path, window) - ratios[window] * before;
          sums[window].add(rest * rest);
        }
      }
    }
    double[] squares = new double[windows];
    for (int window = 0; window < windows; window++) {
      squares[window] = sums[window].value();
    }
    return squares;
  }

  private RevenueRetention rate(int window, double ratio, double squares) {
    Money opening = money(then, window);
    Money kept = money(now, window);
    boolean cut = definition == RevenueRetentionDefinition.GROSS_OF_TOTALS;
    double total = then.get(window).doubleValue();
    double people = customers[window];
    double variance = people < 2 ? 0 : people / (people - 1) * squares / total / total;
    int since = first + window;
    return RevenueRetention.ofCustomers(
        definition,
        new DateRange(
            grid.axis().range(since + 1).start(), grid.axis().range(since + length).endExclusive()),
        opening,
        cut && kept.compareTo(opening) > 0 ? opening : kept,
        new Proportion(stayed[window], customers[window]),
        new Scatter(ratio, variance));
  }

  private Money money(WideSums sums, int window) {
    return grid.shape().money(sums.get(window));
  }
}
