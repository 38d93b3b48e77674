package io.github.retention4j.examples.report;

import io.github.retention4j.benchmark.BenchmarkDefinition;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.OwnMetric;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import java.util.List;
import java.util.Optional;

/**
 * The retention that is set beside yearly benchmarks: that of the last two whole years if they were
 * observed, else that of shorter periods, which the comparison compounds.
 *
 * @param rate the rate, a year, or a quarter or a month
 * @param days the days of the periods that it comes from
 * @param periods how many periods it is pooled over
 */
record YearlyRetention(RetentionRate rate, DateRange days, int periods) {

  /**
   * Years and quarters are of whole months and end with the last complete month, so that no month
   * is wasted; a customer of one is who was active in it. Years come first, then up to four
   * quarters, then up to twelve months by the rule of section 2.
   */
  static Optional<YearlyRetention> of(Calendar calendar, ReportSettings settings) {
    return Optional.<YearlyRetention>empty()
        .or(() -> from(calendar.movementsEndingNow(Granularity.YEAR)))
        .or(() -> from(calendar.movementsEndingNow(Granularity.QUARTER)))
        .or(() -> from(calendar.movements(Granularity.MONTH, silentMonths(settings))));
  }

  private static int silentMonths(ReportSettings settings) {
    return settings.period() == Granularity.MONTH
        ? settings.silentPeriods()
        : ReportSettings.usualSilence(Granularity.MONTH);
  }

  private static Optional<YearlyRetention> from(Movements all) {
    Movements used = all.lastYear();
    return used.pooled().map(rate -> new YearlyRetention(rate, used.days(), used.list().size()));
  }

  boolean isCompounded() {
    return rate.per() != Granularity.YEAR;
  }

  OwnMetric.Counted asMetric() {
    return OwnMetric.counted(
        BenchmarkMetric.CUSTOMER_RETENTION,
        rate.retained(),
        rate.per(),
        BenchmarkDefinition.OF_CUSTOMERS_AT_START);
  }

  /** What the rate is, in words. */
  String words() {
    return switch (rate.per()) {
      case YEAR ->
          "Of the customers active in the 12 months before, those active again in the 12 months from "
              + days.start()
              + " to "
              + days.last()
              + ", the last complete ones.";
      case QUARTER ->
          "Two whole years were not observed. Instead: of the customers active in three months, those"
              + " active again in the next three, over the last "
              + Figures.count(periods, "quarter", "quarters")
              + " to "
              + days.last()
              + "; compounded to a year. Buyers who skip a quarter count as lost, so where many buy"
              + " less than once a quarter this is far too low for a year: a verdict of below then says"
              + " little.";
      default ->
          "Not even two quarters were observed. Instead: the monthly retention over the last "
              + Figures.count(periods, "month", "months")
              + " to "
              + days.last()
              + ", compounded to a year. Take it as a first guess.";
    };
  }

  List<String> fields() {
    return List.of(
        Long.toString(rate.retained().count()),
        Long.toString(rate.retained().total()),
        rate.per().name());
  }
}
