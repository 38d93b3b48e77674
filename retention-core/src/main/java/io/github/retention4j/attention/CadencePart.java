package io.github.retention4j.attention;

import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rhythm of customers with one product, or with anything. */
final class CadencePart {

  private final Optional<String> product;
  private final CadenceRows rows;
  private final UsualGaps usual;
  private final @Nullable GapPopulation population;

  CadencePart(
      Optional<String> product, CadenceRows rows, PopulationGaps weighing, UsualGaps usual) {
    this.product = product;
    this.rows = rows;
    this.usual = usual;
    this.population =
        rows.gaps.length == 0 ? null : GapPopulation.of(rows.gaps, rows.starts, weighing);
  }

  Optional<String> product() {
    return product;
  }

  int size() {
    return rows.size();
  }

  int rowOf(CustomerId customer) {
    return rows.customers.rowOf(customer);
  }

  OptionalDouble populationMeanGap() {
    GapPopulation known = population;
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known.meanDays());
  }

  CustomerCadence row(int row) {
    int from = rows.starts[row];
    int to = rows.starts[row + 1];
    PurchaseDays days = rows.purchaseDays;
    int silent = Math.toIntExact(days.asOf().toEpochDay() - days.date(rows.last[row]).toEpochDay());
    return new CustomerCadence(
        rows.customers.id(row),
        product,
        rows.purchases[row],
        to - from,
        IntStream.range(from, to).mapToLong(at -> rows.gaps[at]).average(),
        to == from ? OptionalInt.empty() : OptionalInt.of(rows.gaps[to - 1]),
        days.date(rows.last[row]),
        silent,
        usual.of(rows, row, population),
        days.amounts().map(amounts -> amount(amounts, row)));
  }

  private Money amount(AmountGrid amounts, int row) {
    return new Money(amounts.currency(), BigDecimal.valueOf(rows.units[row], amounts.decimals()));
  }
}
