package io.github.retention4j.report;

import java.util.List;

/** A rectangle with values up its left side, and values or names along its foot. */
final class Frame {

  private static final double LABEL_GAP = 9;
  private static final double Y_TITLE = 24;
  private static final double X_LABEL = 18;
  private static final double X_TITLE = 38;

  private final Drawing drawing;
  private final Axis side;
  private final LinearScale x;
  private final LinearScale y;

  private Frame(Drawing drawing, Axis side, LinearScale x, LinearScale y) {
    this.drawing = drawing;
    this.side = side;
    this.x = x;
    this.y = y;
  }

  /**
   * Returns a frame over the width of the sheet.
   *
   * @param top where it and the title of its side may begin
   * @param height of the rectangle alone
   * @param leftRoom free at its left, at least; more if the values of the side need it
   * @param rightRoom free at its right
   */
  static Frame of(
      Drawing drawing,
      Axis side,
      double from,
      double to,
      double top,
      double height,
      double leftRoom,
      double rightRoom) {
    double room = Math.max(leftRoom, side.widest(drawing.small()) + LABEL_GAP);
    double left = drawing.left() + room;
    double right = Math.max(left + 1, drawing.right() - rightRoom);
    double start = side.title().isEmpty() ? top : top + Y_TITLE;
    return new Frame(
        drawing,
        side,
        new LinearScale(from, to, left, right),
        new LinearScale(side.from(), side.to(), start + height, start));
  }

  LinearScale x() {
    return x;
  }

  LinearScale y() {
    return y;
  }

  double left() {
    return x.start();
  }

  double right() {
    return x.end();
  }

  double top() {
    return y.end();
  }

  double bottom() {
    return y.start();
  }

  /** Draws the side: its title, and a thin line across the frame for each value. */
  void drawSide() {
    TextStyle small = drawing.small();
    double start = left() - LABEL_GAP - side.widest(small);
    title(start, top() - Y_TITLE + 10, side.title());
    for (double value : side.ticks().values()) {
      double at = y.at(value);
      drawing.line(left(), at, right(), at, drawing.palette().grid(), 1);
      drawing.centred(left() - LABEL_GAP, at, side.text().apply(value), small.end());
    }
  }

  /** Draws values along the foot and returns where it ends. */
  double drawFoot(Axis foot) {
    TextStyle small = drawing.small();
    for (double value : foot.ticks().values()) {
      double at = x.at(value);
      drawing.line(at, bottom(), at, bottom() + 4, drawing.palette().muted(), 1);
      drawing.text(at, bottom() + X_LABEL, foot.text().apply(value), small.middle());
    }
    baseLine(bottom());
    return footTitle(foot.title());
  }

  /** Returns how many values, each so wide, can be written along the foot. */
  int most(double widest) {
    return (int) Math.max(2, (right() - left()) / (widest + 16));
  }

  /** Draws names in the middle of equal bands, as many as do not touch; returns where it ends. */
  double drawNames(List<String> names, String title) {
    TextStyle small = drawing.small();
    double band = (right() - left()) / names.size();
    int every = Bands.every(names, small, band);
    for (int i = 0; i < names.size(); i += every) {
      drawing.text(
          left() + (i + 0.5) * band, bottom() + X_LABEL, Texts.label(names.get(i)), small.middle());
    }
    return footTitle(title);
  }

  /** Draws a line across, to stand on. */
  void baseLine(double at) {
    drawing.line(left(), at, right(), at, drawing.palette().muted(), 1);
  }

  private double footTitle(String title) {
    if (title.isEmpty()) {
      return bottom() + X_LABEL + 4;
    }
    title(left(), bottom() + X_TITLE, title);
    return bottom() + X_TITLE + 4;
  }

  /** Writes a title from a place on, or from farther left where it would leave the sheet. */
  private void title(double from, double at, String title) {
    double latest = drawing.right() - drawing.small().width(title);
    drawing.text(Math.max(drawing.left(), Math.min(from, latest)), at, title, drawing.small());
  }
}
