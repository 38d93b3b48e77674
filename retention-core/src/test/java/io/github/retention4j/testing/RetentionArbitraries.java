package io.github.retention4j.testing;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueGridBuilder;
import io.github.retention4j.subscription.ExchangeRate;
import io.github.retention4j.subscription.ExchangeRates;
import io.github.retention4j.subscription.SubscriptionLedger;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random customers, counts, events, purchases, lifetimes, ledgers and tables for jqwik properties.
 * All are valid, and shrink to few customers, early days and small amounts.
 */
public final class RetentionArbitraries {

  private static final long MOST_CENTS = 100_000;
  private static final int MOST_DAYS = 1_000;
  private static final int MOST_UNITS = 9;

  private RetentionArbitraries() {}

  /** Customers of a business that has so many, known as 1, 2, 3 and so on. */
  public static Arbitrary<CustomerId> customers(int howMany) {
    return Arbitraries.integers().between(1, howMany).map(CustomerId::of);
  }

  /** Days of a range, each as likely as the others, its ends more often. */
  public static Arbitrary<LocalDate> dates(DateRange range) {
    return Arbitraries.longs().between(0, range.days() - 1).map(range.start()::plusDays);
  }

  /** Amounts from a cent, or a hundredth of another currency, to 1,000. */
  public static Arbitrary<Money> amounts(String currencyCode) {
    Currency currency = Currency.getInstance(currencyCode);
    return Arbitraries.longs()
        .between(1, MOST_CENTS)
        .map(cents -> new Money(currency, BigDecimal.valueOf(cents, 2)));
  }

  /**
   * One to {@code most} events without amounts, in any order, of a few customers within a range.
   */
  public static Arbitrary<List<Event>> events(int customers, DateRange range, int most) {
    return Combinators.combine(customers(customers), dates(range))
        .as(Event::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most);
  }

  /** Logs of such events, observed to the end of the range. */
  public static Arbitrary<EventLog> eventLogs(int customers, DateRange range, int most) {
    return events(customers, range, most).map(events -> EventLog.of(events, range.endExclusive()));
  }

  /** Logs of purchases, events with amounts of one currency, observed to the end of the range. */
  public static Arbitrary<EventLog> purchaseLogs(
      int customers, DateRange range, int most, String currencyCode) {
    return Combinators.combine(customers(customers), dates(range), amounts(currencyCode))
        .as(Event::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(events -> EventLog.of(events, range.endExclusive()));
  }

  /**
   * Counts that agree: at start, acquired, lost and at end, each up to {@code most}, short stays
   * among them.
   */
  public static Arbitrary<CustomerCounts> customerCounts(long most) {
    Arbitrary<Long> count = Arbitraries.longs().between(0, most);
    return Combinators.combine(count, count, count, count)
        .as(
            (retained, lost, acquired, brief) ->
                CustomerCounts.ofStartAcquiredLost(retained + lost, acquired, lost)
                    .plusShortStays(brief));
  }

  /**
   * Monthly cohort tables of logs of one to {@code most} events; where the range does not end with
   * a month, the last is open.
   */
  public static Arbitrary<CohortTable> cohortTables(int customers, DateRange range, int most) {
    return eventLogs(customers, range, most)
        .map(log -> ActivityGrid.from(log, PeriodAxis.months(range)))
        .map(CohortCalculator.withDefaults()::calculate);
  }

  /**
   * Samples of one to {@code most} customers of a {@link SampleBusiness}, each watched for up to
   * two years, with their spend.
   */
  public static Arbitrary<PurchaseSample> purchaseSamples(int most) {
    Arbitrary<Double> weeks = Arbitraries.doubles().between(0, 104);
    return Combinators.combine(
            Arbitraries.of(SampleBusiness.all()),
            weeks.array(double[].class).ofMinSize(1).ofMaxSize(most),
            Arbitraries.longs())
        .as((business, ages, seed) -> business.simulate(ages, 0, seed).toSample());
  }

  /**
   * Samples of one to {@code most} lifetimes in whole days, up to 1,000 of them, some over and some
   * not, some of customers who were there before observation began.
   */
  public static Arbitrary<LifetimeSample> lifetimes(int most) {
    Arbitrary<Integer> before = Arbitraries.integers().between(0, MOST_DAYS / 2 - 1);
    Arbitrary<Integer> watched = Arbitraries.integers().between(1, MOST_DAYS / 2);
    return Combinators.combine(
            Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(0)), Tuple.of(1, before)),
            watched,
            Arbitraries.of(true, false))
        .as(LifetimeDraw::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(LifetimeDraw::sample);
  }

  /**
   * Ledgers of one to {@code most} subscriptions of a few customers, with starts, prices, renewals,
   * discounts, pauses, failed payments, notices, ends and returns within a range, and in one or
   * several currencies. Terms of a subscription do not overlap.
   */
  public static Arbitrary<SubscriptionLedger> ledgers(
      int customers, DateRange range, int most, String... currencyCodes) {
    return SubscriptionDraw.arbitrary(customers, range, List.of(currencyCodes))
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(draws -> SubscriptionDraw.ledger(draws, range));
  }

  /**
   * Rates of currencies into that of the books, each in force from the start of a range on and
   * changed up to three times within it.
   */
  public static Arbitrary<ExchangeRates> exchangeRates(
      String bookCode, DateRange range, String... currencyCodes) {
    Currency book = Currency.getInstance(bookCode);
    List<Arbitrary<List<ExchangeRate>>> ofEach =
        Arrays.stream(currencyCodes).map(code -> ratesOf(code, range)).toList();
    return Combinators.combine(ofEach)
        .as(rates -> ExchangeRates.into(book, rates.stream().flatMap(List::stream).toList()));
  }

  private static Arbitrary<List<ExchangeRate>> ratesOf(String code, DateRange range) {
    Currency currency = Currency.getInstance(code);
    Arbitrary<BigDecimal> rate =
        Arbitraries.integers().between(1, 999).map(hundredths -> BigDecimal.valueOf(hundredths, 2));
    return Combinators.combine(
            rate,
            Combinators.combine(dates(range), rate)
                .as((day, changed) -> new ExchangeRate(currency, day, changed))
                .list()
                .ofMaxSize(3)
                .uniqueElements(ExchangeRate::from))
        .as(
            (first, changes) ->
                Stream.concat(
                        Stream.of(new ExchangeRate(currency, range.start(), first)),
                        changes.stream().filter(it -> it.from().isAfter(range.start())))
                    .toList());
  }

  /**
   * Monthly revenue of one to {@code most} customers in whole units up to 9; months without any and
   * returns are common. Where the range does not end with a month, the last is open.
   */
  public static Arbitrary<RevenueGrid> revenueGrids(
      int most, DateRange range, String currencyCode) {
    int months = PeriodAxis.months(range).size();
    return Arbitraries.integers()
        .between(0, MOST_UNITS)
        .list()
        .ofSize(months)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .filter(rows -> rows.stream().flatMap(List::stream).anyMatch(units -> units > 0))
        .map(rows -> revenueGrid(rows, range, Currency.getInstance(currencyCode)));
  }

  private static RevenueGrid revenueGrid(
      List<List<Integer>> rows, DateRange range, Currency currency) {
    PeriodAxis months = PeriodAxis.months(range);
    RevenueGridBuilder builder =
        RevenueGridBuilder.on(months, range.endExclusive(), currency)
            .with(OpeningRevenue.ZERO)
            .withDecimals(0);
    for (int row = 0; row < rows.size(); row++) {
      builder.startCustomer(CustomerId.of(row + 1L));
      for (int month = 0; month < months.size(); month++) {
        builder.step(month, rows.get(row).get(month));
      }
    }
    return builder.grid();
  }
}
