package io.github.retention4j.survival;

import static io.github.retention4j.ReferenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cumulative incidences against R's survival package. */
class CumulativeIncidenceReferenceTest {

  /** The references have 15 digits. */
  private static final double RELATIVE = 1e-12;

  private static final double[] TIMES = {1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 7, 8};
  private static final double[] WEIGHTS = {1, 2, 1, 3, 1, 1, 2, 1, 1, 4, 1, 2};
  private static final List<LifetimeEnd> ENDS =
      CumulativeIncidenceTest.ends("v", "i", "v", "", "v", "i", "v", "i", "", "v", "", "v");

  private static final LifetimeSample TIES = LifetimeSample.fromStart(TimeScale.DAY, TIMES, ENDS);

  @Test
  void agreesWithRForTies() {
    check("ties", TIES);
  }

  @Test
  void agreesWithRForLateEntry() {
    double[] entries = {0, 0, 1, 0, 2, 1, 2, 3, 0, 4, 2, 5};
    check("late", LifetimeSample.entering(TimeScale.DAY, entries, TIMES, ENDS));
  }

  @Test
  void takesAWeightForRowsRepeated() {
    check("repeated", TIES.withWeights(WEIGHTS));
  }

  @Test
  void agreesWithRForReasonsOfChurn() {
    List<NamedCsvRecord> rows = SharedLifetimes.rows("sim_churn_reasons");
    LifetimeSample sample =
        LifetimeSample.fromStart(
                TimeScale.MEAN_MONTH,
                SharedLifetimes.column(rows, "months"),
                rows.stream().map(row -> end(row.getField("reason"), "active")).toList())
            .withGroups("annual", SharedLifetimes.labels(rows, "annual_plan"));
    GroupIncidenceCurves byPlan =
        CumulativeIncidence.withDefaults().with(SurvivalInterval.LOG).calculateByGroup(sample);
    check("sim-0", byPlan.of("annual_plan=0"));
    check("sim-1", byPlan.of("annual_plan=1"));
  }

  /** In 24 months 0.364 and 0.193 leave; with the other censored R too has 0.408 and 0.247. */
  @Test
  void showsTheTrapOfCensoringTheOtherReason() {
    List<NamedCsvRecord> rows = SharedLifetimes.rows("sim_churn_reasons");
    double[] months = SharedLifetimes.column(rows, "months");
    List<LifetimeEnd> ends =
        rows.stream().map(row -> end(row.getField("reason"), "active")).toList();
    IncidenceCurves curves =
        CumulativeIncidence.withDefaults()
            .calculate(LifetimeSample.fromStart(TimeScale.MEAN_MONTH, months, ends));
    for (String reason : List.of("voluntary", "involuntary")) {
      boolean[] left = new boolean[months.length];
      for (int row = 0; row < left.length; row++) {
        left[row] = ends.get(row).equals(LifetimeEnd.left(reason));
      }
      double trap =
          1
              - KaplanMeier.withDefaults()
                  .calculate(LifetimeSample.fromStart(TimeScale.MEAN_MONTH, months, left))
                  .at(24)
                  .estimate()
                  .orElseThrow()
                  .survival();
      boolean voluntary = reason.equals("voluntary");
      assertThat(trap)
          .isCloseTo(voluntary ? 0.408482181285008 : 0.246657029675706, within(RELATIVE));
      assertThat(curves.of(reason).at(24).orElseThrow().incidence())
          .isCloseTo(voluntary ? 0.36392737450588 : 0.193289165790978, within(RELATIVE));
    }
  }

  @Test
  void agreesWithRForMonthsOfAnIllness() {
    List<NamedCsvRecord> rows = SharedLifetimes.rows("mgus2");
    double[] months = new double[rows.size()];
    List<LifetimeEnd> ends = new ArrayList<>();
    for (int row = 0; row < months.length; row++) {
      boolean progressed = number(rows.get(row), "pstat") == 1;
      boolean died = number(rows.get(row), "death") == 1;
      months[row] = number(rows.get(row), progressed ? "ptime" : "futime");
      ends.add(end(progressed ? "pcm" : died ? "death" : "", ""));
    }
    check("mgus2", LifetimeSample.fromStart(TimeScale.MEAN_MONTH, months, ends));
  }

  private static LifetimeEnd end(String reason, String active) {
    return reason.equals(active) ? LifetimeEnd.stillActive() : LifetimeEnd.left(reason);
  }

  private static void check(String name, LifetimeSample sample) {
    for (SurvivalInterval scale : SurvivalInterval.values()) {
      check(name, CumulativeIncidence.withDefaults().with(scale).calculate(sample), scale);
    }
  }

  private static void check(String name, IncidenceCurves curves) {
    check(name, curves, SurvivalInterval.LOG);
  }

  private static void check(String name, IncidenceCurves curves, SurvivalInterval scale) {
    rows(name)
        .filter(row -> row.getField("scale").equals(scale.toString()))
        .forEach(
            row -> {
              IncidenceEstimate found =
                  curves.of(row.getField("reason")).at(number(row, "time")).orElseThrow();
              same(row, "incidence", found.incidence());
              same(row, "error", found.standardError().orElseThrow());
              Optional<ConfidenceInterval> limits = found.interval();
              limits.ifPresent(it -> same(row, "lower", it.lower()));
              limits.ifPresent(it -> same(row, "upper", it.upper()));
            });
  }

  private static Stream<NamedCsvRecord> rows(String name) {
    List<NamedCsvRecord> rows =
        ReferenceTable.rows(CumulativeIncidenceReferenceTest.class, "cumulative-incidence.csv")
            .stream()
            .filter(row -> row.getField("case").equals(name))
            .toList();
    assertThat(rows).as(name).isNotEmpty();
    return rows.stream();
  }

  private static void same(NamedCsvRecord row, String column, double found) {
    if (!row.getField(column).equals("NA")) {
      assertThat(found)
          .as(row + " " + column)
          .isCloseTo(number(row, column), within(RELATIVE * Math.max(1e-2, number(row, column))));
    }
  }
}
