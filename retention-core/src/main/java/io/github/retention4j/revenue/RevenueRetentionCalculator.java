package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Computes gross and net revenue retention, and with them logo retention, over one or more periods:
 * {@code over(1)} from month to month, {@code over(12)} the trailing twelve months on a month axis.
 *
 * <p>Defaults: net retention of the same customers, over one period, foreign exchange left out, and
 * where movements are asked for, a customer who returns is reactivated after any gap. By movements,
 * foreign exchange is a movement of its own and never counts.
 *
 * <p>Worked table: 10 customers at USD 100. A year on, 6 pay 150, 3 pay 100 and one pays 100 after
 * a time away, and 4 new ones pay 50. Net of the same customers: (900 + 300 + 100) / 1000 = 130 %;
 * gross 100 %; logos 10/10.
 *
 * <p>{@code 1 - net churn} is not net retention of the same customers: with 1000 at the opening,
 * 100 churned, 50 contraction, 80 expansion and 70 from customers who came back, net churn is 0 %,
 * while the customers of the opening kept 930, 93 %.
 */
public final class RevenueRetentionCalculator {

  private final RevenueRetentionDefinition definition;
  private final ExchangeTreatment exchange;
  private final ReactivationWindow window;
  private final int periods;

  private RevenueRetentionCalculator(
      RevenueRetentionDefinition definition,
      ExchangeTreatment exchange,
      ReactivationWindow window,
      int periods) {
    this.definition = requireNonNull(definition, "definition");
    this.exchange = requireNonNull(exchange, "exchange");
    this.window = requireNonNull(window, "window");
    this.periods = periods;
  }

  /**
   * Returns the calculator with its defaults.
   *
   * @return the calculator
   */
  public static RevenueRetentionCalculator withDefaults() {
    return new RevenueRetentionCalculator(
        RevenueRetentionDefinition.NET_SAME_CUSTOMERS,
        ExchangeTreatment.LEFT_OUT,
        ReactivationWindow.anyGap(),
        1);
  }

  /**
   * Chooses what is called retained.
   *
   * @param newDefinition the definition
   * @return a calculator with that choice
   */
  public RevenueRetentionCalculator with(RevenueRetentionDefinition newDefinition) {
    return new RevenueRetentionCalculator(newDefinition, exchange, window, periods);
  }

  /**
   * Chooses whether foreign exchange counts, where the same customers are looked at.
   *
   * @param newExchange left out, or included
   * @return a calculator with that choice
   */
  public RevenueRetentionCalculator with(ExchangeTreatment newExchange) {
    return new RevenueRetentionCalculator(definition, newExchange, window, periods);
  }

  /**
   * Chooses for how long a customer who returns is reactivated, where movements are asked for.
   *
   * @param newWindow the window
   * @return a calculator with that choice
   */
  public RevenueRetentionCalculator with(ReactivationWindow newWindow) {
    return new RevenueRetentionCalculator(definition, exchange, newWindow, periods);
  }

  /**
   * Chooses how many periods lie between then and now.
   *
   * @param newPeriods at least 1, for example 12 on months for a trailing year
   * @return a calculator with that choice
   * @throws IllegalArgumentException if it is not positive
   */
  public RevenueRetentionCalculator over(int newPeriods) {
    if (newPeriods < 1) {
      throw new IllegalArgumentException("periods (" + newPeriods + ") must be at least 1");
    }
    return new RevenueRetentionCalculator(definition, exchange, window, newPeriods);
  }

  /**
   * Computes retention up to the end of each complete period that is so far from a known opening.
   *
   * @param grid the revenue
   * @return the shares in order of time; a period before which nothing stood has none
   * @throws IllegalArgumentException if the foreign exchange of a customer sums to more than a long
   *     holds
   */
  public List<RevenueRetention> calculate(RevenueGrid grid) {
    return definition.isOfSameCustomers()
        ? new RetentionSums(grid, definition, exchange, periods).toList()
        : byMovements(RevenueBridgeCalculator.withDefaults().with(window).calculate(grid));
  }

  private List<RevenueRetention> byMovements(RevenueBridge bridge) {
    List<RevenueRetention> rates = new ArrayList<>();
    for (int last = periods - 1; last < bridge.periods().size(); last++) {
      Optional<RevenueBridgePeriod> span = bridge.trailing(last, periods);
      span.flatMap(
              all -> {
                DateRange days = all.days();
                return RevenueRetention.ofMovements(definition, days, all.revenue());
              })
          .ifPresent(rates::add);
    }
    return List.copyOf(rates);
  }
}
