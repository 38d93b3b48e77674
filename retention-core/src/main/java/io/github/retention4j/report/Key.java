package io.github.retention4j.report;

import java.util.List;

/** Swatches with their meaning, side by side in as many lines as they need. */
final class Key {

  private static final double SWATCH = 12;
  private static final double LINE = 20;
  private static final double BETWEEN = 22;

  private Key() {}

  /** What a colour means. */
  record Entry(Object fill, String words) {}

  /** Draws the key from a height down and returns where it ends. */
  static double draw(Drawing drawing, double top, List<Entry> entries) {
    double x = drawing.left();
    double y = top + LINE / 2;
    double most = drawing.right() - drawing.left() - SWATCH - 7;
    for (Entry entry : entries) {
      double words = Math.min(most, drawing.small().width(Texts.label(entry.words())));
      if (x > drawing.left() && x + SWATCH + 7 + words > drawing.right()) {
        x = drawing.left();
        y += LINE;
      }
      swatch(drawing, x, y, entry.fill());
      drawing.label(x + SWATCH + 7, y, entry.words(), most, drawing.small());
      x += SWATCH + 7 + words + BETWEEN;
    }
    return y + LINE / 2;
  }

  /** Draws a swatch with its middle at a height. */
  static void swatch(Drawing drawing, double x, double y, Object fill) {
    drawing
        .svg()
        .empty("rect", "x", x, "y", y - 5, "width", SWATCH, "height", 10, "rx", 2, "fill", fill);
  }
}
