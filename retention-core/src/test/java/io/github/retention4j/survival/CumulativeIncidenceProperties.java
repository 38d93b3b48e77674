package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Curves against the definition, row by row, and the variance against the jackknife. */
class CumulativeIncidenceProperties {

  private static final CumulativeIncidence INCIDENCE = CumulativeIncidence.withDefaults();

  @Property(tries = 200)
  void isTheSumOfItsDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows) {
    LifetimeSample sample = RandomReasons.entering(new SplittableRandom(seed), rows, 3);
    IncidenceCurves curves = INCIDENCE.calculate(sample);
    for (IncidenceCurve curve : curves.byReason().values()) {
      LifetimeEnd end = LifetimeEnd.left(curve.reason());
      double share = 0;
      for (int step = 0; step < curve.size(); step++) {
        double time = curve.time(step);
        double lost =
            sum(sample, row -> sample.end(row).equals(end) && sample.duration(row) == time);
        double before = step == 0 ? 1 : curves.active().survival(step - 1);
        double atRisk =
            sum(sample, row -> sample.entry(row) < time && time <= sample.duration(row));
        share += before * lost / atRisk;
        assertThat(curve.lost(step)).isCloseTo(lost, within(1e-10));
        assertThat(curve.incidence(step)).isCloseTo(share, within(1e-12));
      }
    }
  }

  @Property(tries = 200)
  void allReasonsAndTheActiveMakeOne(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows) {
    LifetimeSample sample = RandomReasons.entering(new SplittableRandom(seed), rows, 4);
    IncidenceCurves curves = INCIDENCE.calculate(sample);
    for (int step = 0; step < curves.active().size(); step++) {
      int at = step;
      double left =
          curves.byReason().values().stream().mapToDouble(curve -> curve.incidence(at)).sum();
      assertThat(left + curves.active().survival(step)).isCloseTo(1, within(1e-12));
    }
  }

  @Property(tries = 100)
  void isKaplanMeierForASingleReason(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows) {
    LifetimeSample sample = RandomReasons.entering(new SplittableRandom(seed), rows, 1);
    IncidenceCurves curves = INCIDENCE.calculate(sample);
    for (IncidenceCurve curve : curves.byReason().values()) {
      for (int step = 0; step < curve.size(); step++) {
        SurvivalCurve active = curves.active();
        assertThat(curve.incidence(step)).isCloseTo(1 - active.survival(step), within(1e-12));
        if (active.survival(step) > 0) {
          // The root of a rounding of the variance.
          assertThat(curve.standardError(step).orElseThrow())
              .isCloseTo(active.standardError(step).orElseThrow(), within(1e-8));
        }
      }
    }
  }

  @Property(tries = 100)
  void variesAsTheJackknifeSays(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int rows) {
    LifetimeSample sample = RandomReasons.fromStart(new SplittableRandom(seed), rows, 3);
    IncidenceCurves curves = INCIDENCE.calculate(sample);
    for (int reason = 1; reason <= sample.reasons().size(); reason++) {
      IncidenceCurve curve = curves.of(sample.reasons().get(reason - 1));
      double[] variance = jackknife(sample, curves.active(), curve, reason);
      for (int step = 0; step < variance.length; step++) {
        double error = curve.standardError(step).orElse(0);
        assertThat(error * error).isCloseTo(variance[step], within(1e-13));
      }
    }
  }

  /** The sum over rows of the square of what a little more weight of the row would change. */
  private static double[] jackknife(
      LifetimeSample sample, SurvivalCurve active, IncidenceCurve curve, int reason) {
    double[] variance = new double[curve.size()];
    for (int row = 0; row < sample.rows(); row++) {
      double ofIncidence = 0;
      double ofActive = 0;
      for (int step = 0; step < variance.length; step++) {
        double atRisk = active.atRisk(step);
        double before = step == 0 ? 1 : active.survival(step - 1);
        boolean there = curve.time(step) <= sample.duration(row);
        boolean left = curve.time(step) == sample.duration(row) && sample.left(row);
        double share = curve.lost(step) / atRisk;
        double all = active.lost(step) / atRisk;
        double ofShare =
            ((left && sample.endNumber(row) == reason ? 1 : 0) - (there ? share : 0)) / atRisk;
        double ofAll = ((left ? 1 : 0) - (there ? all : 0)) / atRisk;
        ofIncidence += ofActive * share + before * ofShare;
        ofActive = ofActive * (1 - all) - before * ofAll;
        variance[step] += ofIncidence * ofIncidence;
      }
    }
    return variance;
  }

  private static double sum(LifetimeSample sample, IntPredicate condition) {
    return IntStream.range(0, sample.rows()).filter(condition).mapToDouble(sample::weight).sum();
  }
}
