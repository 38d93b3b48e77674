package io.github.retention4j.revenue;

import io.github.retention4j.internal.numeric.WideSums;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueRetention.Scatter;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import java.util.stream.IntStream;

/**
 * What cohorts kept at every age by one definition, and how their customers differ. Cells are
 * numbered by start period and age. Sums of several cells pool customers.
 */
final class CohortKept {

  private final RevenueRetentionDefinition definition;
  private final RevenueShape shape;
  private final WideSums kept;
  private final double[] restSquares;
  private final double[] restTimesStart;
  private final double[] startSquares;

  CohortKept(RevenueRetentionDefinition definition, RevenueShape shape, int cells) {
    this.definition = definition;
    this.shape = shape;
    this.kept = new WideSums(cells);
    this.restSquares = new double[cells];
    this.restTimesStart = new double[cells];
    this.startSquares = new double[cells];
  }

  private long kept(long start, long now) {
    return definition.isGross() ? Math.min(start, now) : now;
  }

  /** First walk: sums. */
  void add(int cell, long start, long now) {
    kept.add(cell, kept(start, now));
  }

  double ratio(int cell, Money start) {
    return Ratios.of(shape.money(kept.get(cell)), start);
  }

  /** Second walk: how far each customer is from the share of its cell. */
  void addRest(int cell, double ratio, long start, long now) {
    double rest = kept(start, now) - ratio * start;
    restSquares[cell] += rest * rest;
    restTimesStart[cell] += rest * start;
    startSquares[cell] += (double) start * start;
  }

  /** Returns the share that some cells kept together. */
  RevenueRetention pooled(
      int[] cells, double[] ratios, Money start, Proportion logos, DateRange days) {
    Money sum =
        IntStream.of(cells)
            .mapToObj(cell -> shape.money(kept.get(cell)))
            .reduce(Money.zero(shape.currency()), Money::plus);
    double ratio = Ratios.of(sum, start);
    double squares = 0;
    for (int i = 0; i < cells.length; i++) {
      double shift = ratios[i] - ratio;
      squares += restSquares[cells[i]] + 2 * shift * restTimesStart[cells[i]];
      squares += shift * shift * startSquares[cells[i]];
    }
    double people = logos.total();
    double total = start.amount().doubleValue() * Math.pow(10, shape.decimals());
    double variance = people < 2 ? 0 : people / (people - 1) * Math.max(0, squares) / total / total;
    return RevenueRetention.ofCustomers(
        definition, days, start, sum, logos, new Scatter(ratio, variance));
  }
}
