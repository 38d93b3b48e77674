package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Mean counts by hand and by R 4.2.2 survival 3.5-3: survfit(Surv(start, stop, event) ~ 1, id = id,
 * robust = TRUE), its cumhaz and std.chaz.
 */
class MeanCumulativeCountTest {

  /** R prints 16 digits. */
  private static final Offset<Double> R = within(1e-14);

  private static final MeanCumulativeCount COUNT = MeanCumulativeCount.withDefaults();

  private static final double[] STARTS = {0, 2, 5, 0, 3, 1, 2, 4, 0, 0, 4};
  private static final double[] STOPS = {2, 5, 7, 3, 6, 2, 4, 8, 5, 4, 6};
  private static final boolean[] EVENTS = {
    true, true, false, true, false, true, true, false, false, true, true
  };

  /** Five customers, one of whom enters late. */
  private static final LifetimeSample FIVE =
      sample(STARTS, STOPS, EVENTS, 1, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5);

  /** One with events after 2 and 5, seen for 6; one with an event after 3, seen for 4. */
  private static final LifetimeSample TWO =
      sample(
          new double[] {0, 2, 5, 0, 3},
          new double[] {2, 5, 6, 3, 4},
          new boolean[] {true, true, false, true, false},
          1,
          1,
          1,
          2,
          2);

  private static LifetimeSample sample(
      double[] starts, double[] stops, boolean[] events, int... customers) {
    return LifetimeSample.entering(TimeScale.MEAN_MONTH, starts, stops, events)
        .withCustomers(IntStream.of(customers).mapToObj(CustomerId::of).toList());
  }

  @Test
  void countsEventsPerCustomer() {
    MeanCountCurve curve = COUNT.calculate(TWO);
    assertThat(curve.size()).isEqualTo(5);
    assertThat(curve.mean(0)).isEqualTo(0.5);
    assertThat(curve.at(3)).hasValue(1);
    assertThat(curve.at(5.5)).hasValue(2);
    assertThat(curve.at(1)).hasValue(0);
    assertThat(curve.at(6.5)).isEmpty();
    assertThat(curve.observed(3)).isEqualTo(1);
    assertThat(curve.events(3)).isEqualTo(1);
    assertThat(curve.time(3)).isEqualTo(5);
    assertThat(curve.level()).isEqualTo(0.95);
    assertThat(curve.timeScale()).isEqualTo(TimeScale.MEAN_MONTH);
    // One had the event, (1 - 1/2)/2, the other not, -1/2/2.
    assertThat(curve.standardError(0)).isCloseTo(Math.sqrt(2 * 0.25 * 0.25), R);
    // Both had one event each: no spread is seen.
    assertThat(curve.standardError(1)).isZero();
    assertThat(curve.interval(1)).isEmpty();
    assertThat(curve.intervalAt(2.5)).isEqualTo(curve.interval(0));
    assertThat(curve.intervalAt(1)).isEmpty();
    assertThat(curve.interval(0).orElseThrow().contains(0.5)).isTrue();
  }

  @Test
  void agreesWithR() {
    MeanCountCurve curve = COUNT.calculate(FIVE);
    double[] means = {0.4, 0.6, 1.0, 1.2, 1.45, 1.45, 1.45};
    double[] errors = {
      0.2190890230020665,
      0.2190890230020665,
      0.2828427124746191,
      0.3346640106136303,
      0.3299621190379284,
      0.3299621190379284,
      0.3299621190379284
    };
    check(curve, means, errors);
  }

  @Test
  void agreesWithRForWeights() {
    double[] weights = {1, 1, 1, 2, 2, 1, 1, 1, 3, 1.5, 1.5};
    double[] means = {
      0.2352941176470588,
      0.4705882352941176,
      0.7647058823529411,
      0.8823529411764706,
      1.1550802139037433,
      1.1550802139037433,
      1.1550802139037433
    };
    double[] errors = {
      0.1669527762188902,
      0.2403287938295549,
      0.3154677182018403,
      0.3643583828674929,
      0.4043720354011772,
      0.4043720354011772,
      0.4043720354011772
    };
    check(COUNT.calculate(FIVE.withWeights(weights)), means, errors);
  }

  private static void check(MeanCountCurve curve, double[] means, double[] errors) {
    assertThat(curve.size()).isEqualTo(means.length);
    for (int step = 0; step < means.length; step++) {
      assertThat(curve.mean(step)).isCloseTo(means[step], R);
      assertThat(curve.standardError(step)).isCloseTo(errors[step], R);
    }
  }

  @Test
  void agreesWithRForRecurrencesOfAnIllness() {
    List<NamedCsvRecord> rows =
        SharedLifetimes.rows("bladder2").stream()
            .filter(row -> !row.getField("start").equals(row.getField("stop")))
            .toList();
    boolean[] events = new boolean[rows.size()];
    IntStream.range(0, events.length)
        .forEach(row -> events[row] = rows.get(row).getField("event").equals("1"));
    LifetimeSample sample =
        LifetimeSample.entering(
                TimeScale.MEAN_MONTH,
                SharedLifetimes.column(rows, "start"),
                SharedLifetimes.column(rows, "stop"),
                events)
            .withCustomers(rows.stream().map(row -> CustomerId.of(row.getField("id"))).toList())
            .withGroups("rx", SharedLifetimes.labels(rows, "rx"));
    SortedMap<String, MeanCountCurve> curves = COUNT.calculateByGroup(sample);
    double[][] first = {
      {5, 0.304851474971734, 0.06787190072122207},
      {12, 0.7168283869486459, 0.14058437404991506},
      {24, 1.4467741864066404, 0.24382084196993087},
      {36, 1.9332157935382972, 0.3037142529823512},
      {48, 2.099882460204964, 0.34846684627919905}
    };
    double[][] second = {
      {5, 0.3304093567251462, 0.10266361439035847},
      {12, 0.4473736424394319, 0.1347736990650296},
      {24, 0.8898365036522929, 0.2140514572670713},
      {36, 1.3481008700048946, 0.3246441693490645},
      {48, 1.6528627747667994, 0.4075375447383009}
    };
    checkAt(requireNonNull(curves.get("rx=1")), first);
    checkAt(requireNonNull(curves.get("rx=2")), second);
  }

  private static void checkAt(MeanCountCurve curve, double[][] expected) {
    for (double[] it : expected) {
      int step = 0;
      while (step + 1 < curve.size() && curve.time(step + 1) <= it[0]) {
        step++;
      }
      assertThat(curve.at(it[0]).orElseThrow()).isCloseTo(it[1], R);
      assertThat(curve.standardError(step)).isCloseTo(it[2], within(1e-13));
    }
  }

  @Test
  void isWrittenAsText() {
    assertThat(COUNT.calculate(TWO).toText())
        .isEqualTo(
            """
            Mean cumulative count, mean months, intervals 95 % log
            time  observed  events  mean count   lower   upper
               2         2       1      0.5000  0.1250  1.9992
               3         2       1      1.0000       -       -
               5         1       1      2.0000       -       -
            """);
  }

  @Test
  void refusesRowsThatOverlapAndCustomersWithoutNames() {
    LifetimeSample overlapping =
        sample(new double[] {0, 1}, new double[] {2, 3}, new boolean[] {true, false}, 7, 7);
    assertThatThrownBy(() -> COUNT.calculate(overlapping))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("entry (1.0) of row 2 must not be before the end of another row of customer 7");
    LifetimeSample nameless =
        LifetimeSample.fromStart(TimeScale.DAY, new double[] {1}, new boolean[] {true});
    assertThatThrownBy(() -> COUNT.calculate(nameless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sample (1 lifetimes in days, 1 ended) must name its customers");
    assertThatThrownBy(() -> COUNT.calculateByGroup(TWO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(") must have groups");
    assertThatThrownBy(() -> COUNT.withLevel(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level (0.0) must be between 0 and 1");
    assertThatThrownBy(() -> COUNT.calculate(TWO).at(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time (-1.0) must be 0 or more");
  }
}
