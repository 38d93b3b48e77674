package io.github.retention4j.attention;

import static io.github.retention4j.attention.Shop.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.attention.Shop.Product;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.PurchasePredictions;
import io.github.retention4j.purchase.PurchasePredictor;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import org.junit.jupiter.api.Test;

class AliveAgreementTest {

  private static final BgNbd MODEL = new BgNbd(0.243, 4.414, 0.793, 2.426, TimeScale.WEEK);
  private static final AttentionRule OVERDUE = new AttentionRule.Overdue(1.5);

  /** A bought often and fell silent, B and C go on; E is not in the sample. */
  private static final EventLog LOG =
      new Shop()
          .bought("A", 0, 10, 20, 30, 40, 50, 60)
          .bought("B", 0, 100, 190)
          .bought("C", 0, 90, 180)
          .bought("E", 150)
          .log();

  private static PurchasePredictions predictions(String... customers) {
    return PurchasePredictor.withDefaults()
        .predict(
            MODEL,
            PurchaseSample.of(
                List.of(customers).stream().map(CustomerId::of).toList(),
                TimeScale.WEEK,
                new int[] {6, 2, 2},
                new double[] {60 / 7.0, 190 / 7.0, 180 / 7.0},
                new double[] {200 / 7.0, 200 / 7.0, 200 / 7.0}),
            52);
  }

  @Test
  void comparesARuleWithAModel() {
    Cadence cadence = CadenceCalculator.withDefaults().calculate(LOG, day(200));
    AliveAgreement agreement = AliveAgreement.of(cadence, OVERDUE, predictions("A", "B", "C"), 0.5);
    assertThat(agreement.listedAndGone()).isEqualTo(1);
    assertThat(agreement.listedButAlive()).isZero();
    assertThat(agreement.unlistedButGone()).isZero();
    assertThat(agreement.unlistedAndAlive()).isEqualTo(2);
    assertThat(agreement.unmatched()).isEqualTo(1);
    assertThat(agreement.agreement()).isEqualTo(new Proportion(3, 3));
    assertThat(agreement.concordance().orElseThrow().value()).isEqualTo(1);
    assertThat(agreement.toText())
        .isEqualTo(
            """
            Rule and model agree on 3/3 (100.00 %)
                          P(alive) < 0.5  other
              listed                   1      0
              not listed               0      2
              concordance 1.0000
              not known to the model: 1
            """);
  }

  @Test
  void hasNoConcordanceWhereNobodyIsListed() {
    Cadence cadence = CadenceCalculator.withDefaults().calculate(LOG, day(200));
    AliveAgreement none =
        AliveAgreement.of(
            cadence, new AttentionRule.LongAbsent(999), predictions("A", "B", "C"), 0.5);
    assertThat(none.concordance()).isEmpty();
    assertThat(none.unlistedButGone()).isEqualTo(1);
    assertThat(none.agreement()).isEqualTo(new Proportion(2, 3));
  }

  @Test
  void refusesWhatCannotBeCompared() {
    Cadence cadence = CadenceCalculator.withDefaults().calculate(LOG, day(200));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AliveAgreement.of(cadence, OVERDUE, predictions("A", "B", "C"), 1))
        .withMessage("threshold (1.0) must be over 0 and under 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AliveAgreement.of(cadence, OVERDUE, predictions("X", "Y", "Z"), 0.5))
        .withMessage("counts ([0, 0, 0, 0, 4]) must be of a matched customer");
    Cadence byKind =
        CadenceCalculator.withDefaults()
            .calculateByKind(new Shop().bought("A", Product.TEA, 1).log(), day(9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AliveAgreement.of(byKind, OVERDUE, predictions("A", "B", "C"), 0.5))
        .withMessageEndingWith("must not be by product: the model knows customers");
  }
}
