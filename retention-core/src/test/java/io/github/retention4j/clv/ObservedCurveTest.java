package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.clv.Payback.After;
import io.github.retention4j.clv.Payback.Never;
import io.github.retention4j.clv.Payback.Reason;
import io.github.retention4j.cohort.AgeBrackets;
import io.github.retention4j.cohort.AgeMeasure;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.estimation.Bootstrap;
import io.github.retention4j.estimation.BootstrapResult;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ObservedCurveTest {

  private static final PeriodicMargin MARGIN =
      new PeriodicMargin(MonetaryEstimate.of("USD", 100), Granularity.MONTH);

  private static final LifetimeValueCalculator NOW =
      LifetimeValueCalculator.withDefaults().with(LifetimeValueFormula.FIRST_MARGIN_NOW);

  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withSeed(42);

  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private static ObservedCurve survivors(Integer... counts) {
    return ObservedCurve.ofSurvivors(List.of(counts), Granularity.MONTH);
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static MonetaryEstimate usd(double amount) {
    return MonetaryEstimate.of("USD", amount);
  }

  /** Customers of three monthly cohorts who are active with a chance of their own each month. */
  private static ActivityGrid visits(int customers, int months, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Long> who = new ArrayList<>();
    List<Integer> days = new ArrayList<>();
    for (long customer = 0; customer < customers; customer++) {
      double chance = random.nextDouble();
      int start = (int) (customer % 3);
      for (int month = start; month < months; month++) {
        if (month == start || random.nextDouble() < chance) {
          who.add(customer);
          days.add((int) START.plusMonths(month).plusDays(random.nextInt(28)).toEpochDay());
        }
      }
    }
    DateRange range = new DateRange(START, START.plusMonths(months));
    EventLog log =
        EventLog.ofDays(
            who.stream().mapToLong(id -> id).toArray(),
            days.stream().mapToInt(day -> day).toArray(),
            range.endExclusive());
    return ActivityGrid.from(log, PeriodAxis.months(range));
  }

  private static CohortTable table(int customers, int months, long seed) {
    return CohortCalculator.withDefaults().calculate(visits(customers, months, seed));
  }

  @Test
  void isThePooledCurveOfItsTable() {
    CohortTable table = table(90, 6, 7);
    ObservedCurve observed = ObservedCurve.from(table);
    assertThat(observed.curve())
        .isEqualTo(RetentionCurve.from(table.pooledCurve(), Granularity.MONTH));
    assertThat(observed).hasToString("90 customers of 3 cohorts, ages 0 to 5");
    assertThat(observed.withFewestCohorts(3).curve().shares())
        .isEqualTo(observed.curve().shares().subList(0, 4));
    assertThat(observed.withFewestCohorts(2).curve().lastAge()).isEqualTo(4);
    CohortTable ever =
        CohortCalculator.withDefaults().with(AgeMeasure.ON_OR_AFTER).calculate(visits(90, 6, 7));
    assertThat(ObservedCurve.from(ever).curve())
        .isEqualTo(RetentionCurve.from(ever.pooledCurve(), Granularity.MONTH));
  }

  /** Var S(t) = S(t) (1 - S(t)) / n and Cov(S(s), S(t)) = S(t) (1 - S(s)) / n for s before t. */
  @Test
  void drawsScatterAsTheMultinomialDoes() {
    BootstrapResult<RetentionCurve> curves =
        survivors(200, 160, 120, 50).resample(BOOTSTRAP.withReplicates(20_000));
    // A variance of 20,000 draws has a standard error of 1 %.
    assertThat(Math.pow(curves.standardError(curve -> curve.shares().get(2)), 2))
        .isCloseTo(0.6 * 0.4 / 200, within(0.05 * 0.6 * 0.4 / 200));
    double sum =
        Math.pow(curves.standardError(curve -> curve.shares().get(1) + curve.shares().get(3)), 2);
    double expected = (0.8 * 0.2 + 0.25 * 0.75 + 2 * 0.25 * 0.2) / 200;
    assertThat(sum).isCloseTo(expected, within(0.05 * expected));
    assertThat(curves.replicates()).allMatch(curve -> curve.shares().get(0) == 1);
  }

  /** 2^31 - 1 customers: the share kept scatters as the binomial does, about 1 / 92,682. */
  @Test
  void drawsFromAnyNumberOfCustomers() {
    int all = Integer.MAX_VALUE;
    ObservedCurve huge = ObservedCurve.ofSurvivors(List.of(all, all / 2, 0), Granularity.MONTH);
    assertThat(huge).hasToString("2147483647 customers of 1 cohort, ages 0 to 2");
    BootstrapResult<RetentionCurve> curves =
        huge.resample(BOOTSTRAP.withReplicates(2000).withSeed(7));
    double scatter = 0.5 / Math.sqrt((double) all);
    // Within four standard errors.
    assertThat(Math.abs(curves.bias(curve -> curve.shares().get(1))))
        .isLessThan(4 * scatter / Math.sqrt(2000));
    assertThat(curves.standardError(curve -> curve.shares().get(1)) / scatter)
        .isBetween(0.93, 1.07);
  }

  @Test
  void sameSeedSameCurvesOnAnyNumberOfThreads() {
    ObservedCurve observed = ObservedCurve.from(table(90, 6, 7));
    assertThat(observed.resample(BOOTSTRAP.withReplicates(20).withThreads(3)))
        .isEqualTo(observed.resample(BOOTSTRAP.withReplicates(20)));
  }

  @Test
  void intervalsHoldTheValueAndSayWhatBoundsThem() {
    ObservedCurve observed = survivors(100, 80, 60);
    BootstrapResult<RetentionCurve> curves = observed.resample(BOOTSTRAP);
    CurveLifetimeValue value = NOW.calculate(MARGIN, observed.curve(), CurveTail.NONE);
    MonetaryInterval interval = value.interval(curves, 0.95);
    // 240 with a variance of 100^2 (0.16 + 0.24 + 2 * 0.6 * 0.2) / 100 = 64^2 / 64: 8 a side.
    assertThat(interval.contains(value.value())).isTrue();
    assertThat(interval.lower().orElseThrow().amount()).isCloseTo(224.3, within(2.0));
    assertThat(interval.upper().orElseThrow().amount()).isCloseTo(255.7, within(2.0));
    assertThat(interval.method()).isEqualTo("bootstrap percentile over customers");
    MonetaryInterval cost =
        NOW.calculate(
                new PeriodicMargin(usd(-100), Granularity.MONTH), observed.curve(), CurveTail.NONE)
            .interval(curves, 0.95);
    assertThat(cost.lower()).isEqualTo(interval.upper().map(end -> end.times(-1)));
    // Of few customers some draws lose nobody in the last month, and then live for ever.
    ObservedCurve few = survivors(20, 19, 18);
    MonetaryInterval open =
        NOW.calculate(MARGIN, few.curve(), CurveTail.LAST_RATE_CONTINUES)
            .interval(few.resample(BOOTSTRAP), 0.95);
    assertThat(open.lower()).isPresent();
    assertThat(open.upper()).isEmpty();
    assertThat(
            NOW.withHorizon(24)
                .calculate(MARGIN, few.curve(), CurveTail.LAST_RATE_CONTINUES)
                .interval(few.resample(BOOTSTRAP), 0.95)
                .upper()
                .orElseThrow()
                .amount())
        .isCloseTo(2400, within(1e-9));
  }

  /** Of 500 samples 95 % are 475, with a standard deviation of 5. */
  @Test
  void intervalsOfContractsHoldTheTruthAsOftenAsTheySay() {
    int samples = 500;
    double truth = 0;
    for (int age = 0; age < 10; age++) {
      truth += 100 * Math.pow(0.8, age);
    }
    // Without end: 100 / (1 - 0.8 / 1.02).
    double endless = 100 / (1 - 0.8 / 1.02);
    SplittableRandom random = new SplittableRandom(1);
    int held = 0;
    int heldEndless = 0;
    int heldPayback = 0;
    for (int sample = 0; sample < samples; sample++) {
      ObservedCurve observed = contracts(random, 200, 10);
      BootstrapResult<RetentionCurve> curves =
          observed.resample(BOOTSTRAP.withReplicates(399).withSeed(sample));
      CurveLifetimeValue value = NOW.calculate(MARGIN, observed.curve(), CurveTail.NONE);
      held += value.interval(curves, 0.95).contains(usd(truth)) ? 1 : 0;
      PaybackInterval payback =
          PaybackCalculator.withDefaults().interval(usd(330), MARGIN, curves, CurveTail.NONE, 0.95);
      // 100 + 80 + 64 + 51.2 + 40.96 = 336.16.
      heldPayback += payback.contains(new After(5, Granularity.MONTH)) ? 1 : 0;
      ObservedCurve start = contracts(random, 400, 4);
      heldEndless +=
          NOW.with(new DiscountRate(0.02, Granularity.MONTH))
                  .calculate(MARGIN, start.curve(), CurveTail.LAST_RATE_CONTINUES)
                  .interval(start.resample(BOOTSTRAP.withReplicates(399).withSeed(sample)), 0.95)
                  .contains(usd(endless))
              ? 1
              : 0;
    }
    assertThat(held).isBetween(460, 490);
    assertThat(heldEndless).isBetween(460, 490);
    // Whole months: an interval holds no less than it says.
    assertThat(heldPayback).isGreaterThanOrEqualTo(460);
  }

  /** Each month four of five stay. */
  private static ObservedCurve contracts(SplittableRandom random, int customers, int ages) {
    int[] survivors = new int[ages];
    for (int customer = 0; customer < customers; customer++) {
      int age = 0;
      do {
        survivors[age++]++;
      } while (age < ages && random.nextDouble() < 0.8);
    }
    return ObservedCurve.ofSurvivors(IntStream.of(survivors).boxed().toList(), Granularity.MONTH);
  }

  /**
   * Customers who come and go: their months hang together, and intervals that took ages for
   * independent would be too narrow.
   */
  @Test
  void intervalsOfVisitorsHoldTheTruthAsOftenAsTheySay() {
    int samples = 300;
    int held = 0;
    // Half of all are active at each of 8 ages after the first.
    double truth = 100 + 8 * 50;
    for (int sample = 0; sample < samples; sample++) {
      ObservedCurve observed = ObservedCurve.from(table(150, 9, sample));
      held +=
          NOW.calculate(MARGIN, observed.curve(), CurveTail.NONE)
                  .interval(observed.resample(BOOTSTRAP.withReplicates(299).withSeed(sample)), 0.95)
                  .contains(usd(truth))
              ? 1
              : 0;
    }
    // 92 to 98 %.
    assertThat(held).isBetween(276, 294);
  }

  @Test
  void paysBackByTheCurve() {
    RetentionCurve curve = new RetentionCurve(List.of(1.0, 0.6, 0.3), Granularity.MONTH);
    PaybackCalculator atEnd = PaybackCalculator.withDefaults();
    assertThat(atEnd.calculate(usd(160), MARGIN, curve, CurveTail.NONE))
        .isEqualTo(new After(2, Granularity.MONTH));
    assertThat(atEnd.calculate(usd(190), MARGIN, curve, CurveTail.NONE))
        .isEqualTo(new After(3, Granularity.MONTH));
    assertThat(atEnd.calculate(usd(191), MARGIN, curve, CurveTail.NONE))
        .isEqualTo(new Never(Reason.NOT_WITHIN_OBSERVED_AGES));
    // Half of the last month each: 190, 205, 212.5, and never 220.
    assertThat(atEnd.calculate(usd(191), MARGIN, curve, CurveTail.LAST_RATE_CONTINUES))
        .isEqualTo(new After(4, Granularity.MONTH));
    assertThat(atEnd.calculate(usd(212.5), MARGIN, curve, CurveTail.LAST_RATE_CONTINUES))
        .isEqualTo(new After(5, Granularity.MONTH));
    assertThat(atEnd.calculate(usd(220), MARGIN, curve, CurveTail.LAST_RATE_CONTINUES))
        .isEqualTo(new Never(Reason.LIFETIME_VALUE_NOT_ABOVE_COST));
    assertThat(
            atEnd
                .with(LifetimeValueFormula.FIRST_MARGIN_AFTER_RENEWAL)
                .calculate(usd(90), MARGIN, curve, CurveTail.NONE))
        .isEqualTo(new After(2, Granularity.MONTH));
    assertThat(
            atEnd
                .with(LifetimeValueFormula.FIRST_MARGIN_NOW)
                .calculate(usd(100), MARGIN, curve, CurveTail.NONE))
        .isEqualTo(new After(0, Granularity.MONTH));
  }

  /** A geometric curve that goes on is the constant rate. */
  @Test
  void agreesWithTheConstantRate() {
    RetentionCurve curve = new RetentionCurve(List.of(1.0, 0.8, 0.8 * 0.8), Granularity.MONTH);
    PaybackCalculator calculator =
        PaybackCalculator.withDefaults().with(new DiscountRate(0.01, Granularity.MONTH));
    for (double cost : new double[] {50, 99, 200, 300, 400, 450, 475, 480}) {
      assertThat(calculator.calculate(usd(cost), MARGIN, curve, CurveTail.LAST_RATE_CONTINUES))
          .isEqualTo(calculator.calculate(usd(cost), MARGIN, 0.8));
    }
  }

  @Test
  void paybackMayBeNotReached() {
    ObservedCurve observed = survivors(100, 80, 60);
    PaybackInterval interval =
        PaybackCalculator.withDefaults()
            .interval(usd(238), MARGIN, observed.resample(BOOTSTRAP), CurveTail.NONE, 0.95);
    assertThat(interval.earliest()).isEqualTo(new After(3, Granularity.MONTH));
    assertThat(interval.latest()).isEqualTo(new Never(Reason.NOT_WITHIN_OBSERVED_AGES));
    assertThat(interval).hasToString("[3, not reached] 95 % bootstrap percentile over customers");
    assertThat(interval.contains(new After(7, Granularity.MONTH))).isTrue();
    assertThat(interval.contains(new After(2, Granularity.MONTH))).isFalse();
    Payback late = new After(3, Granularity.MONTH);
    Payback early = new After(2, Granularity.MONTH);
    refuses(
        () -> new PaybackInterval(late, early, 0.95, "no"),
        "earliest (" + late + ") must not be after latest (" + early + ")");
  }

  @Test
  void refusesWhatIsNoCurve() {
    refuses(
        () -> ObservedCurve.ofSurvivors(List.of(), Granularity.MONTH),
        "survivors ([]) must begin with at least one customer");
    refuses(() -> survivors(5, 6), "survivors[1] (6) must be from 0 to 5");
    refuses(() -> survivors(5, -1), "survivors[1] (-1) must be from 0 to 5");
    refuses(() -> survivors(5, 4).withFewestCohorts(2), "cohortsAtLeast (2) must be from 1 to 1");
    ActivityGrid grid = visits(9, 4, 1);
    CohortTable every =
        CohortCalculator.withDefaults().with(StartEvent.EVERY_PERIOD).calculate(grid);
    refuses(
        () -> ObservedCurve.from(every),
        "rule (EVERY_PERIOD) must be one of a single start for each customer");
    AgeBrackets brackets = AgeBrackets.parse("0,1-2");
    refuses(
        () -> ObservedCurve.from(CohortCalculator.withDefaults().with(brackets).calculate(grid)),
        "measure (" + brackets + ") must be one by age");
    ObservedCurve observed = survivors(100, 80);
    CurveLifetimeValue other = NOW.calculate(MARGIN, survivors(100, 70).curve(), CurveTail.NONE);
    refuses(
        () -> other.interval(observed.resample(BOOTSTRAP.withReplicates(2)), 0.95),
        "curves.model (RetentionCurve[shares=[1.0, 0.8], per=MONTH]) must be the curve of the"
            + " value, RetentionCurve[shares=[1.0, 0.7], per=MONTH]");
  }
}
