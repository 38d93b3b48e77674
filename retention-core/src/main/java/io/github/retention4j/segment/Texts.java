package io.github.retention4j.segment;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.RatioEstimate;
import java.util.Locale;

/** How numbers are shown. */
final class Texts {

  private Texts() {}

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String points(double difference) {
    // Rounded to a whole first, so that no rounding below it shows as minus 0.
    return String.format(Locale.ROOT, "%+.1f points", Math.round(1000 * difference) / 10.0);
  }

  static String range(ConfidenceInterval interval) {
    return percent(interval.lower()) + " to " + percent(interval.upper());
  }

  /** A correction of counts of 0 is said. */
  static String ratio(RatioEstimate ratio) {
    ConfidenceInterval interval = ratio.interval();
    return String.format(
        Locale.ROOT,
        "%.4g (%.4g to %.4g%s)",
        ratio.value(),
        interval.lower(),
        interval.upper(),
        interval.method().endsWith("corrected") ? ", " + interval.method() : "");
  }
}
