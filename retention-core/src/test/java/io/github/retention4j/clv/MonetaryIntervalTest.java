package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonetaryIntervalTest {

  private static final Optional<MonetaryEstimate> ONE = usd(1);
  private static final Optional<MonetaryEstimate> TWO = usd(2);

  private static Optional<MonetaryEstimate> usd(double amount) {
    return Optional.of(MonetaryEstimate.of("USD", amount));
  }

  @Test
  void holdsItsEndsAndWhatLiesBetween() {
    MonetaryInterval interval = new MonetaryInterval(ONE, TWO, 0.9, "by hand");
    assertThat(interval.contains(MonetaryEstimate.of("USD", 1))).isTrue();
    assertThat(interval.contains(MonetaryEstimate.of("USD", 2))).isTrue();
    assertThat(interval.contains(MonetaryEstimate.of("USD", 0.99))).isFalse();
    assertThat(interval.contains(MonetaryEstimate.of("USD", 2.01))).isFalse();
    assertThat(interval).hasToString("[USD 1.00, USD 2.00] 90 % by hand");
  }

  @Test
  void holdsEverythingBeyondAnOpenEnd() {
    assertThat(
            new MonetaryInterval(ONE, Optional.empty(), 0.9, "by hand")
                .contains(MonetaryEstimate.of("USD", 1e300)))
        .isTrue();
    assertThat(
            new MonetaryInterval(Optional.empty(), ONE, 0.9, "by hand")
                .contains(MonetaryEstimate.of("USD", -1e300)))
        .isTrue();
  }

  @Test
  void refusesWhatIsNoInterval() {
    assertThatThrownBy(() -> new MonetaryInterval(TWO, ONE, 0.9, "by hand"))
        .hasMessage("lower (USD 2.00) must not be above upper (USD 1.00)");
    assertThatThrownBy(
            () -> new MonetaryInterval(Optional.empty(), Optional.empty(), 0.9, "by hand"))
        .hasMessage("lower and upper must not both be unbounded");
    assertThatThrownBy(() -> new MonetaryInterval(ONE, TWO, 95, "by hand"))
        .hasMessage("level (95.0) must be between 0 and 1");
    Optional<MonetaryEstimate> euros = Optional.of(MonetaryEstimate.of("EUR", 5));
    assertThatThrownBy(() -> new MonetaryInterval(ONE, euros, 0.9, "by hand"))
        .isInstanceOf(CurrencyMismatchException.class);
  }
}
