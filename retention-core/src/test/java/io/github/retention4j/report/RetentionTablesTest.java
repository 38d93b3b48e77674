package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.retention.RetentionTrend;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetentionTablesTest {

  private static RetentionTrend trend(double level, long of, long... kept) {
    return new RetentionTrend(
        LongStream.of(kept)
            .mapToObj(
                it ->
                    new RetentionRate(
                        new Proportion(it, of),
                        Granularity.MONTH,
                        RetentionDefinition.SAME_CUSTOMERS))
            .toList(),
        level);
  }

  /** 1, 2 and 4 of 10: 10 (0.4 - 0.1) / 20 a month, z = 1.5860, p = 0.1127. */
  @Test
  void trendHasItsVerdictAndTest() {
    CsvText.check(
        RetentionTables.trend(trend(0.95, 10, 1, 2, 4)),
        """
        definition,per,periods,direction,change per period,lower,upper,z,p-value
        SAME_CUSTOMERS,a month,3,standing still,0.15,-0.03536373703429607,0.33536373703429606,1.586041597913043,0.11272987360132926
        """);
    assertThat(RetentionTables.trend(trend(0.9, 1000, 900, 850, 800)).toText())
        .isEqualTo(
            """
            Trend of retention, 90 % interval
            definition          per  periods  direction  change per period    lower    upper       z  p-value
            SAME_CUSTOMERS  a month        3  declining            -5.00 %  -6.31 %  -3.69 %  -6.262  <0.0001
            """);
  }

  @Test
  void trendOfAllKeptStandsStill() {
    assertThat(RetentionTables.trend(trend(0.95, 10, 10, 10)).toText())
        .isEqualTo(
            """
            Trend of retention, 95 % interval
            definition          per  periods       direction  change per period   lower   upper      z  p-value
            SAME_CUSTOMERS  a month        2  standing still             0.00 %  0.00 %  0.00 %  0.000   1.0000
            """);
  }
}
