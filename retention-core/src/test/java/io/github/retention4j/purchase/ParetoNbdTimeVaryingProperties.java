package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.internal.numeric.LogGamma;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.internal.numeric.Quadrature;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ParetoNbdTimeVaryingProperties {

  /** Sums of integrals that are each good to 1e-11. */
  private static final double ROUNDING = 1e-10;

  private static final LocalDate START = LocalDate.of(2023, 3, 1);
  private static final int DAYS = 365;

  private static CovariatePath monthly(List<Double> season, List<Double> mail) {
    PeriodAxis months = PeriodAxis.months(DateRange.ofDays(START, DAYS));
    return CovariatePath.of(months)
        .withValues("season", season.stream().mapToDouble(v -> v).toArray())
        .withValues("mail", mail.stream().mapToDouble(v -> v).toArray());
  }

  @Provide
  Arbitrary<CovariatePath> paths() {
    Arbitrary<List<Double>> values = Arbitraries.doubles().between(-2, 2).list().ofSize(12);
    return Combinators.combine(values, values).as(ParetoNbdTimeVaryingProperties::monthly);
  }

  @Provide
  Arbitrary<ParetoNbdWithTimeVaryingCovariates> models() {
    Arbitrary<Double> parameter = Arbitraries.doubles().between(-1, 1.5).map(e -> Math.pow(10, e));
    Arbitrary<Double> coefficient = Arbitraries.doubles().between(-1, 1);
    return Combinators.combine(
            parameter, parameter, parameter, parameter, coefficient, coefficient, coefficient)
        .as(
            (r, alpha, s, beta, one, two, three) ->
                new ParetoNbdWithTimeVaryingCovariates(
                    new ParetoNbd(r, alpha, s, beta, TimeScale.WEEK),
                    new CovariateEffects(Map.of("season", one, "mail", two)),
                    new CovariateEffects(Map.of("season", three))));
  }

  @Provide
  Arbitrary<DatedHistory> histories() {
    Arbitrary<List<Integer>> steps = Arbitraries.integers().between(1, 40).list().ofMaxSize(6);
    return Combinators.combine(
            Arbitraries.integers().between(0, 60), steps, Arbitraries.integers().between(0, 60))
        .as(ParetoNbdTimeVaryingProperties::history);
  }

  private static DatedHistory history(int first, List<Integer> steps, int open) {
    LocalDate start = START.plusDays(first);
    int[] days = steps.stream().mapToInt(step -> step).toArray();
    List<LocalDate> repeats =
        IntStream.rangeClosed(1, days.length)
            .mapToObj(n -> start.plusDays(IntStream.of(days).limit(n).sum()))
            .toList();
    LocalDate last = repeats.isEmpty() ? start : repeats.get(repeats.size() - 1);
    return new DatedHistory(start, repeats, last.plusDays(open));
  }

  /** The likelihood as the Javadoc has it, the integral day by day; P(alive) of its two parts. */
  private record Slow(double logLikelihood, double logAlive) {

    static Slow of(
        ParetoNbdWithTimeVaryingCovariates model, DatedHistory history, CovariatePath path) {
      ParetoNbd base = model.base();
      double m = base.r() + history.repeats().size();
      double clockA = base.alpha();
      double clockB = base.beta();
      double logLeft = Double.NEGATIVE_INFINITY;
      for (LocalDate d = history.first(); d.isBefore(history.end()); d = d.plusDays(1)) {
        double p = model.purchase().factor(path.values(d));
        double a = model.attrition().factor(path.values(d));
        if (!d.isBefore(history.last())) {
          double fromA = clockA;
          double fromB = clockB;
          DoubleUnaryOperator logDensity =
              u ->
                  Math.log(base.s() * a)
                      - m * Math.log(fromA + p * u)
                      - (base.s() + 1) * Math.log(fromB + a * u);
          logLeft = LogSum.of(logLeft, Quadrature.between(logDensity, 0, 1.0 / 7));
        }
        clockA += p / 7;
        clockB += a / 7;
      }
      double logStays = -m * Math.log(clockA) - base.s() * Math.log(clockB);
      double logAll = LogSum.of(logStays, logLeft);
      double log =
          LogGamma.logRising(base.r(), history.repeats().size())
              + base.r() * Math.log(base.alpha())
              + base.s() * Math.log(base.beta())
              + logAll;
      for (LocalDate day : history.repeats()) {
        log += Math.log(model.purchase().factor(path.values(day)));
      }
      return new Slow(log, logStays - logAll);
    }
  }

  @Property(tries = 200)
  void isTheLikelihoodOfItsDefinition(
      @ForAll("models") ParetoNbdWithTimeVaryingCovariates model,
      @ForAll("paths") CovariatePath path,
      @ForAll("histories") DatedHistory history) {
    Slow slow = Slow.of(model, history, path);
    assertThat(model.logLikelihood(history, path))
        .isCloseTo(
            slow.logLikelihood(), within(ROUNDING * Math.max(1, Math.abs(slow.logLikelihood()))));
    assertThat(Math.log(model.probabilityAlive(history, path)))
        .isCloseTo(slow.logAlive(), within(ROUNDING * Math.max(1, Math.abs(slow.logAlive()))));
  }

  @Property(tries = 100)
  void theUnitOfTimeDoesNotMatter(
      @ForAll("models") ParetoNbdWithTimeVaryingCovariates model,
      @ForAll("paths") CovariatePath path,
      @ForAll("histories") DatedHistory history) {
    ParetoNbd weeks = model.base();
    ParetoNbd days =
        new ParetoNbd(weeks.r(), 7 * weeks.alpha(), weeks.s(), 7 * weeks.beta(), TimeScale.DAY);
    ParetoNbdWithTimeVaryingCovariates inDays =
        new ParetoNbdWithTimeVaryingCovariates(days, model.purchase(), model.attrition());
    LocalDate to = START.plusDays(DAYS);
    double inWeeks = model.logLikelihood(history, path);
    assertThat(inDays.logLikelihood(history, path) + history.repeats().size() * Math.log(7))
        .isCloseTo(inWeeks, within(ROUNDING * Math.max(1, Math.abs(inWeeks))));
    double expected = model.expectedPurchases(history, path, to);
    assertThat(inDays.expectedPurchases(history, path, to))
        .isCloseTo(expected, within(ROUNDING * Math.max(1, expected)));
  }

  @Property(tries = 100)
  void forecastsGrowAndCustomersLeave(
      @ForAll("models") ParetoNbdWithTimeVaryingCovariates model,
      @ForAll("paths") CovariatePath path,
      @ForAll("histories") DatedHistory history,
      @ForAll @IntRange(min = 0, max = 60) int less) {
    LocalDate far = START.plusDays(DAYS);
    LocalDate near = far.minusDays(Math.min(less, far.toEpochDay() - history.end().toEpochDay()));
    assertThat(model.expectedPurchases(history, path, near))
        .isBetween(0.0, model.expectedPurchases(history, path, far));
    assertThat(model.probabilityAlive(history, path, far))
        .isBetween(0.0, model.probabilityAlive(history, path, near));
    assertThat(model.discountedPurchases(history, path, far, 0.01))
        .isLessThanOrEqualTo(model.expectedPurchases(history, path, far) * (1 + ROUNDING));
  }
}
