package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.revenue.CustomerAliases;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says what in a ledger is recurring revenue, at a date or over the periods of an axis. Immutable.
 *
 * <p>Defaults: {@link RevenueRules#defaults()}; the one currency of the ledger is that of the
 * books; no aliases.
 *
 * <p>With several currencies, rates say what each is worth. A customer's revenue in a currency is
 * converted at the rate in force on the last day of a period. What it kept of that currency from
 * the close of one period to the next, min(before, after), gained or lost by the rate as foreign
 * exchange; the rest of the change is movement: losses at the rate before, gains at the rate after.
 * The two add up to the change exactly. Example: 100 EUR a month at 1.10 and then at 1.20 is 110
 * and then 120 USD a month, of which 10 are foreign exchange and nothing is expansion.
 *
 * <pre>{@code
 * RevenueGrid grid = RecurringRevenueCalculator.withDefaults().calculate(ledger, months);
 * Money mrr = RecurringRevenueCalculator.withDefaults().on(ledger, date).monthly();
 * }</pre>
 */
public final class RecurringRevenueCalculator {

  private final RevenueRules rules;
  private final Optional<ExchangeRates> rates;
  private final CustomerAliases aliases;

  private RecurringRevenueCalculator(
      RevenueRules rules, Optional<ExchangeRates> rates, CustomerAliases aliases) {
    this.rules = requireNonNull(rules, "rules");
    this.rates = rates;
    this.aliases = requireNonNull(aliases, "aliases");
  }

  /**
   * Returns a calculator with the defaults named above.
   *
   * @return the calculator
   */
  public static RecurringRevenueCalculator withDefaults() {
    return new RecurringRevenueCalculator(
        RevenueRules.defaults(), Optional.empty(), CustomerAliases.none());
  }

  /**
   * Chooses what counts.
   *
   * @param newRules the rules
   * @return a calculator with those rules
   */
  public RecurringRevenueCalculator with(RevenueRules newRules) {
    return new RecurringRevenueCalculator(newRules, rates, aliases);
  }

  /**
   * Has other currencies converted into that of the books.
   *
   * @param newRates the rates, and the currency of the books
   * @return a calculator with those rates
   */
  public RecurringRevenueCalculator with(ExchangeRates newRates) {
    return new RecurringRevenueCalculator(rules, Optional.of(newRates), aliases);
  }

  /**
   * Takes some customers for one.
   *
   * @param newAliases which ones
   * @return a calculator that does so
   */
  public RecurringRevenueCalculator with(CustomerAliases newAliases) {
    return new RecurringRevenueCalculator(rules, rates, newAliases);
  }

  /**
   * Returns what each customer was worth a month at the close of each period, back to the first
   * record.
   *
   * <p>The last period that has begun before the end of observation may be open; its close is then
   * the last day observed. Days as periods show every movement, months what is left of them at the
   * end of a month.
   *
   * @param ledger what happened
   * @param axis the periods
   * @return the revenue; customers who never had any are not in it, whether {@linkplain
   *     FreeCustomers counted} elsewhere or not, so that a trial or free plan that becomes paid is
   *     new when it first brings revenue; {@link #heads} counts customers who bring nothing too
   * @throws IllegalArgumentException if no customer had any, an alias is unknown, a rate is missing
   *     where there is revenue (the message names customer, currency and date), or a sum does not
   *     fit the decimals
   * @throws io.github.retention4j.money.CurrencyMismatchException if the ledger has several
   *     currencies and there are no rates
   */
  public RevenueGrid calculate(SubscriptionLedger ledger, PeriodAxis axis) {
    return source(ledger, axis).grid();
  }

  /**
   * Returns the same without customers that miss a rate at the close of any period, or when the
   * axis began. Each is told, so that they can be counted: {@code calculate(ledger, axis,
   * missing::add)}.
   *
   * @param ledger what happened
   * @param axis the periods
   * @param leftOut takes the first rate that each customer left out misses, in the order of the
   *     ledger; a customer with aliases goes by its own name
   * @return the revenue of the others
   * @throws IllegalArgumentException as {@link #calculate(SubscriptionLedger, PeriodAxis)}, save
   *     for rates
   */
  public RevenueGrid calculate(
      SubscriptionLedger ledger, PeriodAxis axis, Consumer<? super MissingRate> leftOut) {
    return source(ledger, axis).grid(requireNonNull(leftOut, "leftOut"));
  }

  /**
   * Returns the rates that {@link #calculate(SubscriptionLedger, PeriodAxis)} would miss.
   *
   * @param ledger what happened
   * @param axis the periods
   * @return the first of each customer that misses one, in the order of the ledger; a customer with
   *     aliases goes by its own name
   * @throws IllegalArgumentException as {@link #calculate(SubscriptionLedger, PeriodAxis)}, save
   *     for rates and for nobody's having revenue
   */
  public List<MissingRate> missingRates(SubscriptionLedger ledger, PeriodAxis axis) {
    return List.copyOf(source(ledger, axis).missingRates());
  }

  /**
   * Returns what recurs at the close of a day.
   *
   * @param ledger what happened
   * @param date the day, before the end of observation
   * @return the revenue, with the customers that bring it
   * @throws IllegalArgumentException if the day is not before the end of observation, or as {@link
   *     #calculate(SubscriptionLedger, PeriodAxis)}, save that nobody may have revenue
   */
  public RecurringRevenue on(SubscriptionLedger ledger, LocalDate date) {
    return revenueOn(ledger, date, RecurringRevenueCalculator::refuse);
  }

  /**
   * Returns the same without customers that miss a rate on that day. Each is told, so that they can
   * be counted: {@code on(ledger, date, missing::add)}.
   *
   * @param ledger what happened
   * @param date the day, before the end of observation
   * @param leftOut takes the rate that each customer left out misses, in the order of the ledger; a
   *     customer with aliases goes by its own name
   * @return the revenue of the others, zero if there is nobody else
   * @throws IllegalArgumentException as {@link #on(SubscriptionLedger, LocalDate)}, save for rates
   */
  public RecurringRevenue on(
      SubscriptionLedger ledger, LocalDate date, Consumer<? super MissingRate> leftOut) {
    requireNonNull(leftOut, "leftOut");
    return revenueOn(ledger, date, fault -> leftOut.accept(fault.missing()));
  }

  private RecurringRevenue revenueOn(
      SubscriptionLedger ledger, LocalDate date, Consumer<MissingRateException> faults) {
    RevenueSource source = source(ledger, dayOf(ledger, date));
    List<CustomerRevenue> customers = source.customers(faults);
    return new RecurringRevenue(date, customers, source.total(customers), rules);
  }

  /**
   * Returns what recurs at the close of a day, with what was signed by then and has not started,
   * and without what was cancelled by then and still runs.
   *
   * @param ledger what happened; of records dated after the day only the starts of contracts signed
   *     by it are read
   * @param date the day, before the end of observation
   * @return the parts of committed revenue
   * @throws IllegalArgumentException as {@link #on(SubscriptionLedger, LocalDate)}
   */
  public CommittedRevenue committedOn(SubscriptionLedger ledger, LocalDate date) {
    return commitmentOn(ledger, date, RecurringRevenueCalculator::refuse);
  }

  /**
   * Returns the same without customers that miss a rate for any part of it. Each is told, so that
   * they can be counted: {@code committedOn(ledger, date, missing::add)}.
   *
   * @param ledger what happened
   * @param date the day, before the end of observation
   * @param leftOut takes a rate that each customer left out misses, in the order of the ledger; a
   *     customer with aliases goes by its own name
   * @return the parts of committed revenue of the others
   * @throws IllegalArgumentException as {@link #on(SubscriptionLedger, LocalDate)}, save for rates
   */
  public CommittedRevenue committedOn(
      SubscriptionLedger ledger, LocalDate date, Consumer<? super MissingRate> leftOut) {
    requireNonNull(leftOut, "leftOut");
    return commitmentOn(ledger, date, fault -> leftOut.accept(fault.missing()));
  }

  private CommittedRevenue commitmentOn(
      SubscriptionLedger ledger, LocalDate date, Consumer<MissingRateException> faults) {
    RevenueSource source = source(ledger, dayOf(ledger, date));
    return source.committed(
        new CommitmentSums(ledger, rules, BookRates.of(ledger, rates), date), faults);
  }

  /**
   * Returns who is a customer at the close of each period, whether it brings revenue or, where the
   * rules {@linkplain FreeCustomers count} such, nothing. No rate is asked for.
   *
   * @param ledger what happened
   * @param axis the periods
   * @return the customers by heads alone
   * @throws IllegalArgumentException if nobody ever was one, or an alias is unknown
   */
  public SubscriberHeads heads(SubscriptionLedger ledger, PeriodAxis axis) {
    return new SubscriberHeads(new HeadSource(ledger, axis, rules, aliases).grid(), rules);
  }

  private static PeriodAxis dayOf(SubscriptionLedger ledger, LocalDate date) {
    if (!date.isBefore(ledger.observationEndExclusive())) {
      throw new IllegalArgumentException(
          "date ("
              + date
              + ") must be before the end of observation ("
              + ledger.observationEndExclusive()
              + ")");
    }
    return PeriodAxis.days(DateRange.ofDays(date, 1));
  }

  private RevenueSource source(SubscriptionLedger ledger, PeriodAxis axis) {
    return new RevenueSource(ledger, axis, rules, BookRates.of(ledger, rates), aliases);
  }

  /** Ends the work: what becomes of a missing rate where the caller did not choose to collect. */
  private static void refuse(MissingRateException fault) {
    throw fault;
  }
}
