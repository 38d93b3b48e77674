package io.github.retention4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.subscription.BillingPeriod;
import io.github.retention4j.subscription.Plan;
import io.github.retention4j.subscription.SubscriptionChange;
import io.github.retention4j.subscription.SubscriptionEvent;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleSubscriptionsTest {

  private static final SampleSubscriptions SAMPLE = SampleSubscriptions.simulate();
  private static final List<SubscriptionEvent> EVENTS = SAMPLE.ledger().events().toList();

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(SampleSubscriptions.simulate().ledger().events()).containsExactlyElementsOf(EVENTS);
    assertThat(EVENTS.size()).isEqualTo(2_804);
    assertThat(SAMPLE.answers().answers().size()).isEqualTo(692);
    assertThat(EVENTS.get(0))
        .isEqualTo(
            SubscriptionEvent.of(
                "S0001",
                "main",
                LocalDate.of(2023, 9, 6),
                SubscriptionChange.start(Plan.of(Money.of("USD", 420), BillingPeriod.yearly()))
                    .until(LocalDate.of(2024, 9, 6))));
  }

  @Test
  void hasEveryKindOfChange() {
    assertThat(EVENTS.stream().map(SubscriptionEvent::change))
        .hasAtLeastOneElementOfType(SubscriptionChange.PlanChange.class)
        .hasAtLeastOneElementOfType(SubscriptionChange.DiscountStart.class)
        .hasAtLeastOneElementOfType(SubscriptionChange.CancelRequest.class)
        .hasAtLeastOneElementOfType(SubscriptionChange.Renewal.class)
        .contains(
            SubscriptionChange.cancellation(LossReason.INVOLUNTARY),
            SubscriptionChange.Status.PAUSE,
            SubscriptionChange.Status.RESUMPTION,
            SubscriptionChange.Status.PAST_DUE,
            SubscriptionChange.Status.RECOVERY);
    assertThat(SAMPLE.ledger().currencies())
        .extracting(Currency::getCurrencyCode)
        .containsExactly("EUR", "USD");
  }

  /** What comes after the last day is known only where it was signed before. */
  @Test
  void doesNotKnowTheFuture() {
    assertThat(EVENTS)
        .filteredOn(event -> !SAMPLE.days().contains(event.date()))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.change())
                    .isInstanceOfSatisfying(
                        SubscriptionChange.Start.class,
                        start ->
                            assertThat(SAMPLE.days().contains(start.signed().orElseThrow()))
                                .isTrue()));
  }
}
