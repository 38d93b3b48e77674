package io.github.retention4j.subscription;

import static io.github.retention4j.subscription.SubscriptionChange.cancellation;
import static io.github.retention4j.subscription.SubscriptionChange.planChange;
import static io.github.retention4j.subscription.SubscriptionChange.renewal;
import static io.github.retention4j.subscription.SubscriptionChange.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.CustomerHeads;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.revenue.ReactivationWindow;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.revenue.RevenueMovement;
import io.github.retention4j.revenue.RevenueMovements;
import io.github.retention4j.subscription.SubscriptionChange.DiscountStart;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published and worked cases about single subscriptions, played through a ledger. */
class LedgerCasesTest {

  /** An unrounded double against 10 decimals: the tolerance that the cases ask for. */
  private static final Offset<Double> TOLERANCE = within(1e-9);

  private static final Set<String> AREAS = Set.of("mrr", "mrr-movements", "renewal");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = LocalDate.of(2025, 1, 1);
  private static final DateRange YEAR = new DateRange(FIRST, END);
  private static final RevenueRules RULES = RevenueRules.defaults();

  static Stream<JsonNode> cases() {
    return SharedFiles.cases("revenue.json")
        .get("cases")
        .valueStream()
        .filter(it -> AREAS.contains(it.get("area").asText()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agrees(JsonNode test) {
    JsonNode inputs = test.get("inputs");
    JsonNode expected = test.get("expected");
    switch (test.get("id").asText()) {
      case "stripe-annual" -> check(expected, "mrr", price(inputs, RULES));
      case "killbill-annual-2", "killbill-annual-4", "killbill-annual-6" ->
          check(expected, "mrr_rounded_4", price(inputs, RULES.withDecimals(4)));
      case "weekly-normalisation" -> weekly(inputs, expected);
      case "stripe-coupon-forever" -> couponForever(inputs, expected);
      case "polar-first-month-discount" -> firstMonthDiscount(inputs, expected);
      case "chartmogul-lifecycle" -> life(expected);
      case "fx-impact" -> foreignExchange(inputs, expected);
      case "chargebee-downgrade" -> downgrade(inputs, expected);
      case "reactivation-window" -> window(inputs, expected);
      case "metabase-reactivation-trap" -> monthsWithoutRows(inputs, expected);
      case "returning-gap-one-day" -> gaps(inputs, expected);
      case "grace-three-days" -> grace(inputs, expected);
      case "renewal-80" -> renewalRate(inputs, expected);
      case "renewal-vs-retention" -> renewalAndRetention(inputs, expected);
      case "renewal-late-attributed" -> lateRenewal(expected);
      default -> throw new AssertionError(test.get("id") + " must be played");
    }
  }

  private static void check(JsonNode expected, String name, double actual) {
    assertThat(actual).as(name).isCloseTo(expected.get(name).asDouble(), TOLERANCE);
  }

  private static SubscriptionEvent ann(LocalDate date, SubscriptionChange change) {
    return SubscriptionEvent.of("ann", "s1", date, change);
  }

  private static Plan dollars(JsonNode amount, BillingPeriod every) {
    return Plan.of(Money.of("USD", amount.asText()), every);
  }

  private static Plan monthly(JsonNode amount) {
    return dollars(amount, BillingPeriod.monthly());
  }

  private static double on(RevenueRules rules, LocalDate date, List<SubscriptionEvent> events) {
    return RecurringRevenueCalculator.withDefaults()
        .with(rules)
        .on(SubscriptionLedger.of(events, END), date)
        .monthly()
        .amount()
        .doubleValue();
  }

  private static double price(JsonNode inputs, RevenueRules rules) {
    BillingPeriod every =
        BillingPeriod.every(inputs.get("every_months").asInt(), Granularity.MONTH);
    return on(rules, FIRST, List.of(ann(FIRST, start(dollars(inputs.get("amount"), every)))));
  }

  private static void weekly(JsonNode inputs, JsonNode expected) {
    List<SubscriptionEvent> events =
        List.of(ann(FIRST, start(dollars(inputs.get("amount"), BillingPeriod.weekly()))));
    check(
        expected,
        "FIFTY_TWO_TWELFTHS",
        on(RULES.with(MonthlyNormalisation.WEEKS_52), FIRST, events));
    check(
        expected, "FOUR_POINT_33", on(RULES.with(MonthlyNormalisation.WEEKS_4_33), FIRST, events));
    check(expected, "DAYS_365_25", on(RULES.with(MonthlyNormalisation.MEAN_YEAR), FIRST, events));
    check(expected, "KILL_BILL", on(RULES.with(MonthlyNormalisation.MONTHS_ONLY), FIRST, events));
  }

  private static void couponForever(JsonNode inputs, JsonNode expected) {
    BigDecimal fraction = inputs.get("coupon_percent").decimalValue().movePointLeft(2);
    List<SubscriptionEvent> events =
        List.of(
            ann(FIRST, start(monthly(inputs.get("list_price")))),
            ann(
                FIRST,
                new DiscountStart(Discount.ofFraction("forever", fraction.toPlainString()))));
    check(expected, "mrr", on(RULES.with(DiscountTreatment.PERMANENT_ONLY), FIRST, events));
  }

  private static void firstMonthDiscount(JsonNode inputs, JsonNode expected) {
    Discount first =
        Discount.ofAmount(
                "first month", Money.of("USD", inputs.get("first_month_discount").asText()))
            .until(FIRST.plusMonths(1));
    List<SubscriptionEvent> events = new ArrayList<>();
    for (int sale = 0; sale < inputs.get("sales").asInt(); sale++) {
      String customer = "c" + sale;
      events.add(
          SubscriptionEvent.of(customer, "s1", FIRST, start(monthly(inputs.get("list_price")))));
      events.add(SubscriptionEvent.of(customer, "s1", FIRST, new DiscountStart(first)));
    }
    check(expected, "ALWAYS_SUBTRACT", on(RULES.with(DiscountTreatment.ALL), FIRST, events));
    check(
        expected,
        "SUBTRACT_PERMANENT_ONLY",
        on(RULES.with(DiscountTreatment.PERMANENT_ONLY), FIRST, events));
  }

  private static RevenueGrid days(RevenueRules rules, List<SubscriptionEvent> events) {
    return RecurringRevenueCalculator.withDefaults()
        .with(rules)
        .calculate(SubscriptionLedger.of(events, END), PeriodAxis.days(YEAR));
  }

  private static RevenueMovements movements(RevenueGrid grid) {
    return movements(grid, ReactivationWindow.anyGap());
  }

  private static RevenueMovements movements(RevenueGrid grid, ReactivationWindow window) {
    return RevenueBridgeCalculator.withDefaults()
        .with(window)
        .calculate(grid)
        .total()
        .orElseThrow()
        .revenue();
  }

  private static double number(Money amount) {
    return amount.amount().doubleValue();
  }

  /** 4 gold seats at 500 a year, 2 silver at 30 a month for a while, later 3 gold at 50 a month. */
  private static void life(JsonNode expected) {
    LocalDate termEnd = LocalDate.of(2024, 9, 15);
    Plan gold = Plan.of(Money.of("USD", 500).times(4), BillingPeriod.yearly());
    Plan silver = Plan.of(Money.of("USD", 30).times(2), BillingPeriod.monthly());
    Plan goldAgain = Plan.of(Money.of("USD", 50).times(3), BillingPeriod.monthly());
    RevenueMovements moved =
        movements(
            days(
                RULES,
                List.of(
                    ann(FIRST, start(gold).until(termEnd)),
                    SubscriptionEvent.of("ann", "s2", LocalDate.of(2024, 3, 10), start(silver)),
                    SubscriptionEvent.of(
                        "ann", "s2", LocalDate.of(2024, 5, 10), cancellation(LossReason.VOLUNTARY)),
                    ann(LocalDate.of(2024, 7, 1), cancellation(LossReason.VOLUNTARY)),
                    ann(LocalDate.of(2024, 11, 20), start(goldAgain)))));
    check(expected, "new", number(moved.newRevenue()));
    check(expected, "expansion", number(moved.expansion()));
    check(expected, "contraction", number(moved.contraction()));
    check(expected, "churn", number(moved.churn()));
    check(expected, "reactivation", number(moved.reactivation()));
    check(expected, "end", number(moved.closing()));
  }

  private static void foreignExchange(JsonNode inputs, JsonNode expected) {
    ExchangeRates rates =
        ExchangeRates.into(
            Currency.getInstance("USD"),
            List.of(
                ExchangeRate.of("EUR", FIRST, inputs.get("rate_start").asText()),
                ExchangeRate.of("EUR", FIRST.plusMonths(3), inputs.get("rate_end").asText())));
    Plan euros =
        Plan.of(Money.of("EUR", inputs.get("amount_eur").asText()), BillingPeriod.monthly());
    RevenueGrid grid =
        RecurringRevenueCalculator.withDefaults()
            .with(rates)
            .calculate(
                SubscriptionLedger.of(List.of(ann(FIRST, start(euros))), END),
                PeriodAxis.days(new DateRange(FIRST.plusMonths(1), END)));
    RevenueMovements moved = movements(grid);
    check(expected, "start", number(moved.opening()));
    check(expected, "end", number(moved.closing()));
    check(expected, "expansion", number(moved.expansion()));
    check(expected, "fx_impact", number(moved.foreignExchange()));
  }

  private static void downgrade(JsonNode inputs, JsonNode expected) {
    RevenueGrid grid =
        days(
            RULES,
            List.of(
                ann(FIRST, start(monthly(inputs.get("before")))),
                ann(FIRST.plusMonths(1), planChange(monthly(inputs.get("after"))))));
    check(expected, "contraction", number(movements(grid).contraction()));
    RevenueBridgePeriod total =
        RevenueBridgeCalculator.withDefaults().calculate(grid).total().orElseThrow();
    assertThat(total.customers().count(RevenueMovement.CHURN))
        .isEqualTo(expected.get("customer_churn").asLong());
  }

  /** A customer that goes after a month and comes back some days later. */
  private static List<SubscriptionEvent> away(int days, Plan plan) {
    LocalDate gone = FIRST.plusMonths(1);
    return List.of(
        ann(FIRST, start(plan)),
        ann(gone, cancellation(LossReason.VOLUNTARY)),
        ann(gone.plusDays(days), start(plan)));
  }

  private static void window(JsonNode inputs, JsonNode expected) {
    Plan plan = monthly(inputs.get("amount"));
    RevenueGrid grid = days(RULES, away(inputs.get("days_away").asInt(), plan));
    assertThat(wayBack(grid, ReactivationWindow.anyGap()))
        .isEqualTo(expected.get("ANY_GAP").asText());
    assertThat(wayBack(grid, ReactivationWindow.within(90)))
        .isEqualTo(expected.get("WITHIN_90_DAYS").asText());
  }

  private static String wayBack(RevenueGrid grid, ReactivationWindow window) {
    RevenueMovements moved = movements(grid, window);
    return moved.reactivation().signum() > 0 ? "reactivation" : "new";
  }

  private static void monthsWithoutRows(JsonNode inputs, JsonNode expected) {
    Plan plan = monthly(inputs.get("months").get(0));
    SubscriptionLedger ledger =
        SubscriptionLedger.of(
            List.of(
                ann(FIRST, start(plan)),
                ann(FIRST.plusMonths(1), cancellation(LossReason.UNKNOWN)),
                ann(FIRST.plusMonths(2), start(plan))),
            FIRST.plusMonths(3));
    RevenueGrid grid =
        RecurringRevenueCalculator.withDefaults()
            .calculate(ledger, PeriodAxis.months(new DateRange(FIRST, FIRST.plusMonths(3))));
    List<String> moved =
        RevenueBridgeCalculator.withDefaults().calculate(grid).periods().stream()
            .map(period -> onlyMovement(period.customers()))
            .toList();
    assertThat(moved)
        .isEqualTo(expected.get("intended").valueStream().map(JsonNode::asText).toList());
  }

  private static String onlyMovement(CustomerHeads heads) {
    return Stream.of(RevenueMovement.NEW, RevenueMovement.REACTIVATION, RevenueMovement.CHURN)
        .filter(movement -> heads.count(movement) > 0)
        .map(RevenueMovement::words)
        .findFirst()
        .orElse("none");
  }

  private static void gaps(JsonNode inputs, JsonNode expected) {
    Plan plan = Plan.of(Money.of("USD", 50), BillingPeriod.monthly());
    List<String> found =
        inputs
            .get("gap_days")
            .valueStream()
            .map(gap -> movements(days(RULES, away(gap.asInt(), plan))))
            .map(moved -> moved.reactivation().signum() > 0 ? "returning" : "plan change")
            .toList();
    assertThat(found)
        .isEqualTo(expected.get("RECURLY").valueStream().map(JsonNode::asText).toList());
  }

  private static void grace(JsonNode inputs, JsonNode expected) {
    Plan plan = Plan.of(Money.of("USD", 50), BillingPeriod.monthly());
    LocalDate termEnd = FIRST.plusMonths(1);
    List<SubscriptionEvent> events =
        List.of(
            ann(FIRST, start(plan).until(termEnd)),
            ann(termEnd.plusDays(inputs.get("gap_days").asInt()), renewal(END.plusYears(1))));
    assertThat(afterTerm(movements(days(RULES.withGraceDays(3), events))))
        .isEqualTo(expected.get("GRACE_3_DAYS").asText());
    assertThat(afterTerm(movements(days(RULES, events))))
        .isEqualTo(expected.get("GRACE_0").asText());
  }

  private static String afterTerm(RevenueMovements moved) {
    boolean lost = moved.churn().signum() > 0;
    boolean back = moved.reactivation().signum() > 0;
    return lost && back ? "churn then reactivation" : lost ? "churn" : "no movement";
  }

  private static RenewalTable renewals(PeriodAxis axis, List<SubscriptionEvent> events) {
    return RenewalCalculator.withDefaults().calculate(SubscriptionLedger.of(events, END), axis);
  }

  private static List<SubscriptionEvent> contract(String name, String value, LocalDate termEnd) {
    Plan plan = Plan.of(Money.of("USD", value), BillingPeriod.monthly());
    LocalDate signed = FIRST.minusYears(1);
    return List.of(SubscriptionEvent.of(name, "s1", signed, start(plan).until(termEnd)));
  }

  private static SubscriptionEvent renewed(String name, LocalDate date) {
    return SubscriptionEvent.of(name, "s1", date, renewal(END.plusYears(1)));
  }

  private static void renewalRate(JsonNode inputs, JsonNode expected) {
    LocalDate due = FIRST.plusDays(10);
    List<SubscriptionEvent> events = new ArrayList<>();
    for (int i = 0; i < inputs.get("expiring").asInt(); i++) {
      events.addAll(contract("c" + i, "10", due));
      if (i < inputs.get("renewed").asInt()) {
        events.add(renewed("c" + i, due));
      }
    }
    Renewals january = renewals(PeriodAxis.months(YEAR), events).renewals(0);
    check(expected, "renewal_percent", 100 * january.rate().orElseThrow());
    check(expected, "renewal_percent", 100 * january.proportion().orElseThrow().value());
  }

  private static void renewalAndRetention(JsonNode inputs, JsonNode expected) {
    LocalDate due = FIRST.plusDays(10);
    int total = inputs.get("total").asInt();
    int exposed = inputs.get("exposed").asInt();
    int renewed = inputs.get("renewed").asInt();
    List<SubscriptionEvent> events = new ArrayList<>();
    events.addAll(contract("renewed", String.valueOf(renewed), due));
    events.add(renewed("renewed", due));
    events.addAll(contract("lost", String.valueOf(exposed - renewed), due));
    events.addAll(contract("standing", String.valueOf(total - exposed), END));
    Renewals january = renewals(PeriodAxis.months(YEAR), events).renewals(0);
    check(expected, "renewal_percent", 100 * january.valueRate().orElseThrow());
    check(expected, "retention_percent", 100 * january.valueRetention().orElseThrow());
  }

  private static void lateRenewal(JsonNode expected) {
    LocalDate january = FIRST.plusDays(14);
    LocalDate february = january.plusMonths(1);
    List<SubscriptionEvent> events = new ArrayList<>();
    events.addAll(contract("late", "100", january));
    events.add(renewed("late", february));
    events.addAll(contract("on time", "100", february));
    events.add(renewed("on time", february));
    RenewalTable months = renewals(PeriodAxis.months(YEAR), events);
    RenewalTable quarters = renewals(PeriodAxis.quarters(YEAR), events);
    check(expected, "jan_percent", 100 * months.renewals(0).valueRate().orElseThrow());
    check(expected, "feb_percent", 100 * months.renewals(1).valueRate().orElseThrow());
    check(expected, "quarter_percent", 100 * quarters.renewals(0).valueRate().orElseThrow());
  }
}
