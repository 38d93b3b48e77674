package io.github.retention4j.subscription;

import static io.github.retention4j.subscription.SubscriptionChange.planChange;
import static io.github.retention4j.subscription.SubscriptionChange.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.LossReason;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubscriptionLedgerTest {

  private static final LocalDate END = LocalDate.of(2025, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final Plan GOLD = Plan.of(Money.of("USD", 30), BillingPeriod.monthly());
  private static final Plan EURO = Plan.of(Money.of("EUR", 30), BillingPeriod.monthly());

  private static SubscriptionEvent ofCustomer(String customer) {
    return SubscriptionEvent.of(customer, "s1", DAY, start(GOLD));
  }

  private static SubscriptionLedger ledger(SubscriptionEvent... events) {
    return SubscriptionLedger.of(List.of(events), END);
  }

  @Test
  void hasAWordForEachChange() {
    Plan plan = Plan.of(Money.of("USD", 10), BillingPeriod.monthly());
    Discount half = Discount.ofFraction("half", "0.5");
    LocalDate end = LocalDate.of(2024, 6, 1);
    assertThat(SubscriptionChange.discountStart(half))
        .isEqualTo(new SubscriptionChange.DiscountStart(half));
    assertThat(SubscriptionChange.discountEnd("half"))
        .isEqualTo(new SubscriptionChange.DiscountEnd("half"));
    assertThat(SubscriptionChange.cancelRequest(LossReason.VOLUNTARY))
        .isEqualTo(new SubscriptionChange.CancelRequest(LossReason.VOLUNTARY));
    assertThat(SubscriptionChange.cancellation(LossReason.UNKNOWN).paidUntil(end))
        .isEqualTo(new SubscriptionChange.Cancellation(LossReason.UNKNOWN, Optional.of(end)));
    assertThat(SubscriptionChange.renewal(end).with(plan))
        .isEqualTo(new SubscriptionChange.Renewal(end, Optional.of(plan)));
  }

  @Test
  void ordersByCustomerSubscriptionDayAndArrival() {
    SubscriptionEvent later = SubscriptionEvent.of("ann", "s1", DAY.plusDays(1), planChange(EURO));
    SubscriptionEvent sameDay = SubscriptionEvent.of("ann", "s1", DAY, planChange(EURO));
    SubscriptionEvent other = SubscriptionEvent.of("ann", "s0", DAY.plusDays(9), start(EURO));
    SubscriptionLedger ledger = ledger(ofCustomer("bob"), later, ofCustomer("ann"), other, sameDay);
    assertThat(ledger.events())
        .containsExactly(other, ofCustomer("ann"), sameDay, later, ofCustomer("bob"));
    assertThat(ledger.subscriptions()).isEqualTo(3);
    assertThat(ledger.customers()).containsExactly(CustomerId.of("ann"), CustomerId.of("bob"));
    assertThat(ledger.observationEndExclusive()).isEqualTo(END);
  }

  @Test
  void knowsItsCurrenciesWithoutThoseOfRefusedRecords() {
    assertThat(ledger(ofCustomer("ann")).currencies()).containsExactly(Currency.getInstance("USD"));
    LedgerCollector collector = LedgerCollector.until(END, FaultPolicy.COLLECT);
    collector.add(ofCustomer("ann"));
    collector.add(SubscriptionEvent.of("ann", "s2", DAY, planChange(EURO)));
    assertThat(collector.toLedger().currencies()).containsExactly(Currency.getInstance("USD"));
  }

  @Test
  void filtersCustomers() {
    SubscriptionLedger ledger = ledger(ofCustomer("ann"), ofCustomer("bob"));
    assertThat(ledger.filter(customer -> customer.value().equals("bob")))
        .contains(ledger(ofCustomer("bob")));
    assertThat(ledger.filter(customer -> false)).isEmpty();
  }

  @Test
  void mergesOnlyWhatFits() {
    SubscriptionLedger ann = ledger(ofCustomer("ann"));
    SubscriptionLedger both = ledger(ofCustomer("bob"), ofCustomer("ann"));
    assertThat(SubscriptionLedger.merge(List.of(ledger(ofCustomer("bob")), ann)))
        .isEqualTo(both)
        .isNotEqualTo(ann);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionLedger.merge(List.of(ann, both)))
        .withMessage("customer (ann) must be in one of the parts only");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionLedger.merge(List.of()))
        .withMessage("parts (0) must be at least one");
    SubscriptionLedger longer = SubscriptionLedger.of(List.of(ofCustomer("bob")), END.plusDays(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionLedger.merge(List.of(ann, longer)))
        .withMessage("observationEndExclusive (2025-01-02) must be 2025-01-01");
  }

  @Test
  void mergesCustomersKnownByNumber() {
    LedgerCollector seven = LedgerCollector.until(END);
    seven.add(7, "s1", DAY, start(GOLD));
    LedgerCollector ten = LedgerCollector.until(END);
    ten.add(10, "s1", DAY, start(GOLD));
    assertThat(SubscriptionLedger.merge(List.of(ten.toLedger(), seven.toLedger())).customers())
        .containsExactly(CustomerId.of(7), CustomerId.of(10));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SubscriptionLedger.merge(List.of(ten.toLedger(), ledger(ofCustomer("ann")))))
        .withMessage("customers known by text must not join customers known by number");
  }
}
