package io.github.retention4j.report;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.lifecycle.GrowthAccounting;
import io.github.retention4j.lifecycle.GrowthPeriod;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.CustomerHeads;
import io.github.retention4j.revenue.LossByReason;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueMovements;
import io.github.retention4j.survival.Exponential;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Pictures of what could go wrong: much, little, nothing, and names of all kinds. */
final class SamplePictures {

  static final List<String> NAMES =
      List.of(
          "Paid search",
          "\u5BA2\u6237\u7559\u5B58\u7387",
          "\u0E25\u0E39\u0E01\u0E04\u0E49\u0E32\u0E43\u0E2B\u0E21\u0E48",
          "\u0639\u0645\u0644\u0627\u0621 \u062C\u062F\u062F",
          "<script>alert('x')</script> & a name that goes on for far too long",
          "\u202Eturned \u0000",
          "G",
          "H",
          "I",
          "J",
          "K",
          "L");

  private static final LocalDate START = LocalDate.of(2021, 1, 1);

  private SamplePictures() {}

  /** Each on sheets of several widths. */
  static Map<String, Picture> all() {
    Map<String, Picture> pictures = new LinkedHashMap<>();
    for (int width : new int[] {360, 860, 1600}) {
      PictureStyle style = PictureStyle.defaults().withWidth(width);
      named(style).forEach((name, picture) -> pictures.put(name + " " + width, picture));
    }
    return pictures;
  }

  /** Each in a style. */
  static Map<String, Picture> named(PictureStyle style) {
    Map<String, Picture> pictures = new LinkedHashMap<>();
    CohortHeatmap heatmap = CohortHeatmap.withDefaults().with(style);
    pictures.put("heatmap", heatmap.draw(table(12, 200, START.plusMonths(12).minusDays(9))));
    pictures.put("one cohort", heatmap.draw(table(1, 20, START.plusMonths(1))));
    pictures.put("60 cohorts", heatmap.draw(table(60, 20, START.plusMonths(60))));
    pictures.put("all open", heatmap.draw(table(1, 20, START.plusDays(20))));
    pictures.put("amounts by cohort", heatmap.draw(Shop.cohortAmounts()));
    RetentionCurves curves = RetentionCurves.withDefaults().with(style);
    pictures.put("cohort lines", curves.draw(table(12, 200, START.plusMonths(12))));
    pictures.put("lines from 1", curves.withFirstAge(1).draw(table(60, 9, START.plusMonths(60))));
    pictures.put("nothing observed", curves.draw(table(1, 20, START.plusDays(20))));
    pictures.put("12 lines", curves.draw(curves(12), Granularity.MONTH));
    pictures.put("2 lines", curves.draw(curves(2), Granularity.MONTH));
    SurvivalPlot survival = SurvivalPlot.withDefaults().with(style);
    LifetimeSample sample = lifetimes(300);
    pictures.put(
        "survival with a model",
        survival
            .withModel(NAMES.get(4), new Exponential(0.05, TimeScale.MEAN_MONTH))
            .withHorizon(60)
            .draw(KaplanMeier.withDefaults().calculate(sample)));
    pictures.put(
        "survival by group", survival.draw(KaplanMeier.withDefaults().calculateByGroup(grouped())));
    RevenueWaterfall waterfall = RevenueWaterfall.withDefaults().with(style);
    pictures.put("waterfall", waterfall.draw(period(movements("412345.67", "98765.43", "61234"))));
    pictures.put(
        "huge waterfall", waterfall.draw(period(movements("8e17", "123456789012345678", "7e17"))));
    pictures.put("empty waterfall", waterfall.draw(period(movements("0", "0", "0"))));
    pictures.put("lifecycle", LifecycleBars.withDefaults().with(style).draw(growth(30)));
    pictures.put("one period", LifecycleBars.withDefaults().with(style).draw(growth(1)));
    return pictures;
  }

  /** A cohort in each month, of whom some come back and some leave. */
  static CohortTable table(int months, int size, LocalDate end) {
    SplittableRandom random = new SplittableRandom(42);
    List<Event> events = new ArrayList<>();
    for (int customer = 0; customer < months * size; customer++) {
      int first = customer / size;
      for (int month = first; month < months; month++) {
        LocalDate day = START.plusMonths(month).plusDays(random.nextInt(28));
        boolean comes = month == first || random.nextDouble() < 0.9 / (1 + month - first);
        if (comes && day.isBefore(end)) {
          events.add(Event.of(CustomerId.of(customer), day));
        }
      }
    }
    PeriodAxis axis = PeriodAxis.months(new DateRange(START, START.plusMonths(months)));
    return CohortCalculator.withDefaults()
        .calculate(ActivityGrid.from(EventLog.of(events, end), axis));
  }

  static Map<String, CohortCurve> curves(int count) {
    Map<String, CohortCurve> curves = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      int months = 6 + i;
      curves.put(NAMES.get(i), table(months, 30 + i, START.plusMonths(months)).pooledCurve());
    }
    return curves;
  }

  static LifetimeSample lifetimes(int rows) {
    SplittableRandom random = new SplittableRandom(7);
    double[] time = new double[rows];
    boolean[] lost = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      double life = 1 + random.nextInt(40);
      double seen = 6 + random.nextInt(30);
      time[row] = Math.min(life, seen);
      lost[row] = life <= seen;
    }
    return LifetimeSample.fromStart(TimeScale.MEAN_MONTH, time, lost);
  }

  static LifetimeSample grouped() {
    List<String> groups = new ArrayList<>();
    for (int row = 0; row < 300; row++) {
      groups.add(NAMES.get(1 + row % 4));
    }
    return lifetimes(300).withGroups("plan", groups);
  }

  static RevenueMovements movements(String opening, String won, String lost) {
    return new RevenueMovements(
        euros(opening),
        euros(won),
        euros("0"),
        euros("12.5"),
        euros("3.25"),
        euros(lost),
        euros("-0.5"));
  }

  private static Money euros(String amount) {
    return Money.of("EUR", new BigDecimal(amount).toPlainString());
  }

  static RevenueBridgePeriod period(RevenueMovements revenue) {
    Money none = Money.zero(revenue.currency());
    List<LossByReason> losses = new ArrayList<>();
    for (LossReason reason : LossReason.values()) {
      boolean first = losses.isEmpty();
      losses.add(new LossByReason(reason, first ? revenue.churn() : none, first ? 1 : 0));
    }
    return new RevenueBridgePeriod(
        "2024-02",
        DateRange.ofDays(LocalDate.of(2024, 2, 1), 29),
        revenue,
        CustomerHeads.of(5, 2, 0, 1),
        losses);
  }

  static GrowthAccounting growth(int months) {
    List<GrowthPeriod> periods = new ArrayList<>();
    PeriodAxis axis = PeriodAxis.months(new DateRange(START, START.plusMonths(months)));
    long active = 0;
    for (int month = 0; month < months; month++) {
      long churned = active / 5;
      GrowthPeriod period =
          new GrowthPeriod(
              month, axis.label(month), axis.range(month), 90, active - churned, month, churned);
      active = period.active();
      periods.add(period);
    }
    return new GrowthAccounting(Granularity.MONTH, periods, Optional.empty());
  }
}
