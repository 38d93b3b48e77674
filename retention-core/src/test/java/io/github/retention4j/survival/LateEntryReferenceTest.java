package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.survival.SurvivalAnswer.Estimate;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The trap of a warehouse that begins in month 24: those who left before are missing. Against R's
 * survival package and the truth that the data were simulated from.
 */
class LateEntryReferenceTest {

  /** The references have 15 digits. */
  private static final double RELATIVE = 1e-11;

  private final JsonNode cases = SharedFiles.cases("survival-left-truncation.json");
  private final List<NamedCsvRecord> rows = SharedLifetimes.rows("sim_left_truncated");

  @Test
  void isRightOnlyWithEntries() {
    check(sampleFrom(24), cases.get("entry_adjusted"));
    check(sampleFrom(0), cases.get("naive_ignoring_entry"));
    double truth = 0.4969;
    assertThat(survivalOfAYear(sampleFrom(24))).isCloseTo(truth, within(0.01));
    assertThat(survivalOfAYear(sampleFrom(0))).isGreaterThan(truth + 0.07);
  }

  @Test
  void estimatesFromAWindowOfTheCalendar() {
    LifetimeSample window = sampleFrom(48);
    JsonNode expected = cases.get("calendar_window_48_72");
    assertThat(window.rows()).isEqualTo(expected.get("rows").asInt());
    assertThat(curve(window).lost()).isEqualTo(expected.get("events").asDouble());
    check(window, expected);
  }

  private static SurvivalCurve curve(LifetimeSample sample) {
    return KaplanMeier.withDefaults().calculate(sample);
  }

  private static double survivalOfAYear(LifetimeSample sample) {
    return curve(sample).at(12).estimate().orElseThrow().survival();
  }

  /** Returns those at risk after a month of the calendar, up to the cut-off. */
  private LifetimeSample sampleFrom(int month) {
    double[] starts = SharedLifetimes.column(rows, "start");
    double[] stops =
        rows.stream()
            .map(row -> row.getField("stop"))
            .mapToDouble(stop -> stop.isEmpty() ? 1e9 : Double.parseDouble(stop))
            .toArray();
    int[] seen =
        IntStream.range(0, starts.length)
            .filter(row -> age(Math.min(stops[row], 72), starts[row]) > entry(month, starts[row]))
            .toArray();
    boolean[] left = new boolean[seen.length];
    IntStream.range(0, seen.length).forEach(i -> left[i] = stops[seen[i]] < 1e9);
    return LifetimeSample.entering(
        TimeScale.MEAN_MONTH,
        Arrays.stream(seen).mapToDouble(row -> entry(month, starts[row])).toArray(),
        Arrays.stream(seen)
            .mapToDouble(row -> age(Math.min(stops[row], 72), starts[row]))
            .toArray(),
        left);
  }

  private static double entry(int month, double start) {
    return Math.max(0, age(month, start));
  }

  /** Months have three decimals: differences are rounded to these, or ties would be missed. */
  private static double age(double month, double start) {
    return Math.rint((month - start) * 1000) / 1000;
  }

  private void check(LifetimeSample sample, JsonNode expected) {
    SurvivalCurve curve = curve(sample);
    double[] times = SharedLifetimes.numbers(cases.get("times"));
    for (int i = 0; i < times.length; i++) {
      Estimate found = curve.at(times[i]).estimate().orElseThrow();
      // R tells those at risk at the next end of a row, some of whom may enter only after the time.
      same("at risk", atRiskAtNextStep(curve, times[i]), expected.get("n_risk").get(i));
      double time = times[i];
      double counted =
          (double)
              IntStream.range(0, sample.rows())
                  .filter(row -> sample.entry(row) < time && time <= sample.duration(row))
                  .count();
      assertThat(found.atRisk()).isEqualTo(counted);
      same("survival", found.survival(), expected.get("surv").get(i));
      if (expected.has("se")) {
        same("error", found.standardError().orElseThrow(), expected.get("se").get(i));
        same("lower", found.interval().orElseThrow().lower(), expected.get("loglog_lower").get(i));
        same("upper", found.interval().orElseThrow().upper(), expected.get("loglog_upper").get(i));
      }
    }
  }

  private static double atRiskAtNextStep(SurvivalCurve curve, double time) {
    int step = 0;
    while (curve.time(step) < time) {
      step++;
    }
    return curve.atRisk(step);
  }

  private static void same(String id, double found, JsonNode expected) {
    double value = expected.asDouble();
    assertThat(found).as(id).isCloseTo(value, within(RELATIVE * Math.abs(value)));
  }
}
