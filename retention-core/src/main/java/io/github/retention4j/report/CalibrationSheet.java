package io.github.retention4j.report;

import io.github.retention4j.report.CalibrationPlot.Point;
import java.util.Comparator;
import java.util.List;

/** Lays out predictions against what came in a square. */
final class CalibrationSheet {

  private static final List<String> NOTES =
      List.of(
          "Points on the dashed line came as predicted.",
          "Above it more came, below it less.",
          "The area of a point goes with its customers.");

  private static final double LARGEST_POINT = 11;
  private static final double SMALLEST_POINT = 3;

  private final Drawing drawing;
  private final List<Point> points;
  private final Words words;

  /**
   * What a picture says.
   *
   * @param shares whether values are shares, written per cent
   */
  record Words(String title, String subtitle, String foot, String side, boolean shares) {}

  CalibrationSheet(PictureStyle style, List<Point> points, Words words) {
    this.drawing = new Drawing(style, words.title(), words.subtitle());
    this.points = points;
    this.words = words;
  }

  Picture draw() {
    Axis foot = axis(words.foot());
    SquarePlot plot = new SquarePlot(drawing, axis(words.side()), foot);
    double end = plot.drawAxes(foot, "as predicted");
    double most = points.stream().mapToDouble(Point::customers).max().orElse(1);
    points.forEach(point -> interval(plot.frame(), point));
    points.stream()
        .sorted(Comparator.comparingDouble(Point::customers).reversed())
        .forEach(point -> dot(plot.frame(), point, most));
    end = plot.drawNotes(end, NOTES.stream().map(this::note).toList());
    return drawing.finish(end, description());
  }

  private SquarePlot.Note note(String text) {
    return new SquarePlot.Note(text, drawing.small());
  }

  private Axis axis(String title) {
    double highest = points.stream().mapToDouble(Point::highest).max().orElse(1);
    if (words.shares()) {
      return Axis.shares(highest, drawing.numbers(), title);
    }
    Ticks ticks = Ticks.around(0, highest > 0 ? highest : 1, 5);
    return Axis.around(ticks, value -> drawing.numbers().decimal(value, ticks.digits()), title);
  }

  private void interval(Frame frame, Point point) {
    double x = frame.x().at(point.predicted());
    point
        .interval()
        .ifPresent(
            it -> {
              double lower = frame.y().at(it.lower());
              double upper = frame.y().at(it.upper());
              Colour colour = drawing.palette().series(0);
              drawing.line(x, lower, x, upper, colour, 1.4);
              drawing.line(x - 4, lower, x + 4, lower, colour, 1.4);
              drawing.line(x - 4, upper, x + 4, upper, colour, 1.4);
            });
  }

  private void dot(Frame frame, Point point, double most) {
    double radius =
        Math.max(SMALLEST_POINT, LARGEST_POINT * Math.sqrt(point.customers() / most));
    double x = frame.x().at(point.predicted());
    double y = frame.y().at(point.actual());
    drawing.dot(x, y, radius + 1, drawing.palette().ground(), "");
    drawing.dot(x, y, radius, drawing.palette().series(0), told(point));
  }

  private String told(Point point) {
    String number = drawing.numbers().shortest(point.customers(), 1);
    String customers = number.equals("1") ? "1 customer" : number + " customers";
    return customers + ": predicted " + number(point.predicted()) + ", actual " + number(point.actual());
  }

  private String number(double value) {
    return words.shares()
        ? drawing.numbers().percent(value, 1)
        : drawing.numbers().decimal(value, 2);
  }

  private String description() {
    if (points.isEmpty()) {
      return "No group of customers.";
    }
    String first = told(points.get(0));
    return points.size() == 1
        ? first + "."
        : "From the lowest prediction, "
            + first
            + "; to the highest, "
            + told(points.get(points.size() - 1))
            + ".";
  }
}
