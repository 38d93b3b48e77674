package io.github.retention4j.report;

import java.util.List;
import java.util.stream.IntStream;

/** Lays out stacked bars, positive parts above zero and negative ones below. */
final class BarSheet {

  private static final double HEIGHT = 300;
  private static final double BAR = 0.72;
  private static final double WIDEST = 96;
  private static final int MOST_STEPS = 8;

  private final Drawing drawing;
  private final List<String> names;
  private final List<Part> parts;
  private final Frame frame;
  private final double band;

  /**
   * One part of all bars.
   *
   * @param values one for each bar, from zero outwards after those of the parts before
   */
  record Part(String words, Colour colour, List<Double> values) {}

  BarSheet(Drawing drawing, List<String> names, List<Part> parts, Axis side) {
    this.drawing = drawing;
    this.names = names;
    this.parts = parts;
    List<Key.Entry> entries =
        parts.stream().map(part -> new Key.Entry(part.colour(), part.words())).toList();
    double top = Key.draw(drawing, drawing.top() - 4, entries) + 12;
    this.frame = Frame.of(drawing, side, 0, names.size(), top, HEIGHT, 0, 0);
    this.band = (frame.right() - frame.left()) / names.size();
  }

  /** Returns values for the side of bars of such parts. */
  static Ticks ticks(List<Part> parts) {
    int bars = parts.get(0).values().size();
    double high = IntStream.range(0, bars).mapToDouble(i -> sum(parts, i, 1)).max().orElse(0);
    double low = IntStream.range(0, bars).mapToDouble(i -> sum(parts, i, -1)).min().orElse(0);
    return Ticks.around(low, high, MOST_STEPS);
  }

  private static double sum(List<Part> parts, int bar, int sign) {
    return parts.stream()
        .mapToDouble(part -> part.values().get(bar))
        .filter(value -> value * sign > 0)
        .sum();
  }

  Picture draw(String description) {
    frame.drawSide();
    for (int i = 0; i < names.size(); i++) {
      bar(i);
    }
    frame.baseLine(frame.y().at(0));
    return drawing.finish(frame.drawNames(names, ""), description);
  }

  private void bar(int index) {
    double above = 0;
    double below = 0;
    for (Part part : parts) {
      double value = part.values().get(index);
      double from = value < 0 ? below : above;
      piece(index, part, from, from + value);
      if (value < 0) {
        below += value;
      } else {
        above += value;
      }
    }
  }

  private void piece(int index, Part part, double from, double to) {
    if (from == to) {
      return;
    }
    double top = frame.y().at(Math.max(from, to));
    double height = frame.y().at(Math.min(from, to)) - top;
    String number = drawing.numbers().shortest(Math.abs(to - from), 2);
    String tip = Texts.inSentence(names.get(index)) + ": " + number + " " + part.words();
    double width = Math.min(WIDEST, BAR * band);
    double left = frame.left() + (index + 0.5) * band - width / 2;
    drawing.bar(left, top, width, height, part.colour(), tip);
  }
}
