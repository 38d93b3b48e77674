package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Workers;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how far forecasts of survival lie from what came: the mean squared difference between
 * the forecast chance to last longer than a time and whether the customer did, with weights for
 * those of whom that is not known.
 *
 * <pre>{@code
 * BS(t) = 1/n sum of  (0 - S_i(t))^2 / G(t_i-)  over those lost at t_i <= t
 *                   + (1 - S_i(t))^2 / G(t)     over those seen for longer than t
 * }</pre>
 *
 * <p>G is the Kaplan-Meier curve of being seen, with the ends of rows still active as its losses;
 * customers lost at a time are no longer at risk of an end of the same time. A row last seen still
 * active by t counts in G alone, so the others stand for it: the weights add up to n. This holds
 * where the ends of observation have nothing to do with the forecasts. With row weights all sums
 * are of weights.
 *
 * <p>Worked number: of four customers two left after 2 and 5 and two were still there after 3 and
 * 6. G(3) = 1 - 1/3 = 2/3, so at time 5.5 the weights are 1 for the first, 1.5 for the second, 0
 * for the third and 1.5 for the fourth. A forecast of one half for all has the score 0.25.
 *
 * <p>0 is best; 0.25 is what one half for everyone scores. The reference is the score of the
 * Kaplan-Meier curve of all rows, the same forecast for everyone; {@link BrierScores#skill(int)}
 * says how much of it is done away with. Scores have the standard error of a mean of n terms with
 * the weights taken as known, which errs on the wide side.
 *
 * <p>Default: intervals of level 0.95.
 *
 * @see <a
 *     href="https://doi.org/10.1002/(SICI)1097-0258(19990915/30)18:17/18%3C2529::AID-SIM274%3E3.0.CO;2-5">
 *     Graf, Schmoor, Sauerbrei and Schumacher (1999)</a>
 */
public final class BrierScore {

  private final double level;

  private BrierScore(double level) {
    this.level = level;
  }

  /**
   * Returns the calculator with the default listed above.
   *
   * @return the calculator
   */
  public static BrierScore withDefaults() {
    return new BrierScore(0.95);
  }

  /**
   * Chooses the confidence level.
   *
   * @param newLevel over 0 and under 1
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public BrierScore withLevel(double newLevel) {
    CurveOptions.requireLevel(newLevel);
    return new BrierScore(newLevel);
  }

  /**
   * Computes the score of a forecast at some times.
   *
   * @param sample what came, all rows seen from their start; groups and strata are not looked at
   * @param forecast what was forecast for its rows
   * @param times at least one, over 0, ascending, each under the longest lifetime of the sample
   * @return the scores
   * @throws IllegalArgumentException if the sample has late entry, the times are not as said, or a
   *     forecast is not from 0 to 1; the message names the row, from 1
   */
  public BrierScores calculate(LifetimeSample sample, SurvivalForecast forecast, double... times) {
    if (sample.hasEntries()) {
      throw new IllegalArgumentException("sample (" + sample + ") must have no late entry");
    }
    try (Workers workers = new Workers(1)) {
      RiskTable table = RiskTable.of(LifetimeRows.all(sample), workers);
      requireTimes(times, table.time()[table.size() - 1]);
      CurveOptions options =
          new CurveOptions(SurvivalInterval.LOG_LOG, level, QuantileRule.FIRST_TIME);
      SurvivalCurve curve = SurvivalCurve.of(sample.timeScale(), table, options);
      CensoringWeights weights = CensoringWeights.of(sample, table);
      List<BrierScores.Point> points = new ArrayList<>();
      for (double time : times) {
        points.add(point(sample, forecast, curve, weights, time));
      }
      return new BrierScores(sample.timeScale(), level, points);
    }
  }

  private static void requireTimes(double[] times, double longest) {
    if (times.length == 0) {
      throw new IllegalArgumentException("times (0) must be at least one");
    }
    double last = 0;
    for (double time : times) {
      if (!(time > last)) {
        throw new IllegalArgumentException(
            "time (" + time + ") must be over " + (last == 0 ? "0" : "the one before, " + last));
      }
      if (time >= longest) {
        throw new IllegalArgumentException(
            "time (" + time + ") must be under the longest lifetime (" + longest + ")");
      }
      last = time;
    }
  }

  private static BrierScores.Point point(
      LifetimeSample sample,
      SurvivalForecast forecast,
      SurvivalCurve curve,
      CensoringWeights weights,
      double time) {
    double everyone = curve.at(time).estimate().orElseThrow().survival();
    CompensatedSum size = new CompensatedSum();
    CompensatedSum errors = new CompensatedSum();
    CompensatedSum squares = new CompensatedSum();
    CompensatedSum reference = new CompensatedSum();
    for (int row = 0; row < sample.rows(); row++) {
      double counts = sample.weight(row);
      double weight = weights.at(row, time);
      double came = sample.duration(row) > time ? 1 : 0;
      double miss = CheckedForecast.survival(forecast, row, time) - came;
      double error = weight * miss * miss;
      size.add(counts);
      errors.add(counts * error);
      squares.add(counts * error * error);
      reference.add(counts * weight * (everyone - came) * (everyone - came));
    }
    double score = errors.value() / size.value();
    double variance = squares.value() / size.value() - score * score;
    return new BrierScores.Point(
        time,
        score,
        Math.sqrt(Math.max(0, variance) / size.value()),
        reference.value() / size.value());
  }
}
