package io.github.retention4j.report;

import io.github.retention4j.benchmark.Benchmark;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkComparison.Standing;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.BenchmarkValue;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Lays out comparisons in rows: the benchmark's name, the marks, the verdict. */
final class BenchmarkSheet {

  private static final double ROW = 38;
  private static final double GAP = 16;
  private static final double MARK = 9;

  /** Room for a value of the foot. */
  private static final double TICK = 56;

  private final Drawing drawing;
  private final List<BenchmarkComparison> rows;
  private final BenchmarkMetric.Unit unit;
  private final double nameRoom;
  private final double verdictRoom;
  private final Ticks ticks;

  BenchmarkSheet(PictureStyle style, List<BenchmarkComparison> rows) {
    this.rows = rows;
    this.unit = rows.get(0).benchmark().metric().unit();
    this.drawing = new Drawing(style, title(rows), subtitle(rows));
    double[] values = rows.stream().flatMapToDouble(BenchmarkSheet::values).toArray();
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(1);
    this.nameRoom = nameRoom();
    this.verdictRoom =
        rows.stream().map(this::verdict).mapToDouble(this::strongWidth).max().orElse(0) + GAP;
    double room = drawing.right() - drawing.left() - nameRoom - verdictRoom;
    this.ticks = Ticks.around(low, high, (int) Math.max(1, Math.min(6, room / TICK)));
  }

  private static String title(List<BenchmarkComparison> rows) {
    String metric = RetentionTables.words(rows.get(0).benchmark().metric());
    return metric.substring(0, 1).toUpperCase(Locale.ROOT) + metric.substring(1) + " beside published figures";
  }

  private static String subtitle(List<BenchmarkComparison> rows) {
    ConfidenceInterval interval = rows.get(0).interval();
    return "Own figure "
        + rows.get(0).own()
        + ", "
        + ConfidenceInterval.words(interval.level(), interval.method())
        + " interval";
  }

  private static DoubleStream values(BenchmarkComparison row) {
    ConfidenceInterval interval = row.interval();
    DoubleStream own = DoubleStream.of(interval.lower(), interval.upper());
    return DoubleStream.concat(own, published(row.benchmark().value()));
  }

  private static DoubleStream published(BenchmarkValue value) {
    return value instanceof BenchmarkValue.Quartiles quartiles
        ? DoubleStream.of(quartiles.p25(), quartiles.median(), quartiles.p75())
        : DoubleStream.of(value.reference());
  }

  Picture draw() {
    Frame frame = frame();
    Axis foot = Axis.around(ticks, this::text, "");
    for (double value : ticks.values()) {
      double x = frame.x().at(value);
      drawing.line(x, frame.top(), x, frame.bottom(), drawing.palette().grid(), 1);
    }
    for (int i = 0; i < rows.size(); i++) {
      row(frame, rows.get(i), frame.y().at(rows.size() - i - 0.5));
    }
    double end = frame.drawFoot(foot);
    return drawing.finish(Key.draw(drawing, end + 10, key()), description());
  }

  private Frame frame() {
    Axis side = new Axis(0, rows.size(), new Ticks(List.of(), 0), value -> "", "");
    return Frame.of(
        drawing,
        side,
        ticks.first(),
        ticks.last(),
        drawing.top(),
        ROW * rows.size(),
        nameRoom,
        verdictRoom);
  }

  private double nameRoom() {
    double widest = rows.stream().mapToDouble(this::nameWidth).max().orElse(0);
    return Math.min(widest, 0.32 * (drawing.right() - drawing.left())) + GAP;
  }

  private double strongWidth(String text) {
    return drawing.small().strong().width(text);
  }

  private double nameWidth(BenchmarkComparison row) {
    TextStyle small = drawing.small();
    return Math.max(
        small.width(Texts.label(row.benchmark().industry())),
        small.width(Texts.label(source(row.benchmark()))));
  }

  private void row(Frame frame, BenchmarkComparison row, double y) {
    TextStyle small = drawing.small();
    double room = frame.left() - GAP - drawing.left();
    Benchmark benchmark = row.benchmark();
    drawing.label(
        drawing.left(), y - 7, benchmark.industry(), room, small.in(drawing.palette().ink()));
    drawing.label(drawing.left(), y + 8, source(benchmark), room, small.sized(10));
    published(frame, benchmark, y);
    own(frame, row, y);
    Colour colour = colour(row.standing());
    drawing.centred(frame.right() + GAP, y, verdict(row), small.strong().in(colour));
  }

  private void published(Frame frame, Benchmark benchmark, double y) {
    Palette palette = drawing.palette();
    String tip = Texts.inSentence(benchmark.industry()) + ": " + text(benchmark.value().reference());
    if (benchmark.value() instanceof BenchmarkValue.Quartiles quartiles) {
      double left = frame.x().at(quartiles.p25());
      double right = frame.x().at(quartiles.p75());
      String range = ", quartiles " + text(quartiles.p25()) + " to " + text(quartiles.p75());
      drawing.bar(left, y - 5, right - left, 10, palette.grid(), tip + range);
    }
    double x = frame.x().at(benchmark.value().reference());
    drawing.bar(x - 1.5, y - MARK, 3, 2 * MARK, palette.ink(), tip);
  }

  private void own(Frame frame, BenchmarkComparison row, double y) {
    Colour colour = colour(row.standing());
    double left = frame.x().at(row.interval().lower());
    double right = frame.x().at(row.interval().upper());
    drawing.line(left, y, right, y, colour, 2);
    drawing.line(left, y - 4, left, y + 4, colour, 2);
    drawing.line(right, y - 4, right, y + 4, colour, 2);
    drawing.dot(frame.x().at(row.ownValue()), y, 5, colour, row.summary());
  }

  private Colour colour(Standing standing) {
    return switch (standing) {
      case BETTER -> drawing.palette().gain();
      case WORSE -> drawing.palette().loss();
      case NOT_DISTINGUISHABLE -> drawing.palette().muted();
    };
  }

  private String verdict(BenchmarkComparison row) {
    return row.standing() == Standing.NOT_DISTINGUISHABLE
        ? "not distinguishable"
        : RetentionTables.words(row.verdict()) + ", " + RetentionTables.words(row.standing());
  }

  private static String source(Benchmark benchmark) {
    return benchmark.source() + ", " + benchmark.year() + (benchmark.metric().isPerPeriod() ? ", " + benchmark.period() : "");
  }

  private String text(double value) {
    return switch (unit) {
      case SHARE, RATIO -> drawing.numbers().percent(value, Math.max(0, ticks.digits() - 2));
      case POINTS, INDEX -> drawing.numbers().decimal(value, ticks.digits());
    };
  }

  private List<Key.Entry> key() {
    List<Key.Entry> entries = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      if (rows.stream().anyMatch(row -> row.standing() == standing)) {
        entries.add(new Key.Entry(colour(standing), "own, " + RetentionTables.words(standing)));
      }
    }
    entries.add(new Key.Entry(drawing.palette().ink(), "published"));
    if (rows.stream().anyMatch(row -> row.benchmark().value() instanceof BenchmarkValue.Quartiles)) {
      entries.add(new Key.Entry(drawing.palette().grid(), "published quartiles"));
    }
    return entries;
  }

  private String description() {
    return rows.stream()
        .map(
            row ->
                verdict(row)
                    + " beside "
                    + Texts.inSentence(row.benchmark().industry())
                    + " at "
                    + text(row.benchmark().value().reference()))
        .collect(Collectors.joining("; ", "Own figure: ", "."));
  }
}
