package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.PeriodAxis;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counts the contracts that were up for renewal and those renewed. Immutable.
 *
 * <p>A contract is a term of a paid subscription. It is due on the first day after its term; a
 * subscription without a term never is. It is renewed by a renewal on the record, early, on that
 * day, or late; a renewal at another price counts too, while a new start does not. An early renewal
 * belongs to the period in which the contract was due. What was not observed did not happen: terms
 * that end later are not due, and renewals closed later are not known.
 *
 * <p>Defaults: late renewals credited {@link LateRenewals#CREDIT_WHEN_DUE when due}, however late;
 * contracts cancelled early are {@link EarlyCancellations#DUE due}; {@link
 * RevenueRules#defaults()}; the one currency of the ledger is that of the books.
 *
 * <p>Of two contracts of 100 that were due in January and in February, the first renewed in
 * February and the second on time, both months have 1/1 when credited when due; when credited when
 * closed January has 0/1 and February 2/1; the quarter has 2/2 either way.
 */
public final class RenewalCalculator {

  private final LateRenewals lateRenewals;
  private final OptionalInt mostDaysLate;
  private final EarlyCancellations earlyCancellations;
  private final RevenueRules rules;
  private final Optional<ExchangeRates> rates;

  private RenewalCalculator(
      LateRenewals lateRenewals,
      OptionalInt mostDaysLate,
      EarlyCancellations earlyCancellations,
      RevenueRules rules,
      Optional<ExchangeRates> rates) {
    this.lateRenewals = requireNonNull(lateRenewals, "lateRenewals");
    this.mostDaysLate = mostDaysLate;
    this.earlyCancellations = requireNonNull(earlyCancellations, "earlyCancellations");
    this.rules = requireNonNull(rules, "rules");
    this.rates = rates;
  }

  /**
   * Returns a calculator with the defaults named above.
   *
   * @return the calculator
   */
  public static RenewalCalculator withDefaults() {
    return new RenewalCalculator(
        LateRenewals.CREDIT_WHEN_DUE,
        OptionalInt.empty(),
        EarlyCancellations.DUE,
        RevenueRules.defaults(),
        Optional.empty());
  }

  /**
   * Chooses where late renewals are credited.
   *
   * @param choice where
   * @return a calculator with that choice
   */
  public RenewalCalculator with(LateRenewals choice) {
    return new RenewalCalculator(choice, mostDaysLate, earlyCancellations, rules, rates);
  }

  /**
   * Lets a contract count as not renewed if its renewal is later.
   *
   * @param days how many days after it was due at most, 0 or more
   * @return a calculator with that limit
   * @throws IllegalArgumentException if they are negative
   */
  public RenewalCalculator withMostDaysLate(int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days (" + days + ") must not be negative");
    }
    return new RenewalCalculator(
        lateRenewals, OptionalInt.of(days), earlyCancellations, rules, rates);
  }

  /**
   * Chooses whether contracts that were cancelled early are due.
   *
   * @param choice whether they are
   * @return a calculator with that choice
   */
  public RenewalCalculator with(EarlyCancellations choice) {
    return new RenewalCalculator(lateRenewals, mostDaysLate, choice, rules, rates);
  }

  /**
   * Chooses what contracts are worth.
   *
   * @param newRules the rules; by them too a contract is in force when a period opens
   * @return a calculator with those rules
   */
  public RenewalCalculator with(RevenueRules newRules) {
    return new RenewalCalculator(lateRenewals, mostDaysLate, earlyCancellations, newRules, rates);
  }

  /**
   * Has other currencies converted into that of the books, at the rate of the day on which a
   * contract is due, so that rates of exchange do not change what was renewed.
   *
   * @param newRates the rates, and the currency of the books
   * @return a calculator with those rates
   */
  public RenewalCalculator with(ExchangeRates newRates) {
    return new RenewalCalculator(
        lateRenewals, mostDaysLate, earlyCancellations, rules, Optional.of(newRates));
  }

  /**
   * Counts the renewals of each period.
   *
   * @param ledger what happened
   * @param axis the periods
   * @return a row for each period that has begun before the end of observation
   * @throws IllegalArgumentException if a rate is missing for a contract
   * @throws io.github.retention4j.money.CurrencyMismatchException if the ledger has several
   *     currencies and there are no rates
   */
  public RenewalTable calculate(SubscriptionLedger ledger, PeriodAxis axis) {
    BookRates book = BookRates.of(ledger, rates);
    BookAxis bookAxis =
        new BookAxis(axis, ledger.observationEndExclusive(), book.book(), rules.decimals());
    MonthlyPrices prices = new MonthlyPrices(ledger, rules);
    RenewalTally tally = new RenewalTally(ledger, bookAxis, book, lateRenewals, mostDaysLate);
    TermWalk terms = new TermWalk(ledger, prices, earlyCancellations);
    SubscriptionWalk walk = new SubscriptionWalk(ledger, rules, prices);
    for (int subscription = 0; subscription < ledger.subscriptions(); subscription++) {
      tally.startSubscription(subscription);
      terms.forEachTerm(subscription, tally::add);
      tally.endSubscription(walk, prices);
    }
    return new RenewalTable(axis, tally.renewals(), lateRenewals, earlyCancellations, rules);
  }
}
