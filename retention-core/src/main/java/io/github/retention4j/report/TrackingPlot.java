package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.purchase.TrackingTable;

/**
 * Draws repeat purchases as they came and as a model expected them: above for each stretch of time,
 * below added up. The stretches after the end of calibration, which the model has not seen, are
 * shaded.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}.
 */
public final class TrackingPlot {

  private final PictureStyle style;

  private TrackingPlot(PictureStyle style) {
    this.style = style;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static TrackingPlot withDefaults() {
    return new TrackingPlot(PictureStyle.defaults());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public TrackingPlot with(PictureStyle newStyle) {
    return new TrackingPlot(requireNonNull(newStyle, "style"));
  }

  /**
   * Draws the purchases.
   *
   * @param table actual and expected
   * @return the picture
   */
  public Picture draw(TrackingTable table) {
    requireNonNull(table, "table");
    return Picture.inBothThemes(style, each -> new TrackingSheet(each, table).draw());
  }
}
