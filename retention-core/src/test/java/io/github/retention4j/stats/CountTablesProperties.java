package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CountTablesProperties {

  /** A few roundings of statistics up to some hundreds. */
  private static final double ROUNDING = 1e-10;

  @Provide
  Arbitrary<Proportion> groups() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 50), Arbitraries.longs().between(1, 50))
        .as((count, rest) -> new Proportion(count, count + rest));
  }

  @Property
  void aTableOfSharesIsTestedLikeTheShares(
      @ForAll("groups") Proportion a,
      @ForAll("groups") Proportion b,
      @ForAll("groups") Proportion c) {
    List<Proportion> groups = List.of(a, b, c);
    assertThat(ContingencyTable.of(groups).chiSquare().statistic())
        .isCloseTo(ProportionTests.homogeneity(groups).statistic(), within(ROUNDING));
  }

  @Property
  void turningATableRoundChangesNothing(
      @ForAll("groups") Proportion a,
      @ForAll("groups") Proportion b,
      @ForAll("groups") Proportion c) {
    ContingencyTable table = ContingencyTable.of(List.of(a, b, c));
    long[][] turned = new long[table.columns()][table.rows()];
    IntStream.range(0, turned.length)
        .forEach(
            i ->
                IntStream.range(0, turned[i].length)
                    .forEach(j -> turned[i][j] = table.count(j, i)));
    ContingencyTable other = ContingencyTable.copyOf(turned);
    assertThat(other.cramersVCorrected()).isCloseTo(table.cramersVCorrected(), within(ROUNDING));
    assertThat(other.cramersV()).isBetween(other.cramersVCorrected() - 1, 1.0);
    assertThat(other.leastExpected()).isCloseTo(table.leastExpected(), within(ROUNDING));
  }

  @Property
  void swappedGroupsHaveTheInverseRatio(
      @ForAll("groups") Proportion a, @ForAll("groups") Proportion b) {
    RatioEstimate there = new OddsRatio(a, b).estimate(0.9);
    RatioEstimate back = new OddsRatio(b, a).estimate(0.9);
    assertThat(there.value() * back.value()).isCloseTo(1, within(ROUNDING));
    assertThat(there.interval().lower() * back.interval().upper()).isCloseTo(1, within(ROUNDING));
    double risk =
        new RiskRatio(a, b).estimate(0.9).value() * new RiskRatio(b, a).estimate(0.9).value();
    assertThat(risk).isCloseTo(1, within(ROUNDING));
  }

  @Property
  void oneStratumIsOneTable(@ForAll("groups") Proportion a, @ForAll("groups") Proportion b) {
    CochranMantelHaenszel one = new CochranMantelHaenszel(List.of(new ProportionDifference(a, b)));
    double n = (double) a.total() + b.total();
    double expected = ContingencyTable.of(List.of(a, b)).chiSquare().statistic() * (n - 1) / n;
    assertThat(one.test(ContinuityCorrection.NONE).statistic())
        .isCloseTo(expected, within(ROUNDING));
    one.oddsRatio(0.9)
        .ifPresent(
            odds ->
                assertThat(odds.value())
                    .isCloseTo(new OddsRatio(a, b).value().orElseThrow(), within(1e-9)));
  }
}
