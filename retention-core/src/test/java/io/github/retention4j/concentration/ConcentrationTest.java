package io.github.retention4j.concentration;

import static io.github.retention4j.concentration.Values.dollars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

  private static final ConcentrationCalculator DEFAULTS = ConcentrationCalculator.withDefaults();

  /** Roundings of sums of a few dozen amounts over their total. */
  private static final double ROUNDING = 1e-12;

  private static Concentration of(long... dollars) {
    return DEFAULTS.calculate(dollars(dollars)).orElseThrow();
  }

  private static double gini(Concentration concentration) {
    return concentration.gini().orElseThrow().value();
  }

  /** The worked number of the package. */
  @Test
  void measuresFiveCustomers() {
    Concentration five = of(1, 1, 16, 1, 1);
    assertThat(five.customers()).isEqualTo(5);
    assertThat(five.total()).isEqualTo(Money.of("USD", 20));
    assertThat(five.shareOfTop(0.2)).isEqualTo(0.8);
    assertThat(five.shareOfLargest(1)).isEqualTo(0.8);
    assertThat(five.shareOfLargest(0)).isZero();
    assertThat(five.shareOfLargest(5)).isEqualTo(1);
    assertThat(five.paretoPoint().shareOfCustomers()).isCloseTo(0.2, within(ROUNDING));
    assertThat(five.paretoPoint()).hasToString("80.0/20.0");
    assertThat(gini(five)).isCloseTo(0.6, within(ROUNDING));
    assertThat(
            gini(
                DEFAULTS
                    .with(GiniDefinition.UNBIASED)
                    .calculate(dollars(1, 1, 1, 1, 16))
                    .orElseThrow()))
        .isCloseTo(0.75, within(ROUNDING));
    assertThat(five.toText())
        .isEqualTo(
            """
            Concentration of USD 20.00 among 5 customers
              largest  1 %  make 4.0 %
              largest  5 %  make 20.0 %
              largest 10 %  make 40.0 %
              largest 20 %  make 80.0 %
              largest 50 %  make 87.5 %
              80 % is made by 1/5 (20.00 %)
              Pareto point 80.0/20.0
              Gini index 0.6000 POPULATION [0.000, 1.000] 95 % jackknife
            """);
    assertThat(five).hasToString("USD 20.00 of 5 customers, the largest 20 % make 80.0 %");
  }

  @Test
  void drawsTheLorenzCurve() {
    Concentration five = of(16, 1, 1, 1, 1);
    assertThat(five.lorenz(0)).isZero();
    assertThat(five.lorenz(0.4)).isCloseTo(0.1, within(ROUNDING));
    assertThat(five.lorenz(0.9)).isCloseTo(0.6, within(ROUNDING));
    assertThat(five.lorenz(1)).isEqualTo(1);
    assertThat(five.lorenzCurve(2))
        .containsExactly(new LorenzPoint(0, 0), new LorenzPoint(0.5, 0.125), new LorenzPoint(1, 1));
  }

  /** 20 % of 12 customers are 2.4: of 6, 4 and ten of 1, two make 10 of 20, the third is 1. */
  @Test
  void takesPartsOfCustomersByName() {
    CustomerAmounts twelve = dollars(6, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    assertThat(top20(FractionalCustomers.INTERPOLATED, twelve)).isEqualTo(0.52);
    assertThat(top20(FractionalCustomers.ROUNDED_DOWN, twelve)).isEqualTo(0.5);
    assertThat(top20(FractionalCustomers.ROUNDED_UP, twelve)).isEqualTo(0.55);
  }

  private static double top20(FractionalCustomers fractional, CustomerAmounts amounts) {
    Concentration concentration = DEFAULTS.with(fractional).calculate(amounts).orElseThrow();
    assertThat(concentration.fractionalCustomers()).isEqualTo(fractional);
    return concentration.shareOfTop(0.2);
  }

  /** 0.07 * 100 is a rounding over 7 in doubles. */
  @Test
  void takesSharesAsDecimals() {
    assertThat(0.07 * 100).isGreaterThan(7);
    Concentration hundred =
        DEFAULTS
            .with(FractionalCustomers.ROUNDED_UP)
            .calculate(dollars(LongStream.generate(() -> 1).limit(100).toArray()))
            .orElseThrow();
    assertThat(hundred.shareOfTop(0.07)).isEqualTo(0.07);
    assertThat(hundred.core(0.07).customers()).hasSize(7);
  }

  @Test
  void isEvenWhereAllAreEqual() {
    Concentration equal = of(3, 3, 3, 3);
    assertThat(gini(equal)).isZero();
    assertThat(equal.gini().orElseThrow().interval()).isEmpty();
    assertThat(equal.paretoPoint().shareOfCustomers()).isEqualTo(0.5);
    assertThat(equal.shareOfTop(0.3)).isCloseTo(0.3, within(ROUNDING));
    assertThat(equal.lorenz(0.3)).isCloseTo(0.3, within(ROUNDING));
    assertThat(equal.core(0.5).customers()).extracting(it -> it.customer().value()).hasSize(2);
  }

  @Test
  void answersForOneCustomer() {
    Concentration one = of(7);
    assertThat(gini(one)).isZero();
    assertThat(one.gini().orElseThrow().interval()).isEmpty();
    assertThat(one.shareOfTop(0.2)).isCloseTo(0.2, within(ROUNDING));
    assertThat(one.paretoPoint().shareOfCustomers()).isEqualTo(0.5);
    Concentration unbiased =
        DEFAULTS.with(GiniDefinition.UNBIASED).calculate(dollars(7)).orElseThrow();
    assertThat(unbiased.gini()).isEmpty();
    assertThat(unbiased.toText()).contains("Gini index not defined for one customer");
  }

  @Test
  void hasNoIntervalWhereOneHasAll() {
    Concentration all = of(0, 0, 0, 9);
    assertThat(gini(all)).isCloseTo(0.75, within(ROUNDING));
    assertThat(all.gini().orElseThrow().interval()).isEmpty();
  }

  /** Without the largest, 0 and 1 are left: their index is 0.5, which a difference would lose. */
  @Test
  void hasAnIntervalWhereOneDwarfsAll() {
    Concentration dwarfed = of(0, 1, 11_529_215_046_068_470L);
    assertThat(gini(dwarfed)).isCloseTo(2.0 / 3, within(ROUNDING));
    assertThat(dwarfed.gini().orElseThrow().interval())
        .hasValueSatisfying(interval -> assertThat(interval.width()).isLessThan(1e-15));
  }

  @Test
  void saysNothingOfATotalThatIsNotOverZero() {
    assertThat(DEFAULTS.calculate(dollars(0, 0))).isEmpty();
    assertThat(DEFAULTS.with(NegativeAmounts.KEPT).calculate(dollars(5, -5))).isEmpty();
    assertThat(DEFAULTS.with(NegativeAmounts.AS_ZERO).calculate(dollars(-1, -5))).isEmpty();
  }

  /** 8, 4, 0 and -2 sum to 10. */
  @Test
  void keepsNegativeMarginsIfAsked() {
    CustomerAmounts margins = dollars(4, -2, 8, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.calculate(margins))
        .withMessage(
            "amount (USD -2.00) of customer 2 must not be negative unless NegativeAmounts are KEPT"
                + " or AS_ZERO");
    Concentration kept = DEFAULTS.with(NegativeAmounts.KEPT).calculate(margins).orElseThrow();
    assertThat(kept.negativeAmounts()).isEqualTo(NegativeAmounts.KEPT);
    assertThat(kept.shareOfLargest(2)).isEqualTo(1.2);
    assertThat(kept.lorenz(0.25)).isCloseTo(-0.2, within(ROUNDING));
    assertThat(kept.lorenz(0.75)).isCloseTo(0.2, within(ROUNDING));
    assertThat(kept.gini()).isEmpty();
    assertThat(kept.core(1).customers()).hasSize(2);
    assertThat(kept.toText())
        .contains("Gini index not defined with negative amounts")
        .contains("negative: 1/4 (25.00 %) with USD -2.00, KEPT");
    Concentration zero = DEFAULTS.with(NegativeAmounts.AS_ZERO).calculate(margins).orElseThrow();
    assertThat(zero.total()).isEqualTo(Money.of("USD", 12));
    assertThat(zero.negativeCustomers()).isEqualTo(new Proportion(1, 4));
    assertThat(zero.negativeTotal()).isEqualTo(Money.of("USD", -2));
    // (2 i - 5) of 0, 0, 4, 8: 4 + 24 over 4 * 12.
    assertThat(gini(zero)).isCloseTo(28.0 / 48, within(ROUNDING));
  }

  @Test
  void listsTheCore() {
    CustomerAmounts amounts =
        CustomerAmounts.of(
            Map.of(
                CustomerId.of("A"), Money.of("USD", 2),
                CustomerId.of("B"), Money.of("USD", 5),
                CustomerId.of("C"), Money.of("USD", 2),
                CustomerId.of("D"), Money.of("USD", 1)));
    CoreCustomers core = DEFAULTS.calculate(amounts).orElseThrow().core(0.7);
    assertThat(core.customers())
        .containsExactly(
            new CustomerAmount(CustomerId.of("B"), Money.of("USD", 5)),
            new CustomerAmount(CustomerId.of("A"), Money.of("USD", 2)));
    assertThat(core.amount()).isEqualTo(Money.of("USD", 7));
    assertThat(core.ofAll()).isEqualTo(new Proportion(2, 4));
    assertThat(core.toText())
        .isEqualTo(
            """
            2 of 4 customers make USD 7.00, at least 70.0 % of the total
              B USD 5.00
              A USD 2.00
            """);
  }

  @Test
  void agreesWithOtherTools() {
    for (NamedCsvRecord row : ReferenceTable.rows(Concentration.class, "gini.csv")) {
      long[] values =
          Arrays.stream(ReferenceTable.numbers(row, "values")).mapToLong(it -> (long) it).toArray();
      Concentration concentration =
          DEFAULTS
              .with(GiniDefinition.valueOf(row.getField("definition")))
              .calculate(dollars(values))
              .orElseThrow();
      ConfidenceInterval interval = concentration.gini().orElseThrow().interval().orElseThrow();
      assertThat(gini(concentration))
          .isCloseTo(ReferenceTable.number(row, "gini"), within(ROUNDING));
      assertThat(interval.lower()).isCloseTo(ReferenceTable.number(row, "lower"), within(ROUNDING));
      assertThat(interval.upper()).isCloseTo(ReferenceTable.number(row, "upper"), within(ROUNDING));
      assertThat(concentration.shareOfTop(0.2))
          .isCloseTo(ReferenceTable.number(row, "top20"), within(ROUNDING));
      assertThat(concentration.lorenz(0.3))
          .isCloseTo(ReferenceTable.number(row, "lorenz30"), within(ROUNDING));
    }
  }

  @Test
  void refusesQuestionsOffTheRange() {
    Concentration two = of(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.shareOfLargest(3))
        .withMessage("largest (3) must be from 0 to the number of customers, 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.shareOfTop(1.2))
        .withMessage("shareOfCustomers (1.2) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.core(0))
        .withMessage("share (0.0) must be over 0 and at most 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.lorenzCurve(0))
        .withMessage("steps (0) must be from 1 to 1000000: points for a picture");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withLevel(1))
        .withMessage("level (1.0) must be over 0 and under 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParetoPoint(0.6))
        .withMessage("shareOfCustomers (0.6) must be over 0 and at most 0.5");
  }

  @Test
  void refusesResultsThatAreNoShares() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LorenzPoint(Double.NaN, 0))
        .withMessage("shareOfCustomers (NaN) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LorenzPoint(0.5, Double.NEGATIVE_INFINITY))
        .withMessage("shareOfTotal (-Infinity) must be finite");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new CoreCustomers(Double.NaN, List.of(), Money.of("USD", 1), new Proportion(0, 1)))
        .withMessage("share (NaN) must be over 0 and at most 1");
  }
}
