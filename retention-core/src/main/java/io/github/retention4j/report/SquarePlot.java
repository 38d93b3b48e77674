package io.github.retention4j.report;

/** A frame as high as it is wide, with its diagonal, and words beside it. */
final class SquarePlot {

  private static final double LARGEST = 440;
  private static final double BESIDE = 250;
  private static final double SIDE_VALUES = 52;

  private final Drawing drawing;
  private final Frame frame;
  private double beside;

  /** Makes a frame for axes that begin and end alike. */
  SquarePlot(Drawing drawing, Axis side, Axis foot) {
    this.drawing = drawing;
    double width = drawing.right() - drawing.left();
    double room = Math.max(SIDE_VALUES, side.widest(drawing.small()) + 9);
    double length = Math.min(LARGEST, width - room - (width > 600 ? BESIDE : 12));
    this.frame =
        Frame.of(
            drawing,
            side,
            foot.from(),
            foot.to(),
            drawing.top(),
            length,
            room,
            width - room - length);
    this.beside = frame.top() + 8;
  }

  Frame frame() {
    return frame;
  }

  /** Draws both axes and the line from corner to corner; returns where they end. */
  double drawAxes(Axis foot, String diagonalIs) {
    frame.drawSide();
    for (double value : foot.ticks().values()) {
      double x = frame.x().at(value);
      drawing.line(x, frame.top(), x, frame.bottom(), drawing.palette().grid(), 1);
    }
    double end = frame.drawFoot(foot);
    Trace diagonal =
        new Trace().moveTo(frame.left(), at(0)).lineTo(frame.right(), at(foot.to()));
    drawing.curve(diagonal, new Stroke(drawing.palette().muted(), 1.2, "4 4"), diagonalIs);
    return end;
  }

  private double at(double value) {
    return frame.y().at(value);
  }

  /** Writes words to the right of the frame, or nothing where the sheet is too narrow. */
  void note(String words, TextStyle type) {
    double left = frame.right() + 24;
    double room = drawing.right() - left;
    if (room < BESIDE / 2) {
      return;
    }
    for (String line : Texts.wrap(words, type.size(), room, 6)) {
      drawing.centred(left, beside, line, type);
      beside += 1.45 * type.size();
    }
    beside += 6;
  }
}
