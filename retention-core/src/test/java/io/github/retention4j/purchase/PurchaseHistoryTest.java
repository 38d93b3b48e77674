package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PurchaseHistoryTest {

  @Test
  void holdsWhatFits() {
    assertThat(new PurchaseHistory(2, 30.43, 38.86).age()).isEqualTo(38.86);
    assertThat(PurchaseHistory.withoutRepeats(0)).isEqualTo(new PurchaseHistory(0, -0.0, -0.0));
  }

  @Test
  void refusesNumbersOutOfRange() {
    refused(-1, 0, 1, "purchases (-1) must be 0 or more");
    refused(0, 0, Double.NaN, "age (NaN) must be finite and 0 or more");
    refused(0, 0, -1, "age (-1.0) must be finite and 0 or more");
    refused(0, 0, Double.POSITIVE_INFINITY, "age (Infinity) must be finite and 0 or more");
    refused(1, 5, 4, "recency (5.0) must be from 0 to age (4.0)");
    refused(1, Double.NaN, 4, "recency (NaN) must be from 0 to age (4.0)");
  }

  @Test
  void refusesRecencyThatDoesNotFitThePurchases() {
    refused(0, 2, 4, "recency (2.0) must be 0 without repeat purchases (0)");
    refused(3, 0, 4, "recency (0.0) must be over 0 with repeat purchases (3)");
  }

  private static void refused(long purchases, double recency, double age, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PurchaseHistory(purchases, recency, age))
        .withMessage(message);
  }
}
