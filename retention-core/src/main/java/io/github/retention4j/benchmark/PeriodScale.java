package io.github.retention4j.benchmark;

import io.github.retention4j.time.Granularity;

/** The way from a figure on the own length of period to the benchmark's, and back. */
record PeriodScale(BenchmarkMetric metric, Granularity own, Granularity benchmark) {

  /** Makes the way of two lengths, or fails if it is not allowed or does not exist. */
  static PeriodScale between(
      BenchmarkMetric metric, Granularity own, Granularity benchmark, PeriodConversion conversion) {
    PeriodScale scale = new PeriodScale(metric, own, benchmark);
    if (!scale.isSame()) {
      scale.checkConvertible(conversion);
    }
    return scale;
  }

  private void checkConvertible(PeriodConversion conversion) {
    String mismatch = "own period (" + own + ") must be the benchmark's (" + benchmark + ")";
    if (!metric.isCompounding()) {
      throw new IllegalArgumentException(
          mismatch + ", because " + metric + " does not compound from period to period");
    }
    if (!own.convertsTo(benchmark)) {
      throw new IllegalArgumentException(
          mismatch + ", because no fixed number of one makes the other");
    }
    if (conversion == PeriodConversion.REFUSE) {
      throw new IllegalArgumentException(
          mismatch + "; ask for PeriodConversion.COMPOUNDING to convert it");
    }
  }

  boolean isSame() {
    return own == benchmark;
  }

  double toBenchmark(double value) {
    return isSame() ? value : metric.compound(value, benchmark.lengthIn(own));
  }

  double toOwn(double value) {
    return isSame() ? value : metric.compound(value, own.lengthIn(benchmark));
  }

  String describe(double converted) {
    return isSame()
        ? ""
        : ", compounded to "
            + Texts.computed(metric.unit(), converted)
            + " "
            + benchmark.perUnit()
            + ",";
  }
}
