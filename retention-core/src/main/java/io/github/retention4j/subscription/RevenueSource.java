package io.github.retention4j.subscription;

import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.CustomerAliases;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueGridBuilder;
import io.github.retention4j.time.PeriodAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** What recurring revenue is computed from: the records, the periods, and what counts. */
final class RevenueSource {

  private static final int CUSTOMERS_AT_ONCE = 1 << 12;

  private final SubscriptionLedger ledger;
  private final RevenueRules rules;
  private final MonthlyPrices prices;
  private final CustomerSubscriptions subscriptions;
  private final BookAxis axis;
  private final AxisRates rates;

  RevenueSource(
      SubscriptionLedger ledger,
      PeriodAxis periods,
      RevenueRules rules,
      BookRates book,
      CustomerAliases aliases) {
    this.ledger = ledger;
    this.rules = rules;
    this.prices = new MonthlyPrices(ledger, rules);
    this.subscriptions = new CustomerSubscriptions(ledger, aliases);
    this.axis =
        new BookAxis(periods, ledger.observationEndExclusive(), book.book(), rules.decimals());
    this.rates = new AxisRates(axis, book);
  }

  RevenueGrid grid() {
    return gridOf(row -> true);
  }

  /** Returns the grid without customers that miss a rate, of whom each is told. */
  RevenueGrid grid(Consumer<? super MissingRate> leftOut) {
    Customers all = new Customers();
    return gridOf(
        row -> {
          Optional<MissingRate> missing = all.missingRate(row);
          missing.ifPresent(leftOut);
          return missing.isEmpty();
        });
  }

  private RevenueGrid gridOf(IntPredicate isKept) {
    RevenueGridBuilder builder =
        RevenueGridBuilder.on(axis.periods(), axis.observationEndExclusive(), axis.currency())
            .with(OpeningRevenue.SUPPLIED)
            .withDecimals(axis.decimals());
    Customers customers = new Customers();
    for (int row = 0; row < ledger.keys().size(); row++) {
      if (row % CUSTOMERS_AT_ONCE == 0) {
        Workers.checkInterrupted();
      }
      if (isKept.test(row)) {
        customers.write(row, builder);
      }
    }
    return builder.grid();
  }

  /** Returns what each customer is worth at the close of the first period. */
  List<CustomerRevenue> customers(Consumer<MissingRateException> faults) {
    Customers all = new Customers();
    List<CustomerRevenue> customers = new ArrayList<>();
    for (int row = 0; row < ledger.keys().size(); row++) {
      try {
        long units = all.units(row);
        if (units > 0 || all.isCountedFree(row)) {
          customers.add(new CustomerRevenue(ledger.keys().id(row), axis.money(units)));
        }
      } catch (MissingRateException fault) {
        faults.accept(fault);
      }
    }
    return customers;
  }

  /** Adds up what each customer is worth at the close of the first period, and has agreed to. */
  CommittedRevenue committed(CommitmentSums sums, Consumer<MissingRateException> faults) {
    Customers all = new Customers();
    for (int row = 0; row < ledger.keys().size(); row++) {
      try {
        sums.add(ledger.keys().id(row), all.units(row), subscriptions.of(row));
      } catch (MissingRateException fault) {
        faults.accept(fault);
      }
    }
    return sums.total();
  }

  /** Returns the first rate that is missing for each customer that lacks one. */
  List<MissingRate> missingRates() {
    Customers all = new Customers();
    List<MissingRate> missing = new ArrayList<>();
    for (int row = 0; row < ledger.keys().size(); row++) {
      all.missingRate(row).ifPresent(missing::add);
    }
    return missing;
  }

  /** Returns the sum of what customers are worth. */
  Money total(List<CustomerRevenue> customers) {
    return customers.stream()
        .map(CustomerRevenue::monthly)
        .reduce(Money.zero(axis.currency()), Money::plus);
  }

  /** Goes through customers one by one. */
  private final class Customers {

    private final SubscriptionWalk walk = new SubscriptionWalk(ledger, rules, prices);
    private final CustomerChanges changes = new CustomerChanges();
    private final CustomerSweep sweep = new CustomerSweep(axis, rates, ledger.keys());

    void write(int row, RevenueGridBuilder builder) {
      if (collect(row)) {
        sweep.write(row, changes, builder);
      }
    }

    long units(int row) {
      return collect(row) ? sweep.unitsAt(row, changes, 0) : 0;
    }

    Optional<MissingRate> missingRate(int row) {
      return collect(row) ? sweep.missingRate(row, changes) : Optional.empty();
    }

    private boolean collect(int row) {
      changes.clear();
      subscriptions.of(row).forEach(subscription -> walk.addChanges(subscription, changes));
      changes.settle(rules.toleranceDays());
      return changes.size() > 0;
    }

    boolean isCountedFree(int row) {
      int day = ChangeCodes.dayOf(axis.closeOf(0)) - 1;
      return rules.freeCustomers() == FreeCustomers.COUNTED
          && subscriptions.of(row).anyMatch(subscription -> walk.isInForce(subscription, day));
    }
  }
}
