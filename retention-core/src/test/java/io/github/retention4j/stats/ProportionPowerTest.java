package io.github.retention4j.stats;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.internal.numeric.Normal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProportionPowerTest {

  private static final ProportionPower POWER = ProportionPower.withDefaults();

  /** The references print 15 digits. */
  private static final double PRINTED = 1e-12;

  /** R solves for n and p2 by uniroot, told to stop at 1e-12; it prints 12 digits. */
  private static final double SOLVED = 1e-9;

  private static List<NamedCsvRecord> rows(String name) {
    return ReferenceTable.rows(ProportionPowerTest.class, name);
  }

  @Test
  void equalGroupsAgreeWithR() {
    for (NamedCsvRecord row : rows("power-equal.csv")) {
      ProportionPower power = POWER.withAlpha(number(row, "alpha"));
      assertThat(power(power.with(PowerAlternative.ONE_SIDED), row))
          .isCloseTo(number(row, "oneSided"), within(PRINTED));
      assertThat(power(power, row)).isCloseTo(number(row, "twoSided"), within(PRINTED));
      assertThat(power(power.with(PowerAlternative.TWO_SIDED_BOTH_TAILS), row))
          .isCloseTo(number(row, "bothTails"), within(PRINTED));
    }
  }

  private static double power(ProportionPower power, NamedCsvRecord row) {
    GroupSizes sizes = GroupSizes.equal(Long.parseLong(row.getField("n")));
    return power.power(number(row, "p1"), number(row, "p2"), sizes);
  }

  @Test
  void unequalGroupsAgreeWithStatsmodels() {
    for (NamedCsvRecord row : rows("power-unequal.csv")) {
      GroupSizes sizes =
          new GroupSizes(Long.parseLong(row.getField("n1")), Long.parseLong(row.getField("n2")));
      assertThat(
              POWER
                  .with(PowerAlternative.TWO_SIDED_BOTH_TAILS)
                  .power(number(row, "p1"), number(row, "p2"), sizes))
          .isCloseTo(number(row, "bothTails"), within(PRINTED));
    }
  }

  @Test
  void sizesAndDetectableRisesAgreeWithR() {
    for (NamedCsvRecord row : rows("power-sizes.csv")) {
      ProportionPower power = POWER.withAlpha(number(row, "alpha"));
      double wanted = number(row, "power");
      assertThat(power.sampleSize(number(row, "p1"), number(row, "p2"), wanted))
          .isEqualTo(GroupSizes.equal((long) Math.ceil(number(row, "n"))));
      double rise = number(row, "rise");
      assertThat(
              power.detectableRise(number(row, "p1"), GroupSizes.equal(500), wanted).getAsDouble())
          .isCloseTo(rise, within(SOLVED));
      assertThat(
              power
                  .detectableFall(1 - number(row, "p1"), GroupSizes.equal(500), wanted)
                  .getAsDouble())
          .isCloseTo(rise, within(SOLVED));
    }
  }

  @Test
  void isNearTheExactChanceThatTheTestRejects() {
    GroupSizes sizes = new GroupSizes(120, 80);
    double exact = 0;
    for (int x = 0; x <= sizes.first(); x++) {
      for (int y = 0; y <= sizes.second(); y++) {
        ProportionDifference seen =
            new ProportionDifference(
                new Proportion(x, sizes.first()), new Proportion(y, sizes.second()));
        if (seen.test().isSignificantAt(0.05)) {
          exact += binomial(x, 120, 0.8) * binomial(y, 80, 0.6);
        }
      }
    }
    // The normal approximation is good to about a point at these sizes.
    assertThat(POWER.power(0.8, 0.6, sizes)).isCloseTo(exact, within(0.01));
  }

  private static double binomial(int x, int n, double p) {
    double chance = 1;
    int ones = 0;
    int zeros = 0;
    for (int i = 1; i <= n; i++) {
      if (i <= x) {
        chance *= (n - x + i) / (double) i;
      }
      while (chance > 1 && ones + zeros < n) {
        chance *= ones < x ? p : 1 - p;
        if (ones < x) {
          ones++;
        } else {
          zeros++;
        }
      }
    }
    return chance * Math.pow(p, x - ones) * Math.pow(1 - p, n - x - zeros);
  }

  @Test
  void theExampleOfTheDocumentation() {
    assertThat(POWER.sampleSize(0.75, 0.70, 0.8))
        .hasToString("1251 + 1251")
        .returns(2502L, GroupSizes::total);
  }

  @Test
  void unequalGroupsNeedMoreCustomersInAll() {
    GroupSizes sizes = POWER.withAllocation(3).sampleSize(0.75, 0.70, 0.8);
    assertThat(sizes.second()).isEqualTo(3 * sizes.first());
    assertThat(sizes.total()).isGreaterThan(2502);
    assertThat(POWER.withAllocation(1.1).sampleSize(0.9, 0.1, 0.9).second()).isPositive();
  }

  @Test
  void equalSharesAreFoundAsOftenAsAFalseAlarm() {
    GroupSizes sizes = GroupSizes.equal(100);
    assertThat(POWER.power(0.3, 0.3, sizes)).isCloseTo(0.025, within(PRINTED));
    assertThat(POWER.with(PowerAlternative.ONE_SIDED).power(0.3, 0.3, sizes))
        .isCloseTo(0.05, within(PRINTED));
    assertThat(POWER.with(PowerAlternative.TWO_SIDED_BOTH_TAILS).power(0.3, 0.3, sizes))
        .isCloseTo(0.05, within(PRINTED));
  }

  @Test
  void sharesOf0And1NeedNoLuck() {
    // One customer each: sqrt(1/2 * 1/2 * 2) = 0.707, times 1.96 is over 1; two each are enough.
    assertThat(POWER.power(0, 1, GroupSizes.equal(1))).isZero();
    assertThat(POWER.power(0, 1, GroupSizes.equal(2))).isEqualTo(1);
    assertThat(POWER.sampleSize(0, 1, 0.99)).isEqualTo(GroupSizes.equal(2));
    assertThat(POWER.power(0, 0, GroupSizes.equal(50))).isZero();
    assertThat(POWER.power(1, 1, GroupSizes.equal(50))).isZero();
    assertThat(Normal.quantile(0.975) * Math.sqrt(0.5)).isBetween(1.0, 2.0);
  }

  @Test
  void noRiseIsFoundWhereThereIsNoRoom() {
    assertThat(POWER.detectableRise(0.99, GroupSizes.equal(100), 0.8)).isEmpty();
    assertThat(POWER.detectableFall(0.01, GroupSizes.equal(100), 0.8)).isEmpty();
    assertThat(POWER.detectableRise(1, GroupSizes.equal(100), 0.8)).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POWER.sampleSize(0.4, 0.4, 0.8))
        .withMessage("second (0.4) must differ from first (0.4), and by enough to be found");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POWER.sampleSize(0.4, 0.5, 0.05))
        .withMessage("power (0.05) must be over alpha (0.05)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POWER.sampleSize(0.4, 0.5, 1))
        .withMessage("power (1.0) must be over 0 and under 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POWER.power(0.4, 1.5, GroupSizes.equal(9)))
        .withMessage("second (1.5) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POWER.power(Double.NaN, 0.5, GroupSizes.equal(9)))
        .withMessage("first (NaN) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POWER.detectableRise(-0.1, GroupSizes.equal(9), 0.8))
        .withMessage("baseline (-0.1) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POWER.withAlpha(0))
        .withMessage("alpha (0.0) must be over 0 and under 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> POWER.withAllocation(0))
        .withMessage("secondPerFirst (0.0) must be from 1.0E-6 to 1000000.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GroupSizes(3, 0))
        .withMessage("second (0) must be at least 1");
  }

  /** The pooled share of such unequal groups rounds past 1. */
  @Test
  void isANumberWhereThePooledShareRoundsPastOne() {
    assertThat(ProportionPower.withDefaults().power(1, 0.95, new GroupSizes(1L << 53, 1)))
        .isBetween(0.0, 1.0);
  }
}
