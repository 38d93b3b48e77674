package io.github.retention4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of lines at their right ends, moved apart where they would touch. */
final class EndLabels {

  /** From one label to the next. */
  static final double LINE = 15;

  private static final double GAP = 12;

  private EndLabels() {}

  /**
   * A name and the end of its line.
   *
   * @param name of the line
   * @param colour of the line
   * @param x where the line ends
   * @param y where the line ends
   */
  record End(String name, Colour colour, double x, double y) {}

  /** Returns the room that the names need beside the frame, at most a share of the sheet. */
  static double room(Drawing drawing, List<String> names) {
    double widest = names.stream().mapToDouble(type(drawing)::width).max().orElse(0);
    return Math.min(widest + 2, 0.24 * (drawing.right() - drawing.left())) + GAP;
  }

  static void draw(Drawing drawing, Frame frame, List<End> ends) {
    List<End> sorted = new ArrayList<>(ends);
    sorted.sort(Comparator.comparingDouble(End::y));
    double[] places = places(sorted, frame.top(), frame.bottom());
    double room = drawing.right() - frame.right() - GAP;
    for (int i = 0; i < places.length; i++) {
      End end = sorted.get(i);
      leader(drawing, frame, end, places[i]);
      drawing.label(
          frame.right() + GAP, places[i], end.name(), room, type(drawing).in(end.colour()));
    }
  }

  private static TextStyle type(Drawing drawing) {
    return drawing.small().strong();
  }

  /** Returns a place for each, in their order, at least a line apart, near where they end. */
  static double[] places(List<End> sorted, double top, double bottom) {
    double[] places = sorted.stream().mapToDouble(End::y).toArray();
    double line = Math.min(LINE, (bottom - top) / Math.max(1, places.length - 1));
    double least = top;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(places[i], least);
      least = places[i] + line;
    }
    double most = bottom;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], most);
      most = places[i] - line;
    }
    return places;
  }

  private static void leader(Drawing drawing, Frame frame, End end, double place) {
    double x = frame.right() + GAP - 3;
    if (x - end.x() > GAP || Math.abs(place - end.y()) > 3) {
      drawing
          .svg()
          .empty(
              "path",
              "d",
              new Trace().moveTo(end.x() + 3, end.y()).lineTo(x, place),
              "stroke",
              end.colour(),
              "stroke-width",
              0.7,
              "stroke-dasharray",
              "1 3",
              "fill",
              "none");
    }
  }
}
