package io.github.retention4j.economics;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.MeanContrast;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionDifference;
import io.github.retention4j.stats.SampleMean;
import io.github.retention4j.time.Granularity;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProgrammeEffectTest {

  /** The references print 15 digits. */
  private static final double PRINTED = 1e-12;

  private static RetentionRate yearly(long kept, long of) {
    return new RetentionRate(
        new Proportion(kept, of), Granularity.YEAR, RetentionDefinition.SAME_CUSTOMERS);
  }

  private static ProgrammeEffect byLot(long x1, long n1, long x2, long n2) {
    return new ProgrammeEffect(Assignment.RANDOMISED, yearly(x1, n1), yearly(x2, n2));
  }

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  private static List<NamedCsvRecord> rows(String name) {
    return ReferenceTable.rows(ProgrammeEffectTest.class, name);
  }

  private static Proportion share(NamedCsvRecord row, int group) {
    return new Proportion(
        Long.parseLong(row.getField("x" + group)), Long.parseLong(row.getField("n" + group)));
  }

  @Test
  void theExampleOfTheDocumentation() {
    ProgrammeEffect effect = byLot(870, 1000, 820, 1000);
    assertThat(effect.lift()).isCloseTo(0.05, within(1e-12));
    assertThat(effect.keptMore()).isCloseTo(50, within(1e-9));
    assertThat(effect.warning()).isEmpty();
    assertThat(effect.toText(0.95))
        .isEqualTo(
            """
            Programme 870/1000 (87.00 %) a year
            Control   820/1000 (82.00 %) a year
              lift +5.0 points [1.8 %, 8.2 %] 95 % Newcombe, p = 0.0020
              ratio 1.061 [1.02178, 1.10168] 95 % Katz log
              one more kept in 20.0 [12.2, 54.7] 95 % Newcombe
              kept more 50.0, 18.3 to 81.7
            """);
  }

  @Test
  void whoeverWasNotDrawnByLotIsWarned() {
    ProgrammeEffect effect =
        new ProgrammeEffect(Assignment.SELF_SELECTED, yearly(87, 100), yearly(82, 100));
    assertThat(effect.warning().orElseThrow())
        .startsWith("not randomised: customers chose to join");
    assertThat(effect.toText(0.95)).contains("  caution: not randomised");
    assertThat(Assignment.MATCHED.warning().orElseThrow()).startsWith("matched, not randomised");
  }

  @Test
  void theNumberNeededMayRunThroughNoEffectToHarm() {
    NumberNeededToTreat sure =
        new NumberNeededToTreat(0.05, new ConfidenceInterval(0.01, 0.09, 0.95, "Newcombe"));
    assertThat(sure).hasToString("20.0 [11.1, 100.0] 95 % Newcombe");
    assertThat(sure.fewestToLoseOneMore()).isEmpty();
    NumberNeededToTreat unsure =
        new NumberNeededToTreat(0.05, new ConfidenceInterval(-0.02, 0.09, 0.95, "Newcombe"));
    assertThat(unsure).hasToString("20.0 [11.1, no effect, one more lost in 50.0] 95 % Newcombe");
    assertThat(unsure.most()).isEmpty();
    NumberNeededToTreat harm =
        new NumberNeededToTreat(-0.05, new ConfidenceInterval(-0.1, -0.01, 0.95, "Newcombe"));
    assertThat(harm).hasToString("none [none, no effect, one more lost in 10.0] 95 % Newcombe");
    assertThat(harm.toKeepOneMore()).isEmpty();
  }

  @Test
  void testsAndReturnsAgreeWithR() {
    for (NamedCsvRecord row : rows("programme-returns.csv")) {
      ProgrammeEffect effect =
          byLot(
              share(row, 1).count(),
              share(row, 1).total(),
              share(row, 2).count(),
              share(row, 2).total());
      assertThat(effect.test().pValue()).isCloseTo(number(row, "p"), within(PRINTED));
      ProgrammeReturn earned =
          new ProgrammeReturn(
              effect,
              usd(number(row, "value")),
              usd(number(row, "cost")),
              number(row, "costError"));
      assertThat(earned.value()).isCloseTo(number(row, "return"), within(PRINTED));
      ConfidenceInterval delta = earned.interval(ReturnIntervalMethod.DELTA, 0.95).orElseThrow();
      assertThat(delta.lower()).isCloseTo(number(row, "lower"), within(PRINTED));
      assertThat(delta.upper()).isCloseTo(number(row, "upper"), within(PRINTED));
      ConfidenceInterval fieller =
          earned.interval(ReturnIntervalMethod.FIELLER, 0.95).orElseThrow();
      assertThat(fieller.contains(earned.value())).isTrue();
      if (number(row, "costError") == 0) {
        assertThat(fieller.upper()).isCloseTo(delta.upper(), within(PRINTED));
      }
    }
  }

  @Test
  void aReturnWithAKnownCostTakesNewcombe() {
    ProgrammeReturn earned = new ProgrammeReturn(byLot(870, 1000, 820, 1000), usd(400), usd(16), 0);
    ConfidenceInterval lift = earned.effect().interval(0.95);
    ConfidenceInterval known =
        earned.interval(ReturnIntervalMethod.NEWCOMBE_KNOWN_COST, 0.95).orElseThrow();
    assertThat(known.lower()).isCloseTo(lift.lower() * 25 - 1, within(PRINTED));
    assertThat(known.upper()).isCloseTo(lift.upper() * 25 - 1, within(PRINTED));
    assertThat(earned.gainPerMember().amount()).isCloseTo(20, within(1e-9));
    assertThat(earned.breakEvenLift().getAsDouble()).isCloseTo(0.04, within(PRINTED));
    assertThat(earned.toText(0.95))
        .isEqualTo(
            """
            Per member: gain USD 20.00 [USD 7.32, USD 32.67] 95 % Newcombe, cost USD 16.00
              return 25.0 % [-54.1 %, 104.1 %] 95 % Fieller
              breaks even at a lift of 4.0 % of members
            """);
  }

  @Test
  void aCostThatMayBe0BoundsNoReturn() {
    ProgrammeReturn unsure = new ProgrammeReturn(byLot(870, 1000, 820, 1000), usd(10), usd(16), 9);
    assertThat(unsure.interval(ReturnIntervalMethod.FIELLER, 0.95)).isEmpty();
    assertThat(unsure.breakEvenLift()).isEmpty();
    assertThat(unsure.toText(0.95)).contains("without bounds", "more than all members");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unsure.interval(ReturnIntervalMethod.NEWCOMBE_KNOWN_COST, 0.95))
        .withMessage("costStandardError (9.0) must be 0 for NEWCOMBE_KNOWN_COST");
  }

  @Test
  void differencesInDifferencesAgreeWithStatsmodels() {
    for (NamedCsvRecord row : rows("difference-in-differences.csv")) {
      DifferenceInDifferences did =
          new DifferenceInDifferences(share(row, 1), share(row, 2), share(row, 3), share(row, 4));
      // The regression solves a linear system, good to about eleven digits.
      assertThat(did.difference()).isCloseTo(number(row, "did"), within(1e-12));
      assertThat(did.standardError()).isCloseTo(number(row, "se"), within(1e-11));
      assertThat(did.interval(0.95).lower()).isCloseTo(number(row, "lower"), within(PRINTED));
      assertThat(did.interval(0.95).upper()).isCloseTo(number(row, "upper"), within(PRINTED));
      double wald = did.waldInterval(0.95).width() / 2;
      assertThat(wald).isCloseTo(1.959963984540054 * number(row, "se"), within(1e-11));
    }
  }

  @Test
  void showsBothChanges() {
    DifferenceInDifferences did =
        new DifferenceInDifferences(
            new Proportion(700, 1000),
            new Proportion(760, 1000),
            new Proportion(690, 1000),
            new Proportion(700, 1000));
    assertThat(did.toText(0.95))
        .isEqualTo(
            """
            Programme 700/1000 (70.00 %), then 760/1000 (76.00 %): +6.0 points
            Control   690/1000 (69.00 %), then 700/1000 (70.00 %): +1.0 points
              difference in differences +5.0 points [-0.6 %, 10.6 %] 95 % MOVER of Newcombe, if both would have changed alike
            """);
  }

  @Property
  void aControlGroupThatDoesNotChangeAddsOnlyDoubt(
      @ForAll @IntRange(min = 0, max = 50) int before,
      @ForAll @IntRange(min = 0, max = 50) int after,
      @ForAll @IntRange(min = 0, max = 50) int control) {
    Proportion first = new Proportion(before, 50);
    Proportion then = new Proportion(after, 50);
    Proportion same = new Proportion(control, 50);
    DifferenceInDifferences did = new DifferenceInDifferences(first, then, same, same);
    ProportionDifference alone = new ProportionDifference(then, first);
    assertThat(did.difference()).isEqualTo(alone.difference());
    assertThat(did.interval(0.9).lower()).isLessThan(alone.interval(0.9).lower());
    assertThat(did.interval(0.9).upper()).isGreaterThan(alone.interval(0.9).upper());
  }

  @Test
  void meansAreComparedByWelch() {
    MeanContrast did =
        DifferenceInDifferences.ofMeans(
            new SampleMean(40, 100, 20),
            new SampleMean(40, 118, 22),
            new SampleMean(50, 101, 19),
            new SampleMean(50, 106, 21));
    assertThat(did.estimate()).isCloseTo(13, within(1e-12));
    assertThat(did.standardError())
        .isCloseTo(Math.sqrt(400 / 40.0 + 484 / 40.0 + 361 / 50.0 + 441 / 50.0), within(1e-12));
    MeanContrast changes =
        DifferenceInDifferences.ofChanges(SampleMean.of(18, 20, 16), SampleMean.of(5, 4, 6, 5));
    assertThat(changes.estimate()).isCloseTo(13, within(1e-12));
  }

  @Test
  void aPauseMayOnlyPostpone() {
    PauseEffect pause = new PauseEffect(byLot(900, 1000, 850, 1000), new Proportion(40, 60));
    assertThat(pause.apparent().lift()).isCloseTo(0.05, within(1e-12));
    assertThat(pause.lasting().lift()).isCloseTo(0.01, within(1e-12));
    assertThat(pause.lasting().interval(0.95).contains(0)).isTrue();
    assertThat(pause.postponedShareOfLift().getAsDouble()).isCloseTo(0.8, within(1e-12));
    assertThat(pause.toText(0.95))
        .isEqualTo(
            """
            Pause option: lift +5.0 points [2.1 %, 7.9 %] 95 % Newcombe at first sight
              left after their pause: 40/60 (66.67 %) [54.1 %, 77.3 %] 95 % Wilson
              lasting lift +1.0 points [-2.1 %, 4.1 %] 95 % Newcombe, postponed 80.0 % of it
            """);
    assertThat(
            new PauseEffect(byLot(80, 100, 85, 100), new Proportion(4, 6)).postponedShareOfLift())
        .isEmpty();
    assertThat(new PauseEffect(byLot(80, 100, 85, 100), new Proportion(4, 6)).toText(0.95))
        .contains("postponed no share of it: there was no lift");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PauseEffect(byLot(5, 10, 4, 10), new Proportion(1, 6)))
        .withMessage("leftAfterPause.total (6) must be at most the customers kept, 5");
  }

  @Test
  void refusesRatesThatDoNotCompare() {
    RetentionRate monthly =
        new RetentionRate(
            new Proportion(9, 10), Granularity.MONTH, RetentionDefinition.SAME_CUSTOMERS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProgrammeEffect(Assignment.MATCHED, yearly(9, 10), monthly))
        .withMessage("control.per (MONTH) must be that of the programme, YEAR");
    RetentionRate renewals = RetentionRate.ofRenewals(10, 9, Granularity.YEAR).orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProgrammeEffect(Assignment.MATCHED, yearly(9, 10), renewals))
        .withMessage("control.definition (RENEWAL) must be that of the programme, SAME_CUSTOMERS");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProgrammeReturn(byLot(1, 2, 1, 2), usd(1), usd(0), 0))
        .withMessage("costPerMember (USD 0.00) must be above 0");
  }
}
