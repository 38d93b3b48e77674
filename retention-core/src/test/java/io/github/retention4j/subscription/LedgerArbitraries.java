package io.github.retention4j.subscription;

import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.subscription.SubscriptionChange.CancelRequest;
import io.github.retention4j.subscription.SubscriptionChange.Cancellation;
import io.github.retention4j.subscription.SubscriptionChange.DiscountEnd;
import io.github.retention4j.subscription.SubscriptionChange.DiscountStart;
import io.github.retention4j.subscription.SubscriptionChange.PlanChange;
import io.github.retention4j.subscription.SubscriptionChange.Renewal;
import io.github.retention4j.subscription.SubscriptionChange.Start;
import io.github.retention4j.subscription.SubscriptionChange.Status;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random ledgers, full of things that happen on one day or near each other, and rules for them. */
final class LedgerArbitraries {

  static final Currency USD = Currency.getInstance("USD");
  static final LocalDate FIRST = LocalDate.of(2024, 1, 10);

  /** Over a leap day. */
  static final DateRange DAYS = DateRange.ofDays(LocalDate.of(2024, 1, 20), 70);

  /** Within the axes, so that some periods are open and some records to come. */
  static final LocalDate END = LocalDate.of(2024, 3, 20);

  private static final int SPAN = 80;

  private static final List<Granularity> UNITS =
      List.of(
          Granularity.DAY,
          Granularity.WEEK,
          Granularity.MONTH,
          Granularity.QUARTER,
          Granularity.YEAR);

  private LedgerArbitraries() {}

  static Arbitrary<PeriodAxis> axes() {
    return Arbitraries.of(
        PeriodAxis.days(DAYS), PeriodAxis.isoWeeks(DAYS), PeriodAxis.months(DAYS));
  }

  static Arbitrary<RevenueRules> rules() {
    Arbitrary<RevenueRules> first =
        Combinators.combine(
                Arbitraries.of(MonthlyNormalisation.class),
                Arbitraries.of(DiscountTreatment.class),
                Arbitraries.of(ChurnRecognition.class),
                Arbitraries.of(PauseTreatment.class),
                Arbitraries.of(FreeCustomers.class))
            .as(
                (normalisation, discounts, recognition, pauses, free) ->
                    RevenueRules.defaults()
                        .with(normalisation)
                        .with(discounts)
                        .with(recognition)
                        .with(pauses)
                        .with(free));
    return Combinators.combine(
            first,
            Arbitraries.of(0, 0, 1, 3, 9),
            Arbitraries.of(0, 0, 1, 2, 5),
            Arbitraries.of(2, 4, 10),
            Arbitraries.of(PastDueRule.ACTIVE, PastDueRule.lostAfter(0), PastDueRule.lostAfter(4)))
        .as(
            (rules, grace, tolerance, decimals, pastDue) ->
                rules
                    .withGraceDays(grace)
                    .withToleranceDays(tolerance)
                    .withDecimals(decimals)
                    .with(pastDue));
  }

  /** Rates of EUR and JPY into USD that change now and then. */
  static Arbitrary<ExchangeRates> rates() {
    return seeds()
        .map(
            seed -> {
              Random random = new Random(seed);
              Map<LocalDate, ExchangeRate> euros = new TreeMap<>();
              List<ExchangeRate> all = new ArrayList<>();
              all.add(ExchangeRate.of("JPY", FIRST.minusYears(1), "0.0068"));
              for (int i = 0; i < 1 + random.nextInt(9); i++) {
                LocalDate from = i == 0 ? FIRST.minusYears(1) : FIRST.plusDays(random.nextInt(90));
                BigDecimal rate = BigDecimal.valueOf(90 + random.nextInt(60), 2);
                euros.put(from, new ExchangeRate(Currency.getInstance("EUR"), from, rate));
              }
              all.addAll(euros.values());
              return ExchangeRates.into(USD, all);
            });
  }

  /** Ledgers of a few customers a, b, c..., of one currency or of three. */
  static Arbitrary<SubscriptionLedger> ledgers() {
    return Combinators.combine(seeds(), Arbitraries.of(true, false)).as(LedgerArbitraries::ledger);
  }

  private static Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  private static SubscriptionLedger ledger(long seed, boolean severalCurrencies) {
    Random random = new Random(seed);
    LedgerCollector collector = LedgerCollector.until(END, FaultPolicy.COLLECT);
    String[] codes = severalCurrencies ? new String[] {"USD", "EUR", "JPY"} : new String[] {"USD"};
    int customers = 1 + random.nextInt(4);
    for (int customer = 0; customer < customers; customer++) {
      int subscriptions = 1 + random.nextInt(3);
      for (int subscription = 0; subscription < subscriptions; subscription++) {
        CustomerId id = CustomerId.of(String.valueOf((char) ('a' + customer)));
        addLife(collector, id, "s" + subscription, random, codes);
      }
    }
    return collector.toLedger();
  }

  private static void addLife(
      LedgerCollector collector, CustomerId customer, String name, Random random, String[] codes) {
    LocalDate date = FIRST.plusDays(random.nextInt(40));
    collector.add(new SubscriptionEvent(customer, name, date, start(random, date, codes)));
    for (int i = random.nextInt(12); i > 0; i--) {
      date = date.plusDays(random.nextInt(4) == 0 ? 0 : random.nextInt(9));
      if (date.isAfter(FIRST.plusDays(SPAN))) {
        return;
      }
      collector.add(new SubscriptionEvent(customer, name, date, change(random, date, codes)));
    }
  }

  private static Start start(Random random, LocalDate date, String[] codes) {
    Start start = SubscriptionChange.start(plan(random, codes));
    if (random.nextInt(3) == 0) {
      start = start.signedOn(date.minusDays(random.nextInt(9)));
    }
    return random.nextBoolean() ? start.until(date.plusDays(1 + random.nextInt(25))) : start;
  }

  private static SubscriptionChange change(Random random, LocalDate date, String[] codes) {
    return switch (random.nextInt(16)) {
      case 0, 1 -> start(random, date, codes);
      case 2, 3 -> new PlanChange(plan(random, codes));
      case 4 -> new DiscountStart(discount(random, date));
      case 5 -> new DiscountEnd(name(random));
      case 6, 7, 8 ->
          new Renewal(
              date.plusDays(1 + random.nextInt(30)),
              random.nextBoolean() ? Optional.empty() : Optional.of(plan(random, codes)));
      case 9 -> new CancelRequest(reason(random));
      case 10 ->
          new Cancellation(
              reason(random),
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(date.plusDays(random.nextInt(15))));
      case 11 -> Status.CANCEL_WITHDRAWAL;
      case 12 -> Status.PAUSE;
      case 13 -> Status.RESUMPTION;
      case 14 -> Status.PAST_DUE;
      default -> Status.RECOVERY;
    };
  }

  private static LossReason reason(Random random) {
    return pick(random, List.of(LossReason.values()));
  }

  private static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String name(Random random) {
    return random.nextBoolean() ? "spring" : "loyal";
  }

  private static Plan plan(Random random, String[] codes) {
    Money price =
        Money.of(codes[random.nextInt(codes.length)], String.valueOf(10 * (1 + random.nextInt(9))));
    BillingPeriod every = new BillingPeriod(1 + random.nextInt(3), pick(random, UNITS));
    PlanKind kind =
        random.nextInt(6) > 0 ? PlanKind.PAID : pick(random, List.of(PlanKind.values()));
    return new Plan(price, every, kind);
  }

  private static Discount discount(Random random, LocalDate date) {
    Discount discount =
        random.nextBoolean()
            ? Discount.ofFraction(name(random), "0." + (1 + random.nextInt(99)))
            : Discount.ofAmount(name(random), Money.of("USD", 1 + random.nextInt(30)));
    return random.nextBoolean() ? discount : discount.until(date.plusDays(1 + random.nextInt(20)));
  }
}
