package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares forecasts of survival with what came: rows are put into bins by their forecast at a
 * time, and the mean forecast of each bin is set beside the share that did last longer, by {@link
 * KaplanMeier} of the bin, so that rows not seen for so long count as far as they go.
 *
 * <p>A row belongs to bin {@code k} of K if the weight of the rows with a lower forecast is at
 * least {@code k / K} of all and under {@code (k + 1) / K}: rows with the same forecast are
 * together, and bins that this leaves empty are left out. Late entry and weights count as for
 * Kaplan and Meier.
 *
 * <p>Worked number: of ten customers forecast to stay a year with chance 0.8, and all seen for it,
 * 6 did: the bin says 0.8 against 0.6, interval 0.25 to 0.83 - not yet a sign of anything.
 *
 * <p>Defaults: 10 bins; intervals {@link SurvivalInterval#LOG_LOG} of level 0.95.
 */
public final class SurvivalCalibration {

  private final int bins;
  private final KaplanMeier kaplanMeier;

  private SurvivalCalibration(int bins, KaplanMeier kaplanMeier) {
    this.bins = bins;
    this.kaplanMeier = kaplanMeier;
  }

  /**
   * Returns the calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static SurvivalCalibration withDefaults() {
    return new SurvivalCalibration(10, KaplanMeier.withDefaults());
  }

  /**
   * Chooses the number of bins.
   *
   * @param count at least 1; 1 compares the means of all rows
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not
   */
  public SurvivalCalibration withBins(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("bins (" + count + ") must be at least 1");
    }
    return new SurvivalCalibration(count, kaplanMeier);
  }

  /**
   * Chooses the scale of the intervals.
   *
   * @param interval the scale
   * @return a calculator with it
   */
  public SurvivalCalibration with(SurvivalInterval interval) {
    return new SurvivalCalibration(bins, kaplanMeier.with(interval));
  }

  /**
   * Chooses the confidence level.
   *
   * @param level over 0 and under 1
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public SurvivalCalibration withLevel(double level) {
    return new SurvivalCalibration(bins, kaplanMeier.withLevel(level));
  }

  /**
   * Compares a forecast with what came by a time.
   *
   * @param sample what came; groups and strata are not looked at
   * @param forecast what was forecast for its rows
   * @param time over 0, and finite
   * @return the bins
   * @throws IllegalArgumentException if the time is not over 0 and finite or a forecast is not from
   *     0 to 1; the message names the row, from 1
   */
  public CalibrationTable calculate(LifetimeSample sample, SurvivalForecast forecast, double time) {
    requireNonNull(forecast, "forecast");
    if (!(time > 0) || time == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("time (" + time + ") must be over 0, and finite");
    }
    double[] forecasts = new double[sample.rows()];
    for (int row = 0; row < forecasts.length; row++) {
      forecasts[row] = CheckedForecast.survival(forecast, row, time);
    }
    int[] binOf = binOf(sample, forecasts);
    List<CalibrationBin> filled = new ArrayList<>();
    for (int[] rows : GroupRows.split(forecasts.length, bins, row -> binOf[row])) {
      if (rows.length > 0) {
        filled.add(bin(sample, forecasts, rows, time));
      }
    }
    return new CalibrationTable(sample.timeScale(), time, filled);
  }

  private int[] binOf(LifetimeSample sample, double[] forecasts) {
    int[] order =
        IntStream.range(0, forecasts.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> forecasts[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = IntStream.of(order).mapToDouble(sample::weight).sum();
    int[] binOf = new int[order.length];
    double lower = 0;
    double before = 0;
    for (int i = 0; i < order.length; i++) {
      if (i > 0 && forecasts[order[i]] > forecasts[order[i - 1]]) {
        lower = before;
      }
      binOf[order[i]] = (int) Math.min(bins - 1, Math.floor(bins * lower / all));
      before += sample.weight(order[i]);
    }
    return binOf;
  }

  private CalibrationBin bin(LifetimeSample sample, double[] forecasts, int[] rows, double time) {
    double weight = IntStream.of(rows).mapToDouble(sample::weight).sum();
    double sum = IntStream.of(rows).mapToDouble(row -> sample.weight(row) * forecasts[row]).sum();
    return new CalibrationBin(
        weight,
        IntStream.of(rows).mapToDouble(row -> forecasts[row]).min().orElseThrow(),
        IntStream.of(rows).mapToDouble(row -> forecasts[row]).max().orElseThrow(),
        Math.min(1, sum / weight),
        kaplanMeier.calculate(sample.select(rows)).at(time));
  }
}
