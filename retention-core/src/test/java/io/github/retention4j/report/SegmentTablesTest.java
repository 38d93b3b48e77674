package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.attention.RfmCalculator;
import io.github.retention4j.attention.SegmentMovement;
import io.github.retention4j.attention.SegmentRule;
import io.github.retention4j.attention.SegmentRules;
import io.github.retention4j.attention.TenureBand;
import io.github.retention4j.attention.TenureTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.segment.ChurnDriversCalculator;
import io.github.retention4j.segment.ChurnSample;
import io.github.retention4j.segment.MixShiftCalculator;
import io.github.retention4j.stats.Proportion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SegmentTablesTest {

  private static EventLog log(String events, LocalDate end) {
    return EventLog.of(
        Stream.of(events.split(" ", -1))
            .map(
                it ->
                    Event.of(
                        CustomerId.of(it.substring(0, 1)),
                        LocalDate.of(2024, 1, Integer.parseInt(it.substring(1)))))
            .toList(),
        end);
  }

  @Test
  void movementCountsThoseWhoCameAndWent() {
    SegmentRules rules =
        SegmentRules.of(5, List.of(SegmentRule.of("recent").withRecency(3, 5)), "silent");
    RfmCalculator calculator = RfmCalculator.withDefaults().with(rules);
    LocalDate before = LocalDate.of(2024, 1, 10);
    LocalDate after = LocalDate.of(2024, 1, 20);
    CsvText.check(
        SegmentTables.rfmMovement(
            SegmentMovement.between(
                calculator.calculate(log("a9 b2", before.plusDays(1)), before),
                calculator.calculate(log("a9 b18 c19", after.plusDays(1)), after))),
        """
        from,to,customers,share,why empty
        recent,recent,0,0.0,
        recent,silent,1,1.0,
        recent,(none),0,0.0,
        silent,recent,1,1.0,
        silent,silent,0,0.0,
        silent,(none),0,0.0,
        (none),recent,1,,share: they were in no segment
        (none),silent,0,,share: they were in no segment
        """);
  }

  @Test
  void tenureHasALastBandWithoutEnd() {
    ResultTable table =
        SegmentTables.tenure(
            new TenureTable(
                LocalDate.of(2024, 2, 29),
                List.of(
                    new TenureBand(0, OptionalLong.of(3), new Proportion(0, 2)),
                    new TenureBand(3, OptionalLong.empty(), new Proportion(2, 2))),
                1));
    assertThat(table.title()).isEqualTo("Tenure as of 2024-02-29, 1 not started");
    CsvText.check(
        table,
        """
        from months,to under months,customers,of,share,lower,upper,why empty
        0,3,0,2,0.0,0.0,0.6576197724933469,
        3,,2,2,1.0,0.34238022750665315,1.0,to under months: the last band has no end
        """);
  }

  /** Rates stay and the better plan is gone: half times 0.0625, and half times 0.1875. */
  @Test
  void mixShiftSumsToTheChange() {
    CsvText.check(
        SegmentTables.mixShift(
            MixShiftCalculator.withDefaults()
                .compare(
                    new TreeMap<>(
                        Map.of("monthly", new Proportion(4, 8), "yearly", new Proportion(2, 8))),
                    new TreeMap<>(Map.of("monthly", new Proportion(4, 8))))),
        """
        value,lost before,customers before,churn before,lost after,customers after,churn after,mix,rates,interaction,why empty
        monthly,4,8,0.5,4,8,0.5,0.03125,0.0,0.0,
        yearly,2,8,0.25,0,0,,0.09375,0.0,0.0,churn after: no customer had the value
        total,6,16,0.375,4,8,0.5,0.125,0.0,0.0,
        """);
  }

  /** 5 of 20 left the one plan, 15 the other: 10 more, half of all. */
  @Test
  void attributesSayWhatTheyLack() {
    boolean[] left = new boolean[40];
    for (int i = 0; i < 40; i++) {
      left[i] = (i % 4 == 0) == (i < 20);
    }
    List<String> plans = Stream.iterate(0, i -> i + 1).limit(40).map(i -> "p" + i / 20).toList();
    CsvText.check(
        SegmentTables.attributes(
            ChurnDriversCalculator.withDefaults()
                .audit(ChurnSample.of(left).withLabels("plan", plans))),
        """
        attribute,kind,values,strength,lower,upper,p-value,"p-value, Holm","p-value, Benjamini-Hochberg",p-value of trend,best value,losses above it,share of all losses,why empty
        plan,categorical,2,0.47985743496869654,0.19008524571172983,0.8098975161522814,0.0015654022580025495,0.0015654022580025495,0.0015654022580025495,,p0,10.0,0.5,"p-value of trend: the values have no order, or fewer than two have a place"
        """);
  }
}
