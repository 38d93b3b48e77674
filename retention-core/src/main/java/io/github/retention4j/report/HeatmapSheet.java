package io.github.retention4j.report;

import io.github.retention4j.cohort.Cohort;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays out one heatmap: labels and sizes, then cells, then what all cohorts have, then the key. */
final class HeatmapSheet {

  private static final String ALL = "All cohorts";
  private static final String SIZE = "Customers";
  private static final double GAP = 14;
  private static final double WIDEST_CELL = 64;
  private static final double ROW = 26;
  private static final int ROWS_OF_FULL_HEIGHT = 24;
  private static final double LEAST_ROW = 13;
  private static final double SMALLEST_NUMBER = 8.5;
  private static final double HEAD = 40;
  private static final double KEY_WIDTH = 180;

  private final Drawing drawing;
  private final CohortTriangle triangle;
  private final HeatUnit unit;
  private final Ticks ticks;
  private final boolean cutOff;
  private final int digits;
  private final int columns;
  private final double labelRoom;
  private final double cellsLeft;
  private final double cellWidth;
  private final double rowHeight;
  private final double top;
  private final double numberSize;

  HeatmapSheet(Drawing drawing, CohortTriangle triangle, HeatUnit unit, OptionalDouble scaleEnd) {
    this.drawing = drawing;
    this.triangle = triangle;
    this.unit = unit;
    this.columns = triangle.columns();
    double end = scaleEnd.orElseGet(() -> unit.roundEnd(Math.max(0, triangle.usualLargest())));
    this.ticks = scaleTicks(end);
    this.cutOff = triangle.largest() > end;
    this.digits = unit.digits(end);
    this.labelRoom = Math.min(widest(rowLabels()), 0.26 * (drawing.right() - drawing.left()));
    double sizeRoom = Math.max(widest(sizes()), drawing.small().width(SIZE));
    this.cellsLeft = drawing.left() + labelRoom + GAP + sizeRoom + GAP;
    this.cellWidth = Math.min(WIDEST_CELL, (drawing.right() - cellsLeft) / columns);
    this.rowHeight =
        Math.max(LEAST_ROW, Math.min(ROW, ROW * ROWS_OF_FULL_HEIGHT / (triangle.rows() + 1)));
    this.top = drawing.top() + HEAD;
    this.numberSize = numberSize();
  }

  private static Ticks scaleTicks(double end) {
    Ticks round = Ticks.around(0, end, 5);
    return new Ticks(Stream.of(0.0, end / 2, end).toList(), round.digits() + 1);
  }

  private double end() {
    return ticks.last();
  }

  private Stream<String> rowLabels() {
    return Stream.concat(
        Stream.of(ALL), triangle.cohorts().stream().map(cohort -> Texts.label(cohort.label())));
  }

  private Stream<String> sizes() {
    return Stream.concat(
            triangle.cohorts().stream().map(Cohort::size), Stream.of(triangle.customers()))
        .map(size -> drawing.numbers().count(size));
  }

  private double widest(Stream<String> texts) {
    return texts.mapToDouble(drawing.small()::width).max().orElse(0);
  }

  /** Returns the size at which the widest number fits into a cell; 0 if none does. */
  private double numberSize() {
    double widest =
        DoubleStream.of(unit.mustFit(), triangle.largest(), triangle.least())
            .map(value -> Texts.width(unit.inCell(drawing.numbers(), value, digits), 1))
            .max()
            .orElseThrow();
    double size = Math.min(Drawing.SMALL, Math.min((cellWidth - 4) / widest, rowHeight - 3));
    return size < SMALLEST_NUMBER ? 0 : size;
  }

  Picture draw(String ageTitle) {
    drawing.defineHatch();
    head(ageTitle);
    for (int row = 0; row < triangle.rows(); row++) {
      row(row);
    }
    double bottom = triangle.rows() > 1 ? all() : top + triangle.rows() * rowHeight;
    return drawing.finish(key(bottom + 24), description());
  }

  private void head(String ageTitle) {
    TextStyle small = drawing.small();
    drawing.text(cellsLeft, drawing.top() + 10, ageTitle, small);
    drawing.text(cellsLeft - GAP, top - 9, SIZE, small.end());
    List<String> labels = IntStream.range(0, columns).mapToObj(triangle.label()).toList();
    int every = Bands.every(labels, small, cellWidth);
    for (int column = 0; column < columns; column += every) {
      drawing.text(
          cellsLeft + (column + 0.5) * cellWidth, top - 9, labels.get(column), small.middle());
    }
  }

  private void row(int row) {
    Cohort cohort = triangle.cohorts().get(row);
    double y = top + row * rowHeight;
    rowHead(y, cohort.label(), cohort.size());
    String name = Texts.inSentence(cohort.label());
    for (int age = 0; age < triangle.columns(row); age++) {
      cell(age, y, name, triangle.cells().at(row, age));
    }
  }

  private void cell(int age, double y, String name, HeatCell cell) {
    String where = name + ", age " + triangle.label().apply(age) + ": ";
    if (cell.value().isPresent()) {
      value(age, y, cell, where);
    } else {
      String soFar = cell.evidence().apply(drawing.numbers());
      box(age, y, Drawing.hatch(), where + "not yet observed, " + soFar + " so far");
    }
  }

  private void rowHead(double y, String label, long size) {
    double middle = y + rowHeight / 2;
    TextStyle type = drawing.small().sized(Math.min(Drawing.SMALL, rowHeight - 2));
    drawing.label(drawing.left(), middle, label, labelRoom, type.in(drawing.palette().ink()));
    drawing.centred(cellsLeft - GAP, middle, drawing.numbers().count(size), type.end());
  }

  private void value(int age, double y, HeatCell cell, String where) {
    Numbers numbers = drawing.numbers();
    double value = cell.value().orElseThrow();
    Colour colour = drawing.palette().scale(value / end());
    String exact = unit.exact(numbers, value, digits);
    box(age, y, colour, where + exact + " (" + cell.evidence().apply(numbers) + ")");
    if (numberSize > 0) {
      TextStyle type = drawing.small().sized(numberSize).middle().in(colour.ink());
      drawing.centred(
          cellsLeft + (age + 0.5) * cellWidth,
          y + rowHeight / 2,
          unit.inCell(numbers, value, digits),
          type);
    }
  }

  private void box(int age, double y, Object fill, String tip) {
    double gap = Math.min(1.5, 0.08 * cellWidth);
    drawing.bar(cellsLeft + age * cellWidth, y, cellWidth - gap, rowHeight - gap, fill, tip);
  }

  /** Draws the row of all cohorts and returns where it ends. */
  private double all() {
    double y = top + triangle.rows() * rowHeight + 8;
    rowHead(y, ALL, triangle.customers());
    for (CohortTriangle.Average average : triangle.averages()) {
      String where =
          Words.counted(drawing.numbers().count(average.cohorts()), average.cohorts(), "cohort")
              + ", age "
              + triangle.label().apply(average.age())
              + ": ";
      value(average.age(), y, average.pooled(), where);
    }
    return y + rowHeight;
  }

  /** Draws the key and returns where it ends. */
  private double key(double y) {
    Markup svg = drawing.svg();
    svg.open("linearGradient", "id", Markup.ID + "scale");
    for (int tenth = 0; tenth <= 10; tenth++) {
      Colour colour = drawing.palette().scale(tenth / 10.0);
      svg.empty("stop", "offset", tenth / 10.0, "stop-color", colour);
    }
    svg.close();
    String fill = "url(#" + Markup.ID + "scale)";
    double width = Math.min(KEY_WIDTH, drawing.right() - cellsLeft - GAP);
    svg.empty("rect", "x", cellsLeft, "y", y, "width", width, "height", 10, "fill", fill);
    LinearScale scale = new LinearScale(0, end(), cellsLeft, cellsLeft + width);
    for (double value : ticks.values()) {
      String sign = value == end() && cutOff ? "\u2265 " : "";
      drawing.text(scale.at(value), y + 24, sign + atScale(value), drawing.small().middle());
    }
    return triangle.open() > 0 ? openKey(scale.at(end()) + 40, y) : y + 24;
  }

  /** Draws the key of the hatching beside that of the scale, or under it where that is too far. */
  private double openKey(double beside, double y) {
    String words = "not yet observed";
    boolean fits = beside + 30 + drawing.small().width(words) <= drawing.right();
    double x = fits ? beside : cellsLeft;
    double at = fits ? y : y + 36;
    drawing
        .svg()
        .empty("rect", "x", x, "y", at - 2, "width", 22, "height", 14, "fill", Drawing.hatch());
    drawing.centred(x + 30, at + 5, words, drawing.small());
    return fits ? y + 24 : at + 12;
  }

  private String atScale(double value) {
    return unit.atScale(drawing.numbers(), value, ticks.digits());
  }

  private String description() {
    Numbers numbers = drawing.numbers();
    String all =
        Words.counted(numbers.count(triangle.rows()), triangle.rows(), "cohort")
            + ", "
            + Words.counted(numbers.count(triangle.customers()), triangle.customers(), "customer");
    String open = Words.counted(numbers.count(triangle.open()), triangle.open(), "cell");
    return all + pooled() + ". Not yet observed: " + open + ".";
  }

  private String pooled() {
    List<CohortTriangle.Average> averages = triangle.averages();
    if (averages.isEmpty()) {
      return "";
    }
    CohortTriangle.Average last = averages.get(averages.size() - 1);
    CohortTriangle.Average first = averages.get(Math.min(1, averages.size() - 1));
    return ". Of all cohorts together "
        + at(first)
        + (first.age() == last.age() ? "" : ", " + at(last));
  }

  private String at(CohortTriangle.Average average) {
    return unit.exact(drawing.numbers(), average.pooled().value().orElseThrow(), digits)
        + " at age "
        + triangle.label().apply(average.age());
  }
}
