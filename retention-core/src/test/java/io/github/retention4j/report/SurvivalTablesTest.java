package io.github.retention4j.report;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.survival.CumulativeIncidence;
import io.github.retention4j.survival.LifeTableCalculator;
import io.github.retention4j.survival.LifetimeEnd;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.LogRankTest;
import io.github.retention4j.survival.MeanCumulativeCount;
import io.github.retention4j.time.TimeScale;
import java.util.List;
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
}
