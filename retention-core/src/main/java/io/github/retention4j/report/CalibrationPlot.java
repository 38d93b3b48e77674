package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.purchase.AliveBand;
import io.github.retention4j.purchase.HoldoutReport;
import io.github.retention4j.purchase.PredictionGroup;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.survival.CalibrationBin;
import io.github.retention4j.survival.CalibrationTable;
import io.github.retention4j.survival.SurvivalAnswer.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws predictions against what came: groups of customers of like predictions, along the foot what
 * was predicted, up the side what came, with its interval where there is one. A model that is right
 * has its points on the diagonal; above it, more came than was predicted.
 *
 * <p>The area of a point goes with the number of customers. Defaults: {@link
 * PictureStyle#defaults()}.
 */
public final class CalibrationPlot {

  private static final double USUAL_LEVEL = 0.95;

  private final PictureStyle style;

  private CalibrationPlot(PictureStyle style) {
    this.style = style;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static CalibrationPlot withDefaults() {
    return new CalibrationPlot(PictureStyle.defaults());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public CalibrationPlot with(PictureStyle newStyle) {
    return new CalibrationPlot(requireNonNull(newStyle, "style"));
  }

  /**
   * Draws the chance to buy in the holdout against the share that did, band by band of the chance
   * to be alive, with Wilson intervals at 95 %.
   *
   * @param report how far a model was from the holdout
   * @return the picture
   */
  public Picture draw(HoldoutReport report) {
    List<Point> points = report.byProbabilityAlive().stream().map(Point::of).toList();
    return draw(
        points,
        new CalibrationSheet.Words(
            "Active in the holdout, predicted and actual",
            "Customers by P(alive), with " + ConfidenceInterval.words(USUAL_LEVEL, "Wilson") + " intervals",
            "Predicted chance to be active",
            "Share active",
            true));
  }

  /**
   * Draws the purchases expected of a customer in the holdout against those made, group by group.
   * There are no intervals, for totals do not tell how customers of a group differ.
   *
   * @param report how far a model was from the holdout
   * @return the picture
   */
  public Picture drawPurchases(HoldoutReport report) {
    List<Point> points = report.byPrediction().stream().map(Point::of).toList();
    return draw(
        points,
        new CalibrationSheet.Words(
            "Purchases in the holdout, predicted and actual",
            "Customers by prediction, purchases per customer",
            "Predicted purchases per customer",
            "Actual purchases per customer",
            false));
  }

  /**
   * Draws forecasts of survival against the share that lasted, bin by bin, with the intervals of
   * the table. Bins of which nobody was seen for so long are left out, and the description says how
   * many.
   *
   * @param table the bins
   * @return the picture
   */
  public Picture draw(CalibrationTable table) {
    List<Point> points = new ArrayList<>();
    for (CalibrationBin bin : table.bins()) {
      bin.observed().estimate().ifPresent(estimate -> points.add(Point.of(bin, estimate)));
    }
    int missing = table.bins().size() - points.size();
    String note = missing == 0 ? "" : "; not observed: " + missing;
    return draw(
        points,
        new CalibrationSheet.Words(
            "Survival, forecast and observed",
            "Customers by forecast to last longer than " + Figures.decimals(table.time(), 0) + note,
            "Forecast survival",
            "Observed survival",
            true));
  }

  private Picture draw(List<Point> points, CalibrationSheet.Words words) {
    return Picture.inBothThemes(
        style, each -> new CalibrationSheet(each, points, words).draw());
  }

  /** Customers of like predictions. */
  record Point(
      double customers, double predicted, double actual, Optional<ConfidenceInterval> interval) {

    static Point of(AliveBand band) {
      return new Point(
          band.active().total(),
          band.meanProbabilityActive(),
          band.active().value(),
          Optional.of(band.active().interval(USUAL_LEVEL)));
    }

    static Point of(PredictionGroup group) {
      return new Point(
          group.customers(), group.meanPredicted(), group.meanActual(), Optional.empty());
    }

    static Point of(CalibrationBin bin, Estimate estimate) {
      return new Point(
          bin.customers(), bin.forecast(), estimate.survival(), estimate.interval());
    }

    double highest() {
      double most = Math.max(predicted, actual);
      return Math.max(most, interval.map(ConfidenceInterval::upper).orElse(most));
    }
  }
}
