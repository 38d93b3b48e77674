package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.Proportion;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class WordOfMouthTest {

  @Test
  void aTenthOfUnhappyCustomersIsNotYetTheLouder() {
    WordOfMouth reach = WordOfMouth.of(1000, 0.1, 20, 3);
    assertThat(reach.negative()).isCloseTo(2000, within(1e-9));
    assertThat(reach.positive()).isCloseTo(2700, within(1e-9));
    assertThat(reach.balance()).isCloseTo(700, within(1e-9));
    assertThat(reach.unhappyShareWhereEqual().getAsDouble()).isCloseTo(3 / 23.0, within(1e-15));
    assertThat(WordOfMouth.of(1000, 0.1, 20, 4).unhappyShareWhereEqual().getAsDouble())
        .isCloseTo(1 / 6.0, within(1e-15));
    assertThat(reach.toText())
        .isEqualTo(
            """
            1,000 customers, 10.0 % unhappy
              negative 2,000 people
              positive 2,700 people
              equal at 13.0 % unhappy
            """);
    assertThat(WordOfMouth.of(1000, 0.1, 0, 0).unhappyShareWhereEqual()).isEmpty();
    assertThat(WordOfMouth.of(1000, 0.1, 0, 0).toText())
        .contains("equal at no share: nobody tells anybody");
  }

  @Test
  void aShareThatWasAskedForCarriesItsInterval() {
    WordOfMouth reach = WordOfMouth.of(1000, new Proportion(10, 100), 0.95, 20, 3);
    double low = new Proportion(10, 100).interval().lower();
    double high = new Proportion(10, 100).interval().upper();
    assertThat(reach.negativeInterval().orElseThrow().lower())
        .isCloseTo(20_000 * low, within(1e-9));
    assertThat(reach.positiveInterval().orElseThrow().lower())
        .isCloseTo(3000 * (1 - high), within(1e-9));
    assertThat(reach.balanceInterval().orElseThrow().upper())
        .isCloseTo(3000 * (1 - low) - 20_000 * low, within(1e-9));
    assertThat(reach.toText()).contains("negative 2,000 people, 1,105 to 3,487, 95 % Wilson");
  }

  @Property
  void atTheEqualShareBothReachAsMany(
      @ForAll @Scale(1) @DoubleRange(min = 0, max = 30) double unhappy,
      @ForAll @Scale(1) @DoubleRange(min = 0, max = 30) double happy) {
    Assume.that(unhappy + happy > 0);
    double share = WordOfMouth.of(500, 0, unhappy, happy).unhappyShareWhereEqual().getAsDouble();
    assertThat(WordOfMouth.of(500, share, unhappy, happy).balance()).isCloseTo(0, within(1e-9));
  }

  @Test
  void referralsBelowOneEachDieOut() {
    Referrals referrals = new Referrals(1000, 250, 1500, 300);
    assertThat(referrals.rate()).isEqualTo(new Proportion(250, 1000));
    assertThat(referrals.conversion()).contains(new Proportion(300, 1500));
    assertThat(referrals.viralCoefficient()).isEqualTo(0.3);
    assertThat(referrals.growth()).isEqualTo(new ViralGrowth.Converges(1 / 0.7));
    assertThat(referrals.customersWithin(2)).isCloseTo(1.39, within(1e-12));
    assertThat(usd(referrals, 70, 1)).isCloseTo(100, within(1e-9));
    assertThat(usd(referrals, 70, 0.5)).isCloseTo(70 / 0.85, within(1e-9));
    assertThat(referrals.toText(0.95))
        .isEqualTo(
            """
            Referral rate 250/1000 (25.00 %) [22.4 %, 27.8 %] 95 % Wilson
              invitations that won: 300/1500 (20.00 %)
              viral coefficient 0.300 [0.26701, 0.33594] 95 % Garwood
              one customer becomes 1.43
            """);
  }

  private static double usd(Referrals referrals, double value, double weight) {
    return referrals
        .valueWithReferred(MonetaryEstimate.of("USD", value), weight)
        .orElseThrow()
        .amount();
  }

  @Test
  void oneEachDoesNotConverge() {
    Referrals referrals = new Referrals(100, 60, 300, 100);
    assertThat(referrals.growth()).isEqualTo(new ViralGrowth.DoesNotConverge(1));
    assertThat(referrals.customersWithin(9)).isEqualTo(10);
    assertThat(referrals.valueWithReferred(MonetaryEstimate.of("USD", 1), 1)).isEmpty();
    assertThat(referrals.valueWithReferred(MonetaryEstimate.of("USD", 1), 0.9)).isPresent();
    assertThat(referrals.toText(0.95)).contains("does not converge");
    assertThat(new Referrals(5, 0, 0, 0).toText(0.95)).contains("nobody was invited");
  }

  @Property
  void generationsTendToTheLimit(@ForAll @IntRange(min = 0, max = 95) int won) {
    Referrals referrals = new Referrals(100, 100, 100, won);
    double limit = ((ViralGrowth.Converges) referrals.growth()).customersPerCustomer();
    assertThat(referrals.customersWithin(2000)).isCloseTo(limit, within(1e-9));
    assertThat(referrals.customersWithin(3)).isLessThanOrEqualTo(limit + 1e-12);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordOfMouth.of(1000, 1.1, 20, 3))
        .withMessage("unhappyShare (1.1) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordOfMouth.of(1000, 0.1, -1, 3))
        .withMessage("toldByUnhappy (-1.0) must be from 0 to 1000000000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Referrals(0, 0, 0, 0))
        .withMessage("customers (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Referrals(5, 6, 6, 0))
        .withMessage("referrers (6) must be from 0 to customers (5)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Referrals(5, 3, 2, 0))
        .withMessage("invitations (2) must be at least referrers (3), and 0 without any");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Referrals(5, 3, 4, 5))
        .withMessage("won (5) must be from 0 to invitations (4)");
    Referrals referrals = new Referrals(1, 1, 100, 100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> referrals.customersWithin(-1))
        .withMessage("generations (-1.0) must be from 0 to 100000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> referrals.customersWithin(1000))
        .withMessage("generations (1000) must be fewer: the sum exceeds a double");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> referrals.valueWithReferred(MonetaryEstimate.of("USD", 1), 0))
        .withMessage("weight (0.0) must be above 0 and at most 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ViralGrowth.Converges(0.5))
        .withMessage("customersPerCustomer (0.5) must be finite and at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ViralGrowth.DoesNotConverge(0.5))
        .withMessage("coefficient (0.5) must be finite and at least 1");
  }

  @Test
  void refusesMorePeopleThanCanBeCounted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordOfMouth.of(1e300, 0.1, 10, 1e300))
        .withMessage("customers (1.0E300) must be from 0 to 1000000000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WordOfMouth.of(1, 0.1, 1e300, 1))
        .withMessage("toldByUnhappy (1.0E300) must be from 0 to 1000000000000000");
  }
}
