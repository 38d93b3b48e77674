package io.github.retention4j.subscription;

import static io.github.retention4j.subscription.SubscriptionChange.discountStart;
import static io.github.retention4j.subscription.SubscriptionChange.renewal;
import static io.github.retention4j.subscription.SubscriptionChange.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The numbers that the package names. */
class WorkedNumbersTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 15);
  private static final LocalDate END = LocalDate.of(2025, 1, 1);

  @Test
  void aYearlyPriceAndHalfOfIt() {
    Plan gold = Plan.of(Money.of("USD", 2000), BillingPeriod.yearly());
    LedgerCollector collector = LedgerCollector.until(END);
    collector.add(SubscriptionEvent.of("acme", "s1", START, start(gold)));
    RecurringRevenueCalculator calculator = RecurringRevenueCalculator.withDefaults();
    assertThat(calculator.on(collector.toLedger(), LocalDate.of(2024, 3, 31)).toText())
        .isEqualTo("2024-03-31: MRR USD 166.67, ARR USD 2000.00, 1 customer");
    Discount half = Discount.ofFraction("half", "0.5").until(LocalDate.of(2024, 6, 1));
    collector.add(SubscriptionEvent.of("acme", "s1", START, discountStart(half)));
    assertThat(calculator.on(collector.toLedger(), LocalDate.of(2024, 5, 31)).toText())
        .isEqualTo("2024-05-31: MRR USD 83.33, ARR USD 1000.00, 1 customer");
    assertThat(calculator.on(collector.toLedger(), LocalDate.of(2024, 6, 1)).toText())
        .isEqualTo("2024-06-01: MRR USD 166.67, ARR USD 2000.00, 1 customer");
  }

  @Test
  void renewalIsNotRetention() {
    Plan plan = Plan.of(Money.of("USD", 100), BillingPeriod.monthly());
    LocalDate due = LocalDate.of(2024, 2, 10);
    LedgerCollector collector = LedgerCollector.until(END);
    for (int customer = 0; customer < 100; customer++) {
      boolean isDue = customer < 10;
      collector.add(customer, "s1", START, start(plan).until(isDue ? due : END));
      if (isDue && customer > 0) {
        collector.add(customer, "s1", due, renewal(END));
      }
    }
    PeriodAxis months = PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), END));
    Renewals february =
        RenewalCalculator.withDefaults().calculate(collector.toLedger(), months).renewals(1);
    assertThat(february.rate()).hasValue(0.9);
    assertThat(february.retention()).hasValue(0.99);
  }
}
