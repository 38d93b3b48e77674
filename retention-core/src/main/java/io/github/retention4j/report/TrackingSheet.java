package io.github.retention4j.report;

import io.github.retention4j.purchase.TrackingTable;
import io.github.retention4j.purchase.TrackingTable.Row;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lays out purchases for each stretch of time and, under them, their sums. */
final class TrackingSheet {

  private static final double HEIGHT = 190;
  private static final double BETWEEN = 22;
  private static final String DATE = "0000-00-00";

  private final Drawing drawing;
  private final TrackingTable table;
  private final List<Row> rows;
  private final String stretch;

  TrackingSheet(PictureStyle style, TrackingTable table) {
    this.table = table;
    this.rows = table.rows();
    long days = rows.get(0).days().days();
    this.stretch = days == 1 ? "each day" : "each " + days + " days";
    this.drawing =
        new Drawing(
            style,
            "Repeat purchases, actual and expected",
            "In " + stretch + ", and added up; the model has not seen the holdout");
  }

  Picture draw() {
    double end = panel(drawing.top(), "Purchases in " + stretch, Row::actual, Row::expected);
    end = panel(end + BETWEEN, "Purchases so far", Row::cumulativeActual, Row::cumulativeExpected);
    Palette palette = drawing.palette();
    end =
        Key.draw(
            drawing,
            end + 8,
            List.of(
                new Key.Entry(palette.ink(), "actual"),
                new Key.Entry(palette.series(0), "expected, dashed")));
    return drawing.finish(end, description());
  }

  private double panel(
      double top, String title, ToDoubleFunction<Row> actual, ToDoubleFunction<Row> expected) {
    Axis side = side(title, actual, expected);
    Frame frame = Frame.of(drawing, side, 0, rows.size(), top, HEIGHT, 60, 12);
    shadeHoldout(frame);
    frame.drawSide();
    double end = frame.drawFoot(foot(frame));
    Palette palette = drawing.palette();
    drawing.curve(trace(frame, actual), new Stroke(palette.ink(), 1.8, "none"), "actual");
    drawing.curve(trace(frame, expected), new Stroke(palette.series(0), 2.2, "6 4"), "expected");
    return end;
  }

  private Axis side(String title, ToDoubleFunction<Row> actual, ToDoubleFunction<Row> expected) {
    double highest =
        rows.stream()
            .mapToDouble(row -> Math.max(actual.applyAsDouble(row), expected.applyAsDouble(row)))
            .max()
            .orElse(1);
    Ticks ticks = Ticks.around(0, Math.max(1, highest), 4);
    return Axis.around(ticks, value -> drawing.numbers().decimal(value, ticks.digits()), title);
  }

  private Axis foot(Frame frame) {
    Ticks ticks = Ticks.whole(rows.size(), frame.most(drawing.small().width(DATE)));
    return new Axis(0, rows.size(), ticks, this::date, "");
  }

  /** Stretch n ends at n; so n stands for the day on which the next one begins. */
  private String date(double end) {
    int n = (int) end;
    return n == 0
        ? rows.get(0).days().start().toString()
        : rows.get(n - 1).days().endExclusive().toString();
  }

  private void shadeHoldout(Frame frame) {
    double calibrated = (double) rows.stream().filter(row -> !row.inHoldout()).count();
    if (calibrated < rows.size()) {
      double x = frame.x().at(calibrated);
      drawing.band(outline(x, frame), drawing.palette().neutral());
      drawing.text(x + 6, frame.top() + 14, "holdout", drawing.small());
    }
  }

  private static Trace outline(double left, Frame frame) {
    return new Trace()
        .moveTo(left, frame.top())
        .alongTo(frame.right())
        .upTo(frame.bottom())
        .alongTo(left)
        .close();
  }

  private Trace trace(Frame frame, ToDoubleFunction<Row> value) {
    Trace trace = new Trace();
    for (int i = 0; i < rows.size(); i++) {
      double x = frame.x().at(i + 1.0);
      double y = frame.y().at(value.applyAsDouble(rows.get(i)));
      if (i == 0) {
        trace.moveTo(x, y);
      } else {
        trace.lineTo(x, y);
      }
    }
    return trace;
  }

  private String description() {
    Row last = rows.get(rows.size() - 1);
    Numbers numbers = drawing.numbers();
    String error =
        table.meanAbsolutePercentageError().isPresent()
            ? " Mean absolute percentage error "
                + numbers.percent(table.meanAbsolutePercentageError().getAsDouble(), 1)
                + "."
            : "";
    return "By "
        + last.days().last()
        + " there were "
        + numbers.count(last.cumulativeActual())
        + " repeat purchases, expected were "
        + numbers.decimal(last.cumulativeExpected(), 1)
        + "."
        + error;
  }
}
