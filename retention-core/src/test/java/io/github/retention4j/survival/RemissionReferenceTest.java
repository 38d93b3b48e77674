package io.github.retention4j.survival;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves and tests of a small published data set, against R, on every machine. */
class RemissionReferenceTest {

  /** The references have 15 digits. */
  private static final double RELATIVE = 1e-12;

  private static final double[] TIMES = {
    9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45
  };
  private static final double[] ENTRIES = {
    0, 2, 0, 10, 0, 4, 12, 0, 30, 0, 40, 0, 1, 0, 5, 0, 0, 20, 0, 3, 0, 11, 44
  };

  private static boolean[] left() {
    boolean[] left = new boolean[TIMES.length];
    Arrays.fill(left, true);
    for (int censored : new int[] {2, 5, 8, 10, 16}) {
      left[censored] = false;
    }
    return left;
  }

  private static LifetimeSample sample(String name) {
    boolean late = name.equals("entries") || name.equals("both");
    LifetimeSample sample =
        late
            ? LifetimeSample.entering(TimeScale.WEEK, ENTRIES, TIMES, left())
            : LifetimeSample.fromStart(TimeScale.WEEK, TIMES, left());
    double[] weights = {1, 2.5, 3};
    return name.equals("weights") || name.equals("both")
        ? sample.withWeights(
            IntStream.range(0, TIMES.length).mapToDouble(row -> weights[row % 3]).toArray())
        : sample;
  }

  @Test
  void estimatesCurvesAndHazardsAsR() {
    Map<String, Integer> steps = new HashMap<>();
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "kaplan-meier.csv")) {
      String name = row.getField("case");
      int step = steps.merge(name, 1, Integer::sum) - 1;
      SurvivalCurve curve = KaplanMeier.withDefaults().calculate(sample(name));
      assertThat(curve.time(step)).as(name).isEqualTo(number(row, "time"));
      same(name, curve.atRisk(step), number(row, "at_risk"));
      same(name, curve.lost(step), number(row, "lost"));
      same(name, curve.survival(step), number(row, "survival"));
      same(name, curve.standardError(step).orElse(Double.NaN), number(row, "error"));
      same(name, curve.cumulativeHazard().value(step), number(row, "hazard"));
      same(name, curve.cumulativeHazard().standardError(step), number(row, "hazard_error"));
    }
    assertThat(steps.keySet()).containsExactlyInAnyOrder("plain", "weights", "entries", "both");
  }

  @Test
  void testsGroupsAsR() {
    List<String> groups =
        IntStream.range(0, TIMES.length).mapToObj(row -> row < 11 ? "a" : "b").toList();
    List<String> strata =
        IntStream.range(0, TIMES.length)
            .mapToObj(row -> List.of("x", "y", "z").get(row % 3))
            .toList();
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "log-rank.csv")) {
      LifetimeSample plain = sample("plain").withGroups("group", groups);
      String name = row.getField("case");
      LogRankResult found =
          LogRankTest.withDefaults()
              .with(new LogRankWeight.FlemingHarrington(number(row, "p"), 0))
              .test(name.equals("strata") ? plain.withStrata("stratum", strata) : plain);
      same(name, found.expected("a"), number(row, "expected_a"));
      same(name, found.covariance("a", "a"), number(row, "variance"));
      same(name, found.test().statistic(), number(row, "chi_square"));
      same(name, found.test().log10PValue(), number(row, "log10_p"));
    }
  }

  private static void same(String id, double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).as(id).isNaN();
    } else {
      assertThat(found)
          .as(id)
          .isCloseTo(expected, within(RELATIVE * Math.max(0.1, Math.abs(expected))));
    }
  }
}
