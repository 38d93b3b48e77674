package io.github.retention4j.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void addsUpToTheCent() {
    Money sum = Money.zero(USD);
    for (int i = 0; i < 10; i++) {
      sum = sum.plus(Money.of("USD", "0.10"));
    }
    assertThat(sum).isEqualTo(Money.of("USD", 1));
    assertThat(Money.of("USD", "49.90").minus(Money.of("USD", "50")))
        .isEqualTo(Money.of("USD", "-0.1"));
    assertThat(Money.of("USD", "49.90").times(3)).hasToString("USD 149.70");
  }

  @Test
  void normalisesTheScaleToTheDigitsOfTheCurrencyAndKeepsFinerOnes() {
    assertThat(Money.of("USD", "10.0"))
        .isEqualTo(Money.of("USD", "10.000"))
        .hasToString("USD 10.00");
    assertThat(Money.of("JPY", "1000.00")).hasToString("JPY 1000");
    assertThat(Money.of("KWD", "1.5")).hasToString("KWD 1.500");
    assertThat(Money.of("USD", "0.0125")).hasToString("USD 0.0125");
    assertThat(Money.of("USD", "1E+3")).hasToString("USD 1000.00");
    assertThat(Money.of("XAU", "1.50")).hasToString("XAU 1.5");
  }

  @Test
  void hasASignAndAnOrder() {
    assertThat(Money.of("USD", "-1").signum()).isEqualTo(-1);
    assertThat(Money.of("USD", "-1").negated()).isEqualTo(Money.of("USD", 1));
    assertThat(Money.of("USD", 1)).isGreaterThan(Money.of("USD", "0.99"));
  }

  @Test
  void neverMixesCurrencies() {
    Money dollars = Money.of("USD", 1);
    Money euros = Money.of("EUR", 1);
    assertThatThrownBy(() -> dollars.plus(euros))
        .isInstanceOfSatisfying(
            CurrencyMismatchException.class,
            e -> {
              assertThat(e.expected()).isEqualTo(USD);
              assertThat(e.actual()).isEqualTo(Currency.getInstance("EUR"));
            })
        .hasMessage("currency (EUR) must be USD: currencies are never mixed");
    assertThatThrownBy(() -> dollars.minus(euros)).isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(() -> dollars.compareTo(euros))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(() -> dollars.toEstimate().plus(euros.toEstimate()))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(() -> dollars.toEstimate().minus(euros.toEstimate()))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(() -> dollars.toEstimate().compareTo(euros.toEstimate()))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  @Test
  void saysWhatItCannotRead() {
    assertThatThrownBy(() -> Money.of("Dollar", "1"))
        .hasMessage("currencyCode (Dollar) must be a code of ISO 4217 such as USD");
    assertThatThrownBy(() -> Money.of("EUR", "1.234,50"))
        .hasMessage("amount (1.234,50) must be decimal digits with a point, such as 1234.50");
  }

  @Test
  void estimatesAreDoublesWithACurrency() {
    MonetaryEstimate estimate = Money.of("USD", "49.90").toEstimate();
    assertThat(estimate).isEqualTo(MonetaryEstimate.of("USD", 49.9)).hasToString("USD 49.90");
    assertThat(estimate.plus(estimate).minus(estimate.times(2)))
        .isEqualTo(MonetaryEstimate.of("USD", 0));
    assertThat(estimate).isLessThan(MonetaryEstimate.of("USD", 50));
    assertThat(MonetaryEstimate.of("USD", 800.0 / 3)).hasToString("USD 266.67");
    assertThat(new MonetaryEstimate(USD, 1e15 + 0.5)).hasToString("USD 1000000000000000.50");
    assertThatThrownBy(() -> MonetaryEstimate.of("USD", Double.NaN))
        .hasMessage("amount (NaN) must be finite");
    assertThatThrownBy(() -> estimate.times(Double.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void crossesToTheNearestDouble() {
    assertThat(new Money(USD, new BigDecimal("0.1")).toEstimate().amount()).isEqualTo(0.1);
  }
}
