package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.PeriodAxis;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
   * @throws IllegalArgumentException if a rate is missing for a contract (the message names
   *     customer, currency and date), or a sum does not fit the decimals
   * @throws io.github.retention4j.money.CurrencyMismatchException if the ledger has several
   *     currencies and there are no rates
   */
  public RenewalTable calculate(SubscriptionLedger ledger, PeriodAxis axis) {
    return table(ledger, axis, row -> true);
  }

  /**
   * Counts the renewals of each period without customers that miss a rate for any contract. Each is
   * told, so that they can be counted: {@code calculate(ledger, axis, missing::add)}.
   *
   * @param ledger what happened
   * @param axis the periods
   * @param leftOut takes a rate that each customer left out misses, in the order of the ledger
   * @return a row for each period that has begun before the end of observation, of the others
   * @throws IllegalArgumentException if a sum does not fit the decimals
   * @throws io.github.retention4j.money.CurrencyMismatchException if the ledger has several
   *     currencies and there are no rates
   */
  public RenewalTable calculate(
      SubscriptionLedger ledger, PeriodAxis axis, Consumer<? super MissingRate> leftOut) {
    requireNonNull(leftOut, "leftOut");
    IntConsumer trial = adderTo(tally(ledger, axis), ledger);
    return table(
        ledger,
        axis,
        row -> {
          try {
            trial.accept(row);
            return true;
          } catch (MissingRateException fault) {
            leftOut.accept(fault.missing());
            return false;
          }
        });
  }

  private RenewalTable table(SubscriptionLedger ledger, PeriodAxis axis, IntPredicate isKept) {
    RenewalTally tally = tally(ledger, axis);
    IntConsumer adder = adderTo(tally, ledger);
    IntStream.range(0, ledger.keys().size()).filter(isKept).forEach(adder);
    return new RenewalTable(axis, tally.renewals(), lateRenewals, earlyCancellations, rules);
  }

  private RenewalTally tally(SubscriptionLedger ledger, PeriodAxis axis) {
    BookRates book = BookRates.of(ledger, rates);
    BookAxis bookAxis =
        new BookAxis(axis, ledger.observationEndExclusive(), book.book(), rules.decimals());
    return new RenewalTally(ledger, bookAxis, book, lateRenewals, mostDaysLate);
  }

  /** Returns what adds the contracts of one customer after another to a tally. */
  private IntConsumer adderTo(RenewalTally tally, SubscriptionLedger ledger) {
    MonthlyPrices prices = new MonthlyPrices(ledger, rules);
    TermWalk terms = new TermWalk(ledger, prices, earlyCancellations);
    SubscriptionWalk walk = new SubscriptionWalk(ledger, rules, prices);
    LedgerRows rows = ledger.rows();
    return row -> {
      for (int sub = rows.firstSubscription(row); sub < rows.endSubscription(row); sub++) {
        tally.startSubscription(sub);
        terms.forEachTerm(sub, tally::add);
        tally.endSubscription(walk, prices);
      }
    };
  }
}
