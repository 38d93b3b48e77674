package io.github.retention4j.report;

import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortCurve.Point;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays out curves of retention in one frame. */
final class CurveSheet {

  private static final double HEIGHT = 320;
  static final int MOST_BANDS = 4;
  private static final int MOST_TOLD = 4;
  private static final double ROOM_FOR_DOTS = 14;

  private final Drawing drawing;
  private final List<Line> lines;
  private final List<Line> strong;
  private final double level;
  private final int firstAge;

  /**
   * A curve as it is drawn.
   *
   * @param strong whether it has its name and its band, or is a thin line among many
   */
  record Line(String name, CohortCurve curve, Stroke stroke, boolean strong) {
    Colour colour() {
      return stroke.colour();
    }
  }

  CurveSheet(Drawing drawing, List<Line> lines, double level, int firstAge) {
    this.drawing = drawing;
    this.lines = lines;
    this.strong = lines.stream().filter(Line::strong).toList();
    this.level = level;
    this.firstAge = firstAge;
  }

  Picture draw(Granularity granularity) {
    Frame frame = frame();
    frame.drawSide();
    Axis foot = foot(frame, granularity);
    double bottom = frame.drawFoot(foot);
    if (strong.size() <= MOST_BANDS) {
      strong.forEach(line -> band(frame, line));
    }
    lines.forEach(line -> line(frame, line));
    EndLabels.draw(drawing, frame, ends(frame));
    return drawing.finish(bottom, description());
  }

  private Frame frame() {
    Axis side = Axis.shares(highest(), drawing.numbers(), "Share active");
    List<String> names = strong.stream().map(line -> Texts.label(line.name())).toList();
    double height = Math.max(HEIGHT, EndLabels.LINE * names.size());
    double room = EndLabels.room(drawing, names);
    return Frame.of(drawing, side, firstAge, lastAge(), drawing.top(), height, 0, room);
  }

  private Axis foot(Frame frame, Granularity granularity) {
    int most = frame.most(drawing.small().width(drawing.numbers().count(lastAge())));
    Ticks all =
        granularity == Granularity.MONTH
            ? Ticks.months(lastAge(), most)
            : Ticks.whole(lastAge(), most);
    List<Double> ages = all.values().stream().filter(age -> age >= firstAge).toList();
    return new Axis(
        firstAge,
        lastAge(),
        new Ticks(ages, 0),
        age -> drawing.numbers().decimal(age, 0),
        "Age in " + Words.plural(granularity));
  }

  private int lastAge() {
    int last = lines.stream().mapToInt(line -> line.curve().horizon() - 1).max().orElse(0);
    return Math.max(last, firstAge + 1);
  }

  private List<Point> points(Line line) {
    return line.curve().points().stream().filter(point -> point.age() >= firstAge).toList();
  }

  private double highest() {
    return lines.stream()
        .flatMap(line -> points(line).stream())
        .mapToDouble(point -> point.active().value())
        .max()
        .orElse(1);
  }

  private void band(Frame frame, Line line) {
    List<Point> points = points(line);
    if (points.size() < 2) {
      return;
    }
    List<ConfidenceInterval> limits =
        points.stream().map(point -> point.active().interval(level)).toList();
    Trace outline = new Trace().moveTo(x(frame, points.get(0)), y(frame, limits.get(0).upper()));
    for (int i = 1; i < points.size(); i++) {
      outline.lineTo(x(frame, points.get(i)), y(frame, limits.get(i).upper()));
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      outline.lineTo(x(frame, points.get(i)), y(frame, limits.get(i).lower()));
    }
    drawing.band(outline.close(), line.colour());
  }

  /** Places a share, cut off at the top of the frame. */
  private static double y(Frame frame, double share) {
    return Math.max(frame.top(), frame.y().at(share));
  }

  private static double x(Frame frame, Point point) {
    return frame.x().at(point.age());
  }

  private void line(Frame frame, Line line) {
    List<Point> points = points(line);
    if (points.isEmpty()) {
      return;
    }
    Trace trace = new Trace();
    for (int i = 0; i < points.size(); i++) {
      double x = x(frame, points.get(i));
      double y = y(frame, points.get(i).active().value());
      if (i == 0) {
        trace.moveTo(x, y);
      } else {
        trace.lineTo(x, y);
      }
    }
    drawing.curve(trace, line.stroke(), Texts.label(line.name()));
    boolean roomForDots = frame.x().at(1) - frame.x().at(0) >= ROOM_FOR_DOTS;
    if (points.size() == 1 || (line.strong() && roomForDots)) {
      dots(frame, line, points);
    }
  }

  private void dots(Frame frame, Line line, List<Point> points) {
    for (Point point : points) {
      String tip = Texts.inSentence(line.name()) + ", age " + point.age() + ": " + point.active();
      double y = y(frame, point.active().value());
      drawing.dot(x(frame, point), y, line.strong() ? 3 : 1.5, line.colour(), tip);
    }
  }

  private List<EndLabels.End> ends(Frame frame) {
    List<EndLabels.End> ends = new ArrayList<>();
    for (Line line : strong) {
      List<Point> points = points(line);
      if (!points.isEmpty()) {
        Point last = points.get(points.size() - 1);
        ends.add(
            new EndLabels.End(
                line.name(), line.colour(), x(frame, last), y(frame, last.active().value())));
      }
    }
    return ends;
  }

  private String description() {
    String told =
        strong.stream().limit(MOST_TOLD).map(this::told).collect(Collectors.joining("; "));
    int others = lines.size() - Math.min(MOST_TOLD, strong.size());
    String more = others == 0 ? "" : "; and " + Words.counted("" + others, others, "more line");
    return told + more + ".";
  }

  private String told(Line line) {
    List<Point> points = points(line);
    String name = Texts.inSentence(line.name());
    if (points.isEmpty()) {
      return name + " not yet observed";
    }
    String last = points.size() == 1 ? "" : " and " + at(points.get(points.size() - 1));
    return name + " " + at(points.get(0)) + last;
  }

  private String at(Point point) {
    return drawing.numbers().percent(point.active().value(), 1) + " at age " + point.age();
  }
}
