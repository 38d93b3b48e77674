package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.cohort.Cohort;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.report.CurveSheet.Line;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws the share of customers active at each age, as lines with bands of confidence.
 *
 * <p>Of a table, all cohorts together are one strong line with its band, and each cohort is a thin
 * one behind it. Of named curves, such as those of segments, each has its colour, its name at its
 * end, and, as long as they are four or fewer, its band.
 *
 * <p>A band holds age by age, by Wilson's interval, not for a whole curve at once. Lines end where
 * nothing was observed any more.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}; level 0.95; from age 0.
 */
public final class RetentionCurves {

  private final PictureStyle style;
  private final double level;
  private final int firstAge;

  private RetentionCurves(PictureStyle style, double level, int firstAge) {
    this.style = style;
    this.level = level;
    this.firstAge = firstAge;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static RetentionCurves withDefaults() {
    return new RetentionCurves(PictureStyle.defaults(), 0.95, 0);
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public RetentionCurves with(PictureStyle newStyle) {
    return new RetentionCurves(requireNonNull(newStyle, "style"), level, firstAge);
  }

  /**
   * Chooses the confidence level of the bands.
   *
   * @param newLevel over 0 and under 1
   * @return a drawer with it
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public RetentionCurves withLevel(double newLevel) {
    if (!(newLevel > 0 && newLevel < 1)) {
      throw new IllegalArgumentException("level (" + newLevel + ") must be between 0 and 1");
    }
    return new RetentionCurves(style, newLevel, firstAge);
  }

  /**
   * Chooses where lines begin: at age 1, they have the height to themselves that the 100 % of age 0
   * would take.
   *
   * @param age 0 or more
   * @return a drawer with it
   * @throws IllegalArgumentException if it is negative
   */
  public RetentionCurves withFirstAge(int age) {
    if (age < 0) {
      throw new IllegalArgumentException("age (" + age + ") must be 0 or more");
    }
    return new RetentionCurves(style, level, age);
  }

  /**
   * Draws the cohorts of a table, and all together.
   *
   * @param table the cohorts
   * @return the picture
   */
  public Picture draw(CohortTable table) {
    return Picture.inBothThemes(style, each -> with(each).drawOnce(table));
  }

  private Picture drawOnce(CohortTable table) {
    Drawing drawing = drawing(1, ". Thin lines are single cohorts, the band is that of all together");
    List<Line> lines = new ArrayList<>();
    List<Cohort> cohorts = table.cohorts();
    for (int row = 0; row < cohorts.size(); row++) {
      Stroke thin = Stroke.thin(drawing.palette().neutral());
      lines.add(new Line(cohorts.get(row).label(), table.curve(row), thin, false));
    }
    Stroke first = Stroke.ofSeries(drawing.palette(), 0);
    lines.add(new Line("All cohorts", table.pooledCurve(), first, true));
    return new CurveSheet(drawing, lines, level, firstAge).draw(table.granularity());
  }

  /**
   * Draws curves side by side.
   *
   * @param curves by name, drawn in the order of the map
   * @param granularity the length of the periods by which age is counted
   * @return the picture
   * @throws IllegalArgumentException if there is no curve
   */
  public Picture draw(Map<String, CohortCurve> curves, Granularity granularity) {
    return Picture.inBothThemes(style, each -> with(each).drawOnce(curves, granularity));
  }

  private Picture drawOnce(Map<String, CohortCurve> curves, Granularity granularity) {
    if (curves.isEmpty()) {
      throw new IllegalArgumentException("curves ({}) must be at least one");
    }
    requireNonNull(granularity, "granularity");
    Drawing drawing = drawing(curves.size(), "");
    List<Line> lines = new ArrayList<>();
    curves.forEach(
        (name, curve) ->
            lines.add(
                new Line(name, curve, Stroke.ofSeries(drawing.palette(), lines.size()), true)));
    return new CurveSheet(drawing, lines, level, firstAge).draw(granularity);
  }

  private Drawing drawing(int strongLines, String note) {
    String bands = ", with " + ConfidenceInterval.words(level, "confidence intervals");
    String with = strongLines > CurveSheet.MOST_BANDS ? "" : bands;
    return new Drawing(
        style, "Retention by age", "Share of customers active at each age" + with + note);
  }
}
