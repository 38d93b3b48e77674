package io.github.retention4j.examples.bench;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Monthly prices of customers that any tool can make again, numbers of {@code
 * SplittableRandom(20240618)}, customer by customer and month by month for 36 months from 2021 on:
 *
 * <pre>{@code
 * first month = floor(36 u u'), price = 10 (1 + floor(9 u))
 * each later month: if paying, lost where u < 0.03, else a new price where u' < change
 *                   if lost, back at a new price where u < 0.05
 * }</pre>
 */
final class RevenueRecipe {

  static final int MONTHS = 36;

  private static final long SEED = 20_240_618;
  private static final DateRange DAYS =
      new DateRange(LocalDate.of(2021, 1, 1), LocalDate.of(2024, 1, 1));
  private static final int PRICES = 9;
  private static final double LOST = 0.03;
  private static final double BACK = 0.05;

  /** Dollars at the close of the last month. */
  long closing;

  /** Customers lost in all months. */
  long lost;

  /** Customers who came back in all months. */
  long back;

  private final double change;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final RevenueCollector collector =
      RevenueCollector.on(PeriodAxis.months(DAYS), DAYS.endExclusive(), Currency.getInstance("USD"))
          .with(OpeningRevenue.ZERO);
  private final List<Money> prices = new ArrayList<>();

  RevenueRecipe(double change) {
    this.change = change;
    for (int dollars = 0; dollars <= 10 * PRICES; dollars += 10) {
      prices.add(Money.of("USD", dollars));
    }
  }

  /** Makes the rows of so many customers, and the grid of them. */
  RevenueGrid grid(int customers) {
    for (int customer = 0; customer < customers; customer++) {
      draw(customer);
    }
    return collector.toGrid();
  }

  private void draw(int customer) {
    int first = (int) (MONTHS * random.nextDouble() * random.nextDouble());
    int price = newPrice();
    for (int month = first; month < MONTHS; month++) {
      if (month > first) {
        price = next(price);
      }
      if (price > 0) {
        collector.add(customer, DAYS.start().plusMonths(month), prices.get(price));
      }
    }
    closing += 10L * price;
  }

  private int next(int price) {
    double u = random.nextDouble();
    if (price == 0) {
      back += u < BACK ? 1 : 0;
      return u < BACK ? newPrice() : 0;
    }
    if (u < LOST) {
      lost++;
      return 0;
    }
    return random.nextDouble() < change ? newPrice() : price;
  }

  private int newPrice() {
    return 1 + (int) (PRICES * random.nextDouble());
  }
}
