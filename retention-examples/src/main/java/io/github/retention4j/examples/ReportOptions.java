package io.github.retention4j.examples;

import io.github.retention4j.examples.report.ReportSettings;
import io.github.retention4j.time.Granularity;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to answer. */
final class ReportOptions {

  /** The lengths of period that a report knows. */
  enum Period {
    WEEK(Granularity.WEEK),
    MONTH(Granularity.MONTH),
    QUARTER(Granularity.QUARTER),
    YEAR(Granularity.YEAR);

    private final Granularity granularity;

    Period(Granularity granularity) {
      this.granularity = granularity;
    }
  }

  @Option(
      names = "--period",
      paramLabel = "LENGTH",
      defaultValue = "MONTH",
      description =
          "Length of the periods of retention and churn: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  Period period = Period.MONTH;

  @Option(
      names = "--silent-periods",
      paramLabel = "N",
      description =
          "Periods without activity after which a customer is lost (default: 13 weeks, 3 months, 1"
              + " quarter, 1 year).")
  @Nullable Integer silentPeriods;

  @Option(
      names = "--margin-share",
      paramLabel = "SHARE",
      defaultValue = "1",
      description =
          "Share of the amounts that is margin, such as 0.4 (default: ${DEFAULT-VALUE}, amounts are"
              + " margins).")
  double marginShare = 1;

  @Option(
      names = "--discount-rate",
      paramLabel = "RATE",
      defaultValue = "0.10",
      description = "Discount rate a year, as a fraction (default: ${DEFAULT-VALUE}).")
  double discountRate = 0.1;

  @Option(
      names = "--cac",
      paramLabel = "AMOUNT",
      description = "Cost of acquiring a customer, in the currency of the amounts.")
  @Nullable BigDecimal acquisitionCost;

  @Option(
      names = "--industry",
      paramLabel = "NAME",
      defaultValue = "Retail",
      description = "Industry to compare yearly retention with (default: ${DEFAULT-VALUE}).")
  String industry = "Retail";

  /**
   * Returns the settings that the options ask for.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  ReportSettings settings() {
    int silence =
        silentPeriods == null ? ReportSettings.usualSilence(period.granularity) : silentPeriods;
    return new ReportSettings(
        period.granularity,
        silence,
        marginShare,
        discountRate,
        Optional.ofNullable(acquisitionCost),
        industry);
  }
}
