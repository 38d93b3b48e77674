package io.github.retention4j.report;

import java.util.List;

/** A frame as high as it is wide, with its diagonal, and words beside it. */
final class SquarePlot {

  private static final double LARGEST = 440;
  private static final double BESIDE = 250;
  private static final double SIDE_VALUES = 52;
  private static final int MOST_LINES = 6;

  private final Drawing drawing;
  private final Frame frame;

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

  /** What is written beside the frame. */
  record Note(String words, TextStyle type) {}

  /** Writes notes to the right of the frame, or under it where the sheet is narrow. */
  double drawNotes(double end, List<Note> notes) {
    double left = frame.right() + 24;
    boolean beside = drawing.right() - left >= BESIDE / 2;
    double x = beside ? left : drawing.left();
    double y = beside ? frame.top() + 8 : end + 16;
    for (Note note : notes) {
      double size = note.type().size();
      for (String line : Texts.wrap(note.words(), size, drawing.right() - x, MOST_LINES)) {
        drawing.centred(x, y, line, note.type());
        y += 1.45 * size;
      }
      y += 6;
    }
    return beside ? end : y;
  }
}
