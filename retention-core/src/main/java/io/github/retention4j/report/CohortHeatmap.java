package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.cohort.AgeMeasure;
import io.github.retention4j.cohort.CohortMeasure;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.cohort.ElapsedCohortTable;
import java.util.OptionalDouble;

/**
 * Draws a cohort table as a heatmap: a row for each cohort with its size, a column for each age, a
 * cell for each share, the deeper the more. The last row pools all cohorts that were observed at
 * the age.
 *
 * <p>Numbers in cells are per cent of the cohort. Cells that are not yet observed are hatched and
 * have no number; columns end with the first that nobody was observed in. Where cells are too small
 * for a number, it is shown when the cell is pointed at.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}; the scale ends at a round share that 95 % of the
 * cells after the first column do not exceed, for that column is 100 % by most definitions and
 * would make all others pale. Larger shares have the colour of the end, which then says so.
 */
public final class CohortHeatmap {

  private final PictureStyle style;
  private final OptionalDouble scaleEnd;

  private CohortHeatmap(PictureStyle style, OptionalDouble scaleEnd) {
    this.style = style;
    this.scaleEnd = scaleEnd;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static CohortHeatmap withDefaults() {
    return new CohortHeatmap(PictureStyle.defaults(), OptionalDouble.empty());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public CohortHeatmap with(PictureStyle newStyle) {
    return new CohortHeatmap(requireNonNull(newStyle, "style"), scaleEnd);
  }

  /**
   * Chooses where the scale of colours ends, so that two pictures can be compared.
   *
   * @param share over 0, at most 1
   * @return a drawer with it
   * @throws IllegalArgumentException if it is not in that range
   */
  public CohortHeatmap withScaleEnd(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be over 0 and at most 1");
    }
    return new CohortHeatmap(style, OptionalDouble.of(share));
  }

  /**
   * Draws a table of calendar periods.
   *
   * @param table the cohorts
   * @return the picture
   */
  public Picture draw(CohortTable table) {
    String unit = Words.plural(table.granularity());
    return draw(
        new CohortTriangle(
            table.cohorts(), table::ages, table::label, table::cell, table.averages()),
        table.measure(),
        "Age in " + unit);
  }

  /**
   * Draws a table of windows of time since each customer's own start.
   *
   * @param table the cohorts
   * @return the picture
   */
  public Picture draw(ElapsedCohortTable table) {
    return draw(
        new CohortTriangle(
            table.cohorts(), table::ages, table::label, table::cell, table.averages()),
        table.measure(),
        "Age in windows of " + Words.length(table.window().length()));
  }

  private Picture draw(CohortTriangle triangle, CohortMeasure measure, String ageTitle) {
    String definition = "Per cent of each cohort " + words(measure);
    return Picture.inBothThemes(
        style,
        each ->
            new HeatmapSheet(
                    new Drawing(each, "Retention by cohort", definition), triangle, scaleEnd)
                .draw(ageTitle));
  }

  private static String words(CohortMeasure measure) {
    if (!(measure instanceof AgeMeasure age)) {
      return "active at least once in the ages of the column";
    }
    return switch (age) {
      case ON_PERIOD -> "active at that age";
      case ON_OR_AFTER -> "active at that age or later";
      case ON_OR_BEFORE -> "active at least once by that age";
      case BACK_ON_OR_BEFORE -> "that came back at least once by that age";
      case EVERY_PERIOD_SO_FAR -> "active at every age up to that one";
    };
  }
}
