package io.github.retention4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.ContinuityCorrection;
import io.github.retention4j.stats.EmptyCells;
import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionTests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChurnDriversTest {

  private static final double ROUNDING = 1e-12;

  private final List<Boolean> left = new ArrayList<>();
  private final List<String> contract = new ArrayList<>();
  private final List<String> size = new ArrayList<>();
  private final List<String> channel = new ArrayList<>();

  /** 110 customers: contract and size go with churn, the channel does not. */
  private ChurnSample sample() {
    add(25, 50, "monthly", "small", "web");
    add(5, 50, "yearly", "large", "web");
    add(3, 6, "monthly", "medium", "fax");
    add(2, 4, "", "medium", "");
    boolean[] flags = new boolean[left.size()];
    for (int row = 0; row < flags.length; row++) {
      flags[row] = left.get(row);
    }
    return ChurnSample.of(flags)
        .withLabels("channel", channel)
        .withLabels("contract", contract)
        .withOrdered("size", List.of("small", "medium", "large"), size);
  }

  private void add(int lost, int customers, String itsContract, String itsSize, String itsChannel) {
    for (int i = 0; i < customers; i++) {
      left.add(i < lost);
      contract.add(itsContract);
      size.add(itsSize);
      channel.add(itsChannel);
    }
  }

  @Test
  void comparesEachValueWithTheRest() {
    AttributeProfile profile =
        ChurnDriversCalculator.withDefaults().audit(sample()).attribute("contract");
    assertThat(profile.values().stream().map(ValueProfile::value))
        .containsExactly("monthly", "yearly", "(missing)");
    ValueContrast monthly = profile.value("monthly").contrast().orElseThrow();
    assertThat(profile.value("monthly").churn()).isEqualTo(new Proportion(28, 56));
    assertThat(monthly.against()).isEqualTo("the rest");
    assertThat(monthly.difference().second()).isEqualTo(new Proportion(7, 54));
    assertThat(monthly.riskRatio().orElseThrow().value())
        .isCloseTo(28.0 / 56 / (7.0 / 54), within(ROUNDING));
    assertThat(monthly.oddsRatio().orElseThrow().value()).isCloseTo(47.0 / 7, within(ROUNDING));
    assertThat(monthly.excessLosses()).isCloseTo(28 - 56 * 7.0 / 54, within(ROUNDING));
    assertThat(profile.association().test()).isEqualTo("Chi-square");
    assertThat(profile.trend()).isEmpty();
  }

  @Test
  void comparesWithAReferenceWhereAskedTo() {
    AttributeProfile profile =
        ChurnDriversCalculator.withDefaults()
            .withReference("contract", "yearly")
            .audit(sample())
            .attribute("contract");
    assertThat(profile.value("yearly").contrast()).isEmpty();
    ValueContrast monthly = profile.value("monthly").contrast().orElseThrow();
    assertThat(monthly.against()).isEqualTo("yearly");
    assertThat(monthly.riskRatio().orElseThrow().value()).isCloseTo(5, within(ROUNDING));
    assertThat(monthly.difference().difference()).isCloseTo(0.4, within(ROUNDING));
  }

  @Test
  void countsLossesAboveThoseOfTheBestValue() {
    AvoidableLosses losses =
        ChurnDriversCalculator.withDefaults()
            .audit(sample())
            .attribute("contract")
            .avoidable()
            .orElseThrow();
    // 28 - 56 * 0.1 of the monthly, 2 - 4 * 0.1 of those missing.
    assertThat(losses.best()).isEqualTo("yearly");
    assertThat(losses.losses()).isCloseTo(24, within(ROUNDING));
    assertThat(losses.share()).isCloseTo(24.0 / 35, within(ROUNDING));
  }

  @Test
  void poolsSmallValuesAndListsThem() {
    ChurnDrivers drivers = ChurnDriversCalculator.withDefaults().audit(sample());
    AttributeProfile channels = drivers.attribute("channel");
    assertThat(channels.values().stream().map(ValueProfile::value))
        .containsExactly("web", "(other)", "(missing)");
    assertThat(channels.pooled()).containsExactly(new PooledValue("fax", new Proportion(3, 6)));
    assertThat(drivers.attribute("size").pooled())
        .containsExactly(new PooledValue("medium", new Proportion(5, 10)));
    assertThat(
            ChurnDriversCalculator.withDefaults()
                .withLeastCustomers(1)
                .audit(sample())
                .attribute("channel")
                .pooled())
        .isEmpty();
  }

  @Test
  void testsTheTrendOfAllValues() {
    AttributeProfile sizes =
        ChurnDriversCalculator.withDefaults().audit(sample()).attribute("size");
    assertThat(sizes.trend())
        .contains(
            ProportionTests.trend(
                List.of(new Proportion(25, 50), new Proportion(5, 10), new Proportion(5, 50))));
  }

  @Test
  void ranksByStrengthAndAdjustsForAll() {
    ChurnDrivers drivers = ChurnDriversCalculator.withDefaults().audit(sample());
    assertThat(drivers.attributes().stream().map(AttributeProfile::attribute))
        .containsExactly("contract", "size", "channel");
    for (AttributeProfile profile : drivers.attributes()) {
      assertThat(profile.holm().pValue()).isGreaterThanOrEqualTo(profile.association().pValue());
      assertThat(profile.benjaminiHochberg().pValue()).isLessThanOrEqualTo(profile.holm().pValue());
      assertThat(profile.holm().log10PValue())
          .isCloseTo(Math.log10(profile.holm().pValue()), within(ROUNDING));
    }
    assertThat(drivers.attribute("contract").holm().test()).isEqualTo("Chi-square, Holm adjusted");
    assertThat(drivers)
        .hasToString(
            "35/110 (31.82 %) left; associated: contract 0.407, size 0.407, channel 0.000");
  }

  @Test
  void choosesTheExactTestForSmallTables() {
    ChurnSample few =
        ChurnSample.of(new boolean[] {true, true, true, false, false, false})
            .withLabels("plan", List.of("a", "a", "a", "b", "b", "b"));
    ChurnDriversCalculator unpooled = ChurnDriversCalculator.withDefaults().withLeastCustomers(1);
    AttributeProfile plan = unpooled.audit(few).attribute("plan");
    assertThat(plan.association().test()).isEqualTo("Fisher exact");
    assertThat(plan.association().pValue()).isCloseTo(0.1, within(ROUNDING));
    assertThat(plan.leastExpected()).isEqualTo(1.5);
    ValueContrast contrast = plan.value("a").contrast().orElseThrow();
    assertThat(contrast.riskRatio().orElseThrow().interval().method())
        .isEqualTo("Katz log, Haldane-Anscombe corrected");
    assertThat(unpooled.audit(few).toText())
        .contains("risk ratio 7.000 (0.5101 to 96.06, Katz log, Haldane-Anscombe corrected)");
    AttributeProfile asked =
        unpooled
            .with(SmallTables.CHI_SQUARE)
            .with(ContinuityCorrection.YATES)
            .with(EmptyCells.LEAVE_OUT)
            .with(IntervalMethod.CLOPPER_PEARSON)
            .withLevel(0.9)
            .audit(few)
            .attribute("plan");
    assertThat(asked.association().test()).isEqualTo("Chi-square, Yates corrected");
    assertThat(asked.value("a").contrast().orElseThrow().riskRatio()).isEmpty();
    ConfidenceInterval interval = asked.value("a").interval();
    assertThat(interval.method()).isEqualTo("Clopper-Pearson");
    assertThat(interval.level()).isEqualTo(0.9);
  }

  @Test
  void standsAnAttributeOfOneValueAndASampleWithoutLosses() {
    boolean[] nobody = new boolean[30];
    String[] same = new String[30];
    Arrays.fill(same, "x");
    AttributeProfile profile =
        ChurnDriversCalculator.withDefaults()
            .audit(ChurnSample.of(nobody).withLabels("same", List.of(same)))
            .attribute("same");
    assertThat(profile.association().pValue()).isEqualTo(1);
    assertThat(profile.strength()).isZero();
    assertThat(profile.value("x").contrast()).isEmpty();
    assertThat(profile.avoidable().orElseThrow().share()).isZero();
  }

  @Test
  void knowsChurnPerMonthOfEachValue() {
    ChurnSample sample = sample();
    double[] months = new double[sample.rows()];
    Arrays.fill(months, 10);
    ChurnDrivers drivers = ChurnDriversCalculator.withDefaults().audit(sample.withExposure(months));
    assertThat(drivers.rate()).contains(EventRate.of(35, 1100));
    assertThat(drivers.attribute("contract").value("yearly").rate()).contains(EventRate.of(5, 500));
    assertThat(drivers.toText())
        .startsWith("35/110 (31.82 %) of the customers left, per unit of exposure 0.0318 (0.0222")
        .contains("  yearly: 5/50 (10.00 %), 4.3 % to 21.4 %, per unit of exposure 0.0100 (0.0032");
  }

  @Test
  void saysThatItIsNoCause() {
    String text = ChurnDriversCalculator.withDefaults().audit(sample()).toText();
    assertThat(text)
        .startsWith(
            "35/110 (31.82 %) of the customers left. What follows is association, not cause.")
        .contains(
            "size: strength 0.407 (0.226 to 0.606), Chi-square p = 10^-4.4, Holm p = 0.0001,"
                + " Benjamini-Hochberg p = 10^-4.2 (doubtful: 3.2 expected)")
        .contains("falling in order, Cochran-Armitage trend p = 10^-4.8")
        .contains("24 losses (68.6 % of all) above those at the rate of yearly")
        .contains("(other) pools fax 3/6 (50.00 %)")
        .contains(
            "  monthly: 28/56 (50.00 %), 37.3 % to 62.7 %; against the rest +37.0 points, risk ratio")
        .doesNotContain("NaN");
  }

  @Test
  void refusesWhatItCannotAudit() {
    ChurnDriversCalculator calculator = ChurnDriversCalculator.withDefaults();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.audit(ChurnSample.of(new boolean[1])))
        .withMessage("sample (1 customers, 0 left, by ) must have an attribute");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.withReference("plan", "a").audit(sample()))
        .withMessage("attribute (plan) must be one of [channel, contract, size]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.withReference("contract", "a").audit(sample()))
        .withMessageStartingWith("reference (a) of contract must be one of [monthly, yearly");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.withLevel(0))
        .withMessage("level (0.0) must be over 0 and under 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.withLeastCustomers(0))
        .withMessage("customers (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator.audit(sample()).attribute("contract").value("a"))
        .withMessageStartingWith("value (a) of contract must be one of [monthly, yearly");
  }
}
