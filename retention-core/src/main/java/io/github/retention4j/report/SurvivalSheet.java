package io.github.retention4j.report;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.survival.LifetimeModel;
import io.github.retention4j.survival.LifetimeQuantile;
import io.github.retention4j.survival.SurvivalAnswer;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Lays out survival curves in one frame with the table of those at risk under it. */
final class SurvivalSheet {

  private static final double HEIGHT = 320;
  static final int MOST_BANDS = 4;
  private static final int MOST_TOLD = 4;
  private static final double BETWEEN_MARKS = 4;
  private static final double MARK = 4;
  private static final double MODEL_STEP = 3;
  private static final double ROW = 19;
  private static final double GAP = 14;
  private static final double SWATCH = 20;
  private static final String LONG_NUMBER = "000,000";
  private static final String AT_RISK = "At risk";
  private static final String MEDIAN = "Median";

  private final Drawing drawing;
  private final List<Group> groups;
  private final Map<String, LifetimeModel> models;
  private final double horizon;
  private final Frame frame;

  record Group(String name, SurvivalCurve curve, Stroke stroke) {
    Colour colour() {
      return stroke.colour();
    }
  }

  SurvivalSheet(
      Drawing drawing, List<Group> groups, Map<String, LifetimeModel> models, double horizon) {
    this.drawing = drawing;
    this.groups = groups;
    this.models = models;
    this.horizon = horizon;
    this.frame = frame();
  }

  private Frame frame() {
    TextStyle small = drawing.small();
    double sheet = drawing.right() - drawing.left();
    double names =
        groups.stream().mapToDouble(g -> small.width(Texts.label(g.name()))).max().orElse(0);
    double halfNumber = small.width(LONG_NUMBER) / 2;
    double left = Math.min(Math.max(names + SWATCH, small.width(AT_RISK)), 0.26 * sheet);
    double medians = groups.stream().mapToDouble(g -> small.width(median(g))).max().orElse(0);
    double right = Math.max(medians, small.width(MEDIAN)) + GAP + halfNumber;
    Axis side = Axis.shares(1, drawing.numbers(), "Share still customers");
    return Frame.of(
        drawing, side, 0, horizon, drawing.top(), HEIGHT, left + halfNumber + GAP, right);
  }

  Picture draw() {
    frame.drawSide();
    Axis foot = foot();
    double bottom = frame.drawFoot(foot);
    if (groups.size() <= MOST_BANDS) {
      groups.forEach(this::band);
    }
    medians();
    groups.forEach(this::curve);
    groups.forEach(this::marks);
    models.forEach(this::model);
    double end = table(bottom + 22, foot);
    return drawing.finish(key(end), description());
  }

  private Axis foot() {
    TimeScale unit = groups.get(0).curve().timeScale();
    int most = frame.most(drawing.small().width(LONG_NUMBER));
    boolean months = unit == TimeScale.MEAN_MONTH && horizon >= 2;
    Ticks ticks = months ? Ticks.months(horizon, most) : Ticks.upTo(horizon, most);
    return new Axis(
        0,
        horizon,
        ticks,
        time -> drawing.numbers().decimal(time, ticks.digits()),
        "Time as a customer, in " + unit);
  }

  private double x(double time) {
    return frame.x().at(Math.min(time, horizon));
  }

  private double y(double share) {
    return frame.y().at(share);
  }

  private void curve(Group group) {
    SurvivalCurve curve = group.curve();
    Trace trace = new Trace().moveTo(x(0), y(1));
    for (int step = 0; step < curve.size() && curve.time(step) <= horizon; step++) {
      if (curve.lost(step) > 0) {
        trace.stepTo(x(curve.time(step)), y(curve.survival(step)));
      }
    }
    trace.alongTo(x(curve.lastObserved()));
    drawing.curve(trace, group.stroke(), Texts.label(group.name()));
  }

  private void band(Group group) {
    SurvivalCurve curve = group.curve();
    List<ConfidenceInterval> limits = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    double end = Math.min(curve.lastObserved(), horizon);
    for (int step = 0; step < curve.size() && curve.time(step) <= horizon; step++) {
      Optional<ConfidenceInterval> interval = curve.interval(step);
      if (interval.isPresent() && curve.lost(step) > 0) {
        limits.add(interval.get());
        times.add(curve.time(step));
      } else if (curve.survival(step) == 0) {
        end = Math.min(end, curve.time(step));
      }
    }
    if (!limits.isEmpty()) {
      drawing.band(outline(times, limits, end), group.colour());
    }
  }

  private Trace outline(List<Double> times, List<ConfidenceInterval> limits, double end) {
    Trace outline = new Trace().moveTo(x(times.get(0)), y(limits.get(0).upper()));
    for (int i = 1; i < limits.size(); i++) {
      outline.stepTo(x(times.get(i)), y(limits.get(i).upper()));
    }
    outline.alongTo(x(end));
    for (int i = limits.size() - 1; i >= 0; i--) {
      outline.upTo(y(limits.get(i).lower())).alongTo(x(times.get(i)));
    }
    return outline.close();
  }

  /** Draws where customers were last seen; strokes that would touch are one. */
  private void marks(Group group) {
    SurvivalCurve curve = group.curve();
    Trace marks = new Trace();
    double before = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < curve.size() && curve.time(step) <= horizon; step++) {
      double x = x(curve.time(step));
      if (curve.censored(step) > 0 && x - before >= BETWEEN_MARKS) {
        double y = y(curve.survival(step));
        marks.moveTo(x, y - MARK).lineTo(x, y + MARK);
        before = x;
      }
    }
    if (before >= 0) {
      drawing
          .svg()
          .empty("path", "class", "marks", "d", marks, "stroke", group.colour(), "stroke-width", 1);
    }
  }

  private void medians() {
    double farthest = frame.left();
    for (Group group : groups) {
      OptionalDouble median = group.curve().median().estimate().time();
      if (median.isPresent() && median.getAsDouble() <= horizon) {
        double x = x(median.getAsDouble());
        dashes(x, y(0.5), x, frame.bottom(), group.colour());
        farthest = Math.max(farthest, x);
      }
    }
    if (farthest > frame.left()) {
      dashes(frame.left(), y(0.5), farthest, y(0.5), drawing.palette().muted());
    }
  }

  private void dashes(double x1, double y1, double x2, double y2, Colour colour) {
    drawing
        .svg()
        .empty(
            "path",
            "class",
            "median",
            "d",
            new Trace().moveTo(x1, y1).lineTo(x2, y2),
            "stroke",
            colour,
            "stroke-dasharray",
            "3 3");
  }

  private void model(String name, LifetimeModel model) {
    Trace trace = new Trace().moveTo(x(0), y(1));
    for (double at = frame.left() + MODEL_STEP; at < frame.right(); at += MODEL_STEP) {
      trace.lineTo(at, y(model.survival(frame.x().invert(at))));
    }
    trace.lineTo(frame.right(), y(model.survival(horizon)));
    drawing.curve(trace, strokeOf(name), Texts.label(name));
  }

  /** Returns the line of a model, its dashes other than those of the one before. */
  private Stroke strokeOf(String name) {
    int third = List.copyOf(models.keySet()).indexOf(name) % 3;
    return new Stroke(drawing.palette().ink(), 1.4, (7 - 2 * third) + " " + (4 - third));
  }

  /** Draws the table under the axis and returns where it ends. */
  private double table(double top, Axis foot) {
    TextStyle small = drawing.small();
    drawing.text(drawing.left(), top, AT_RISK, small);
    drawing.text(drawing.right(), top, MEDIAN, small.end());
    double y = top;
    for (Group group : groups) {
      y += ROW;
      Key.swatch(drawing, drawing.left(), y, group.colour());
      double room = frame.left() - drawing.left() - SWATCH - small.width(LONG_NUMBER) / 2 - 4;
      drawing.label(drawing.left() + SWATCH, y, group.name(), room, small);
      for (double time : foot.ticks().values()) {
        String atRisk = atRisk(group.curve(), time);
        drawing.centred(x(time), y, atRisk, small.middle().in(drawing.palette().ink()));
      }
      drawing.centred(drawing.right(), y, median(group), small.end().in(drawing.palette().ink()));
    }
    return y + 8;
  }

  private String atRisk(SurvivalCurve curve, double time) {
    double atRisk = curve.at(time).estimate().map(SurvivalAnswer.Estimate::atRisk).orElse(0.0);
    return drawing.numbers().shortest(atRisk, 1);
  }

  private String median(Group group) {
    LifetimeQuantile median = group.curve().median();
    if (median.estimate().time().isEmpty()) {
      return "not reached";
    }
    return number(median.estimate().time().getAsDouble()) + limits(median);
  }

  private String limits(LifetimeQuantile median) {
    OptionalDouble lower = median.lower().time();
    OptionalDouble upper = median.upper().time();
    if (lower.isEmpty()) {
      return "";
    }
    return upper.isEmpty()
        ? " (from " + number(lower.getAsDouble()) + ")"
        : " (" + number(lower.getAsDouble()) + "\u2013" + number(upper.getAsDouble()) + ")";
  }

  private String number(double time) {
    return drawing.numbers().shortest(time, time < 100 ? 1 : 0);
  }

  /** Draws which broken line is which model and returns where that ends. */
  private double key(double top) {
    double y = top;
    for (String name : models.keySet()) {
      y += ROW;
      Trace sample = new Trace().moveTo(frame.left(), y).lineTo(frame.left() + 30, y);
      drawing.curve(sample, strokeOf(name), Texts.label(name));
      double room = drawing.right() - frame.left() - 40;
      drawing.label(frame.left() + 40, y, name, room, drawing.small());
    }
    return y;
  }

  private String description() {
    String told =
        groups.stream().limit(MOST_TOLD).map(this::told).collect(Collectors.joining("; "));
    int others = groups.size() - Math.min(MOST_TOLD, groups.size());
    String more = others == 0 ? "" : "; and " + Words.counted("" + others, others, "more group");
    return told + more + ".";
  }

  private String told(Group group) {
    return Texts.inSentence(group.name())
        + ": "
        + drawing.numbers().count(group.curve().rows())
        + " lifetimes, "
        + drawing.numbers().shortest(group.curve().lost(), 1)
        + " lost, median "
        + median(group);
  }
}
