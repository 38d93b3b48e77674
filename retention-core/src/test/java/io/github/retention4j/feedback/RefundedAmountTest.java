package io.github.retention4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundedAmountTest {

  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

  private static Event paid(String amount) {
    return Event.of(CustomerId.of("a"), DAY, Money.of("USD", amount));
  }

  private static EventLog log(Event... events) {
    return EventLog.of(List.of(events), DAY.plusDays(1));
  }

  @Test
  void dividesWhatWentBackByWhatWasSold() {
    RefundedAmount rate =
        RefundedAmount.of(log(paid("100"), paid("-2.50"), paid("0"), paid("25"))).orElseThrow();
    assertThat(rate).isEqualTo(new RefundedAmount(Money.of("USD", "2.50"), Money.of("USD", 125)));
    assertThat(rate.value()).isEqualTo(0.02);
    assertThat(rate.plus(rate).value()).isEqualTo(0.02);
    assertThat(rate.toText())
        .isEqualTo(
            "Refund rate, amount refunded of amount sold: USD 2.50 / USD 125.00 = 0.0200, no"
                + " interval: sums do not tell how many refunds they are\n");
  }

  @Test
  void mayExceedOneAndIsEmptyWithoutSales() {
    assertThat(new RefundedAmount(Money.of("USD", 3), Money.of("USD", 2)).value()).isEqualTo(1.5);
    assertThat(RefundedAmount.of(log(paid("-5")))).isEmpty();
  }

  @Test
  void refusesWhatIsNoRefundRate() {
    Money one = Money.of("USD", 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RefundedAmount(one.negated(), one))
        .withMessage("refunded (USD -1.00) must be zero or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RefundedAmount(one, Money.of("USD", 0)))
        .withMessage("sold (USD 0.00) must be over zero");
    assertThatThrownBy(() -> new RefundedAmount(Money.of("EUR", 1), one))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RefundedAmount.of(log(Event.of(CustomerId.of("a"), DAY))))
        .withMessage("log (1 events) must hold an amount");
  }
}
