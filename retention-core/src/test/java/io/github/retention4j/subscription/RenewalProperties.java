package io.github.retention4j.subscription;

import static io.github.retention4j.subscription.LedgerArbitraries.END;
import static io.github.retention4j.subscription.LedgerArbitraries.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.money.Money;
import io.github.retention4j.subscription.SubscriptionChange.Cancellation;
import io.github.retention4j.subscription.SubscriptionChange.PlanChange;
import io.github.retention4j.subscription.SubscriptionChange.Renewal;
import io.github.retention4j.subscription.SubscriptionChange.Start;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RenewalProperties {

  private static final RevenueRules RULES =
      RevenueRules.defaults().with(DiscountTreatment.IGNORED).withDecimals(2);
  private static final ExchangeRates RATES =
      ExchangeRates.into(
          USD,
          List.of(
              ExchangeRate.of("EUR", LocalDate.of(2023, 1, 1), "2"),
              ExchangeRate.of("JPY", LocalDate.of(2023, 1, 1), "3")));
  private static final RenewalCalculator CALCULATOR =
      RenewalCalculator.withDefaults().with(RULES).with(RATES);

  /** All records and terms of the ledgers lie in it. */
  private static final DateRange ALL = DateRange.ofDays(LocalDate.of(2024, 1, 1), 200);

  @Provide
  Arbitrary<SubscriptionLedger> ledgers() {
    return LedgerArbitraries.ledgers();
  }

  @Provide
  Arbitrary<PeriodAxis> axes() {
    return LedgerArbitraries.axes();
  }

  /** A term of a record that begins one, and the record that follows it up. */
  private record Term(LocalDate end, Plan plan, Optional<SubscriptionEvent> next) {

    boolean isRenewed() {
      return next.isPresent()
          && next.get().change() instanceof Renewal
          && next.get().date().isBefore(END);
    }

    Money worth() {
      return worth(plan);
    }

    private static Money worth(Plan plan) {
      Money monthly = RULES.normalisation().monthly(plan.price(), plan.every(), 2);
      long rate = RATES.rate(monthly.currency(), END).orElseThrow().longValueExact();
      return new Money(USD, monthly.amount()).times(plan.kind() == PlanKind.PAID ? rate : 0);
    }

    Money kept() {
      Plan after = next.map(event -> ((Renewal) event.change()).plan().orElse(plan)).orElseThrow();
      return worth(after).compareTo(worth()) < 0 ? worth(after) : worth();
    }
  }

  private static List<Term> terms(SubscriptionLedger ledger) {
    List<Term> terms = new ArrayList<>();
    ledger
        .events()
        .collect(Collectors.groupingBy(event -> event.customer() + "/" + event.subscription()))
        .values()
        .forEach(
            events -> {
              for (int i = 0; i < events.size(); i++) {
                term(events, i).ifPresent(terms::add);
              }
            });
    return terms;
  }

  private static Optional<Term> term(List<SubscriptionEvent> events, int at) {
    SubscriptionChange change = events.get(at).change();
    Optional<LocalDate> end =
        change instanceof Start start
            ? start.termEndExclusive()
            : change instanceof Renewal renewal
                ? Optional.of(renewal.termEndExclusive())
                : Optional.empty();
    int next = at + 1;
    while (next < events.size() && !followsUp(events.get(next).change())) {
      next++;
    }
    Plan plan = plan(events.subList(0, next));
    Optional<SubscriptionEvent> nextEvent =
        next < events.size() ? Optional.of(events.get(next)) : Optional.empty();
    return end.filter(day -> day.isBefore(END) && plan.kind() == PlanKind.PAID)
        .map(day -> new Term(day, plan, nextEvent));
  }

  private static boolean followsUp(SubscriptionChange change) {
    return change instanceof Start || change instanceof Renewal || change instanceof Cancellation;
  }

  private static Plan plan(List<SubscriptionEvent> events) {
    Plan plan = Plan.free(USD);
    for (SubscriptionEvent event : events) {
      if (event.change() instanceof Start start) {
        plan = start.plan();
      } else if (event.change() instanceof PlanChange planChange) {
        plan = planChange.plan();
      } else if (event.change() instanceof Renewal renewal) {
        plan = renewal.plan().orElse(plan);
      }
    }
    return plan;
  }

  @Property
  void agreesWithACountOfTerms(
      @ForAll("ledgers") SubscriptionLedger ledger, @ForAll("axes") PeriodAxis axis) {
    RenewalTable table = CALCULATOR.calculate(ledger, axis);
    List<Term> terms = terms(ledger);
    for (int period = 0; period < table.periods().size(); period++) {
      DateRange days = axis.range(period);
      List<Term> due = terms.stream().filter(term -> days.contains(term.end())).toList();
      List<Term> renewed = due.stream().filter(Term::isRenewed).toList();
      Renewals actual = table.renewals(period);
      assertThat(actual.due()).isEqualTo(due.size());
      assertThat(actual.renewed()).isEqualTo(renewed.size());
      assertThat(actual.dueValue()).isEqualTo(sum(due.stream().map(Term::worth).toList()));
      assertThat(actual.renewedValue()).isEqualTo(sum(renewed.stream().map(Term::kept).toList()));
      assertThat(actual.contracts()).isGreaterThanOrEqualTo(actual.due());
      assertThat(actual.contractValue()).isGreaterThanOrEqualTo(actual.dueValue());
    }
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(USD), Money::plus);
  }

  @Property(tries = 300)
  void lateRenewalsMoveButAreNotLost(@ForAll("ledgers") SubscriptionLedger ledger) {
    PeriodAxis days = PeriodAxis.days(ALL);
    List<Renewals> due = CALCULATOR.calculate(ledger, days).periods();
    List<Renewals> closed =
        CALCULATOR.with(LateRenewals.CREDIT_WHEN_CLOSED).calculate(ledger, days).periods();
    assertThat(closed.stream().mapToLong(Renewals::renewed).sum())
        .isEqualTo(due.stream().mapToLong(Renewals::renewed).sum());
    assertThat(sum(closed.stream().map(Renewals::renewedAtNewPrice).toList()))
        .isEqualTo(sum(due.stream().map(Renewals::renewedAtNewPrice).toList()));
    assertThat(closed.stream().map(Renewals::due).toList())
        .isEqualTo(due.stream().map(Renewals::due).toList());
  }

  @Property(tries = 300)
  void earlyCancellationsAreNeverRenewed(
      @ForAll("ledgers") SubscriptionLedger ledger, @ForAll("axes") PeriodAxis axis) {
    List<Renewals> with = CALCULATOR.calculate(ledger, axis).periods();
    List<Renewals> without =
        CALCULATOR.with(EarlyCancellations.LEFT_OUT).calculate(ledger, axis).periods();
    for (int period = 0; period < with.size(); period++) {
      assertThat(without.get(period).due()).isLessThanOrEqualTo(with.get(period).due());
      assertThat(without.get(period).renewed()).isEqualTo(with.get(period).renewed());
    }
  }
}
