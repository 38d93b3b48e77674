package io.github.retention4j.survival;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Optional;

/**
 * Forecasts of survival beside what came, by bins of like forecasts; see {@link
 * SurvivalCalibration}. Immutable.
 */
public final class CalibrationTable {

  private final TimeScale timeScale;
  private final double time;
  private final List<CalibrationBin> bins;

  CalibrationTable(TimeScale timeScale, double time, List<CalibrationBin> bins) {
    this.timeScale = timeScale;
    this.time = time;
    this.bins = List.copyOf(bins);
  }

  /**
   * Returns the time of the forecasts.
   *
   * @return in the unit of the sample
   */
  public double time() {
    return time;
  }

  /**
   * Returns the bins.
   *
   * @return from the lowest forecasts up, none of them empty; unmodifiable
   */
  public List<CalibrationBin> bins() {
    return bins;
  }

  /**
   * Returns a line for each bin: its customers, mean forecast, the observed share and its interval.
   *
   * @return lines of text
   */
  public String toText() {
    TextTable table = new TextTable().line("customers", "forecast", "observed", "lower", "upper");
    for (CalibrationBin bin : bins) {
      Optional<SurvivalAnswer.Estimate> estimate = bin.observed().estimate();
      Optional<ConfidenceInterval> interval = estimate.flatMap(SurvivalAnswer.Estimate::interval);
      table.line(
          TextTable.number(bin.customers()),
          TextTable.share(bin.forecast()),
          estimate.map(it -> TextTable.share(it.survival())).orElse("not observed"),
          interval.map(it -> TextTable.share(it.lower())).orElse("-"),
          interval.map(it -> TextTable.share(it.upper())).orElse("-"));
    }
    return "Survival over " + TextTable.number(time) + ", " + timeScale + "\n" + table;
  }
}
