package io.github.retention4j.clv;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.clv.HistoricValue.CustomerTotal;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What customers have been worth so far, from their transactions; nothing is predicted.
 *
 * <p>Defaults: a margin share of 1, so that amounts are taken as margins as they are; intervals at
 * level 0.95.
 */
public final class HistoricValueCalculator {

  private final double marginShare;
  private final double level;

  private HistoricValueCalculator(double marginShare, double level) {
    this.marginShare = Checks.marginShare(marginShare);
    this.level = Checks.level(level);
  }

  /**
   * Returns a calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static HistoricValueCalculator withDefaults() {
    return new HistoricValueCalculator(1, 0.95);
  }

  /**
   * Returns a calculator for amounts that are revenue, of which a share is margin.
   *
   * @param marginShare the part of revenue that is margin, at most 1
   * @return the calculator
   * @throws IllegalArgumentException if the share is above 1, infinite or NaN
   */
  public HistoricValueCalculator withMarginShare(double marginShare) {
    return new HistoricValueCalculator(marginShare, level);
  }

  /**
   * Returns a calculator whose interval of the mean has another level.
   *
   * @param level the confidence level, in (0, 1)
   * @return the calculator
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public HistoricValueCalculator withLevel(double level) {
    return new HistoricValueCalculator(marginShare, level);
  }

  /**
   * Adds up the amounts of each customer, exactly.
   *
   * <p>Every customer of the log is in the result, with zero if none of its events has an amount.
   * Refunds, being negative, lower the sum.
   *
   * @param log the transactions
   * @return the sums; their total is the sum of all amounts of the log
   * @throws IllegalArgumentException if no event of the log has an amount
   */
  public HistoricValue calculate(EventLog log) {
    Currency currency =
        log.currency()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "log (" + log.size() + " events) must hold an amount"));
    Map<CustomerId, BigDecimal> sums = new LinkedHashMap<>();
    log.customers().forEach(customer -> sums.put(customer, BigDecimal.ZERO));
    log.events()
        .forEach(
            event ->
                event
                    .amount()
                    .ifPresent(m -> sums.merge(event.customer(), m.amount(), BigDecimal::add)));
    List<CustomerTotal> totals =
        sums.entrySet().stream()
            .map(sum -> new CustomerTotal(sum.getKey(), new Money(currency, sum.getValue())))
            .toList();
    long withoutAmount = log.events().map(Event::amount).filter(Optional::isEmpty).count();
    return new HistoricValue(totals, withoutAmount, marginShare, level);
  }
}
