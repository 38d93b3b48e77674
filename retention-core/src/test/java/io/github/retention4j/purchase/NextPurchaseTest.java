package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NextPurchaseTest {

  private static final double ROUNDING = 1e-10;
  private static final LocalDate END = LocalDate.of(2024, 3, 1);
  private static final BgNbd ONES = new BgNbd(1, 1, 1, 1, TimeScale.WEEK);

  /** Here for sure, and the next purchase comes within t with chance t / (4 + t). */
  private static final NextPurchase SURE = NextPurchase.of(ONES, PurchaseHistory.withoutRepeats(3));

  /** Alive with chance 0.2, and then not back within t with chance (4 / (4 + t))^2. */
  private static final NextPurchase RARE = NextPurchase.of(ONES, new PurchaseHistory(1, 1, 3));

  @Test
  void quantilesByHand() {
    assertThat(SURE.chance()).isEqualTo(1);
    assertThat(SURE.probabilityWithin(4)).isCloseTo(0.5, within(ROUNDING));
    assertThat(SURE.quantile(0.5).orElseThrow()).isCloseTo(4, within(ROUNDING));
    assertThat(SURE.quantile(0.001).orElseThrow()).isCloseTo(4 / 999.0, within(ROUNDING));
    assertThat(SURE.quantile(0.99).orElseThrow()).isCloseTo(396, within(396 * ROUNDING));
  }

  @Test
  void aQuantileMayNotBeReached() {
    assertThat(RARE.chance()).isCloseTo(0.2, within(ROUNDING));
    assertThat(RARE.quantile(0.15).orElseThrow()).isCloseTo(4, within(ROUNDING));
    assertThat(RARE.quantile(0.5)).isEmpty();
    assertThat(RARE.quantileDate(0.5, END)).isEmpty();
    assertThat(RARE).hasToString("another purchase with chance " + RARE.chance() + ", no median");
  }

  @Test
  void datesCountFromTheEndOfObservation() {
    // 4 weeks are 28 days; rounding may leave the quantile just before that day begins.
    assertThat(SURE.quantileDate(0.51, END)).contains(LocalDate.of(2024, 3, 30));
    assertThat(SURE.quantileDate(0.01, END)).contains(END);
    assertThat(SURE.quantileDate(1 - 1e-12, END)).isEmpty();
    assertThat(SURE.toString()).startsWith("another purchase with chance 1.0, median 4");
  }

  @Test
  void asksForAChance() {
    assertThatThrownBy(() -> SURE.quantile(1))
        .hasMessage("probability (1.0) must be over 0 and under 1");
    assertThatThrownBy(() -> SURE.quantile(Double.NaN))
        .hasMessage("probability (NaN) must be over 0 and under 1");
  }
}
