package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.survival.BrierScore;
import io.github.retention4j.survival.BrierScores;
import io.github.retention4j.survival.ConcordanceIndex;
import io.github.retention4j.survival.CumulativeIncidence;
import io.github.retention4j.survival.GrayTest;
import io.github.retention4j.survival.IncidenceComparison;
import io.github.retention4j.survival.LifeTableCalculator;
import io.github.retention4j.survival.LifetimeEnd;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.LogRankTest;
import io.github.retention4j.survival.MeanCumulativeCount;
import io.github.retention4j.survival.RestrictedMean;
import io.github.retention4j.survival.RestrictedMeanDifference;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurvivalTablesTest {

  /** Two of four are lost, after 1 and 3 months; each group has one of them. */
  private static final LifetimeSample FOUR =
      LifetimeSample.fromStart(
              TimeScale.MEAN_MONTH,
              new double[] {1, 2, 3, 4},
              new boolean[] {true, false, true, false})
          .withGroups("plan", List.of("month", "month", "year", "year"));

  @Test
  void lifeTableCountsByInterval() {
    CsvText.check(
        SurvivalTables.lifeTable(
            LifeTableCalculator.withDefaults()
                .withWidth(2)
                .calculate(
                    LifetimeSample.fromStart(
                        TimeScale.MEAN_MONTH, new double[] {1, 3}, new boolean[] {true, true}))),
        """
        from,to under,entering,entered late,censored,lost,exposed,probability of loss,hazard,survival,standard error,why empty
        0.0,2.0,2.0,0.0,0.0,1.0,2.0,0.5,0.3333333333333333,0.5,0.3535533905932738,
        2.0,4.0,1.0,0.0,0.0,1.0,1.0,1.0,1.0,0.0,,standard error: none is left
        """);
  }

  @Test
  void incidenceGoesReasonByReason() {
    CsvText.check(
        SurvivalTables.incidence(
            CumulativeIncidence.withDefaults()
                .calculate(
                    LifetimeSample.fromStart(
                        TimeScale.MEAN_MONTH,
                        new double[] {1, 2},
                        List.of(LifetimeEnd.left("price"), LifetimeEnd.left("quality"))))),
        """
        reason,time,at risk,lost,incidence,standard error,lower,upper,why empty
        price,1.0,2.0,1.0,0.5,0.3535533905932738,0.005983087639145751,0.9104100848367374,
        price,2.0,1.0,0.0,0.5,0.3535533905932738,0.005983087639145751,0.9104100848367374,
        quality,1.0,2.0,0.0,0.0,0.0,,,"lower: none has left for the reason yet, or all have; upper: none has left for the reason yet, or all have"
        quality,2.0,1.0,1.0,0.5,0.3535533905932738,0.005983087639145751,0.9104100848367374,
        """);
  }

  @Test
  void logRankRepeatsItsTest() {
    CsvText.check(
        SurvivalTables.logRank(LogRankTest.withDefaults().test(FOUR)),
        """
        group,rows,observed,expected,excess,chi-square,degrees of freedom,p-value
        month,2,1.0,0.5,0.5,1.0,1,0.3173105078629137
        year,2,1.0,1.5,-0.5,1.0,1,0.3173105078629137
        """);
  }

  @Test
  void logRankPairsAreAdjusted() {
    CsvText.check(
        SurvivalTables.logRankPairs(
            LogRankTest.withDefaults().pairwise(FOUR, MultipleTesting.HOLM)),
        """
        first,second,excess of first,chi-square,p-value,adjusted p-value
        month,year,0.5,1.0,0.3173105078629137,0.3173105078629137
        """);
  }

  @Test
  void meanCountSaysWhyThereIsNoInterval() {
    CsvText.check(
        SurvivalTables.meanCount(
            MeanCumulativeCount.withDefaults()
                .calculate(
                    LifetimeSample.entering(
                            TimeScale.MEAN_MONTH,
                            new double[] {0, 2, 0, 2},
                            new double[] {2, 4, 2, 3},
                            new boolean[] {true, false, true, true})
                        .withCustomers(
                            Stream.of("a", "a", "b", "b").map(CustomerId::of).toList()))),
        """
        time,observed,events,mean count,standard error,lower,upper,why empty
        2.0,2.0,2.0,1.0,0.0,,,"lower: all customers had the same so far; upper: all customers had the same so far"
        3.0,2.0,1.0,1.5,0.3535533905932738,0.9450638068026338,2.380791628887221,
        4.0,1.0,0.0,1.5,0.3535533905932738,0.9450638068026338,2.380791628887221,
        """);
  }

  private static IncidenceComparison gray(double[] entries, double[] ends, String... reasons) {
    return GrayTest.withDefaults()
        .test(
            LifetimeSample.entering(
                    TimeScale.MEAN_MONTH,
                    entries,
                    ends,
                    Stream.of(reasons)
                        .map(it -> it.isEmpty() ? LifetimeEnd.stillActive() : LifetimeEnd.left(it))
                        .toList())
                .withGroups("plan", List.of("a", "a", "b", "b")),
            "price");
  }

  /** z = 1 - 2/4 - 1/3 = 1/6 and V = 25/288 + 169/1152 + 1/4, by hand as in GrayTestTest. */
  @Test
  void incidenceTestRepeatsItsTest() {
    ResultTable table =
        SurvivalTables.incidenceTest(
            gray(new double[4], new double[] {1, 3, 2, 3}, "price", "", "price", ""));
    assertThat(table.title()).isEqualTo("Gray's test, price");
    CsvText.check(
        table,
        """
        group,observed,expected,chi-square,degrees of freedom,p-value,why empty
        a,1.0,0.8333333333333333,0.057450628366247744,1,0.8105716677567749,
        b,1.0,1.1666666666666665,0.057450628366247744,1,0.8105716677567749,
        """);
  }

  @Test
  void incidenceTestSaysWhereThereIsNothingToCompare() {
    assertThat(
            SurvivalTables.incidenceTest(
                    gray(
                        new double[] {0, 0, 5, 5},
                        new double[] {1, 2, 7, 8},
                        "price",
                        "",
                        "",
                        "card"))
                .toText())
        .isEqualTo(
            """
            Gray's test, price
            group  observed  expected  chi-square  degrees of freedom  p-value
            a          1.00      1.00           -                   -        -
            b          0.00      0.00           -                   -        -
            - none left for the reason while customers of two groups were at risk
            """);
  }

  private static BrierScores brier(double... times) {
    return BrierScore.withDefaults()
        .calculate(
            LifetimeSample.fromStart(
                TimeScale.MEAN_MONTH,
                new double[] {2, 5, 3, 6},
                new boolean[] {true, true, false, false}),
            (row, time) -> time < 2 ? 1 : 0.5,
            times);
  }

  /** Scores of 0, 1/4 and 1/4 at 1, 2 and 4, of the reference 0, 3/16 and 3/16. */
  @Test
  void brierHasMeansOverTimeInItsTitle() {
    ResultTable table = SurvivalTables.brier(brier(1, 2, 4));
    assertThat(table.title())
        .isEqualTo(
            "Brier score, time in mean months, 95 % intervals, mean 0.2083, of the reference 0.1562");
    CsvText.check(
        table,
        """
        time,score,standard error,lower,upper,reference,skill,why empty
        1.0,0.0,0.0,,,0.0,,"lower: no spread, which does not mean certainty; upper: no spread, which does not mean certainty; skill: none was lost yet"
        2.0,0.25,0.0,,,0.1875,-0.33333333333333326,"lower: no spread, which does not mean certainty; upper: no spread, which does not mean certainty"
        4.0,0.24999999999999997,0.07654655446197431,0.09997151011389657,0.4000284898861034,0.1875,-0.33333333333333326,
        """);
  }

  /** By trapezoids (1/8 + 2/4) / 3 = 5/24, of the reference (3/32 + 3/8) / 3 = 5/32. */
  @Test
  void integratedBrierHasItsTimes() {
    CsvText.check(
        SurvivalTables.integratedBrier(brier(1, 2, 4)),
        """
        from,to,times,score,reference,skill,why empty
        1.0,4.0,3,0.20833333333333334,0.15625,-0.3333333333333335,
        """);
    CsvText.check(
        SurvivalTables.integratedBrier(brier(1)),
        """
        from,to,times,score,reference,skill,why empty
        1.0,1.0,1,,,,"score: a single time has no mean over time; reference: a single time has no mean over time; skill: a single time has no mean over time"
        """);
    assertThat(SurvivalTables.integratedBrier(brier(0.5, 1)).toText())
        .isEqualTo(
            """
            Brier score, mean over time in mean months
            from    to  times   score  reference  skill
            0.50  1.00      2  0.0000     0.0000      -
            - none was lost yet
            """);
  }

  @Test
  void brierOfOneTimeHasNoMean() {
    assertThat(SurvivalTables.brier(brier(1)).toText())
        .isEqualTo(
            """
            Brier score, time in mean months
            time   score  standard error  lower  upper  reference  skill
            1.00  0.0000          0.0000      -      -     0.0000      -
            - lower, upper: no spread, which does not mean certainty
            - skill: none was lost yet
            """);
  }

  @Test
  void brierNamesTheLevelOfItsIntervals() {
    ResultTable table =
        SurvivalTables.brier(
            BrierScore.withDefaults()
                .withLevel(0.9)
                .calculate(
                    LifetimeSample.fromStart(
                        TimeScale.MEAN_MONTH, new double[] {1, 3}, new boolean[] {true, true}),
                    (row, time) -> 0.75,
                    2));
    assertThat(table.toText())
        .isEqualTo(
            """
        Brier score, time in mean months, 90 % intervals
        time   score  standard error   lower   upper  reference     skill
        2.00  0.3125          0.1768  0.0217  0.6033     0.2500  -25.00 %
        """);
  }

  /** (6 + 2/2) / (6 + 2 + 2) = 0.7, +- 1.96 * 0.1; the other is cut off at 1. */
  @Test
  void concordanceHasPairsAndInterval() {
    CsvText.check(
        SurvivalTables.concordance(
            new TreeMap<>(
                Map.of(
                    "recency", new ConcordanceIndex(6, 2, 2, 1, 0, 0.1),
                    "Cox", new ConcordanceIndex(9, 0, 1, 1, 0, 0.05)))),
        """
        score,concordance,standard error,lower,upper,concordant,discordant,tied score,tied time,tied both
        Cox,0.95,0.05,0.8520018007729973,1.0,9.0,0.0,1.0,1.0,0.0
        recency,0.7,0.1,0.5040036015459946,0.8959963984540054,6.0,2.0,2.0,1.0,0.0
        """);
  }

  @Test
  void restrictedMeansHaveTheirHorizonsAndUnits() {
    CsvText.check(
        SurvivalTables.restrictedMeans(
            new TreeMap<>(
                Map.of(
                    "year", new RestrictedMean(TimeScale.MEAN_MONTH, 12, 10, 0.5, 0.95),
                    "month", new RestrictedMean(TimeScale.WEEK, 12, 12, 0, 0.9)))),
        """
        group,time in,horizon,mean,standard error,lower,upper,level
        month,weeks,12.0,12.0,0.0,12.0,12.0,0.9
        year,mean months,12.0,10.0,0.5,9.020018007729973,10.979981992270027,0.95
        """);
  }

  private static RestrictedMean mean(double mean, double standardError) {
    return new RestrictedMean(TimeScale.MEAN_MONTH, 12, mean, standardError, 0.95);
  }

  /** 10 - 8 with se 0.5, from 0.3 and 0.4; z = 4. */
  @Test
  void restrictedMeansAreComparedInTwoWays() {
    ResultTable table =
        SurvivalTables.restrictedMeanDifference(
            new RestrictedMeanDifference(mean(10, 0.3), mean(8, 0.4)));
    assertThat(table.title())
        .isEqualTo("Mean lifetimes compared up to 12.00, time in mean months, 95 % intervals");
    CsvText.check(
        table,
        """
        measure,value,lower,upper,p-value,why empty
        difference,2.0,1.020018007729973,2.979981992270027,6.33424836662398E-5,
        ratio,1.25,1.1150051170893858,1.4013388602903964,6.33424836662398E-5,
        """);
  }

  @Test
  void restrictedMeansMayHaveNoRatioAndNoTest() {
    assertThat(
            SurvivalTables.restrictedMeanDifference(
                    new RestrictedMeanDifference(mean(10, 0), mean(0, 0)))
                .toText())
        .isEqualTo(
            """
            Mean lifetimes compared up to 12.00, time in mean months, 95 % intervals
            measure       value    lower    upper  p-value
            difference  10.0000  10.0000  10.0000        -
            ratio             -        -        -        -
            - p-value: neither group lost a customer in that time
            - value, lower, upper: a mean is 0, as all were lost at once
            """);
  }
}
