package io.github.retention4j.report;

import io.github.retention4j.money.Money;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lays out steps between two bars. */
final class WaterfallSheet {

  private static final double HEIGHT = 320;
  private static final double BAR = 0.68;
  private static final double LINE = 15;
  private static final int MOST_LINES = 2;
  private static final int MOST_STEPS = 8;
  private static final double SLANT = 40;

  private final Drawing drawing;
  private final List<Step> steps;
  private final MoneyScale scale;
  private final Frame frame;
  private final double band;
  private final TextStyle numbers;

  /**
   * A bar from one level to another; the first and the last begin at nothing.
   *
   * @param words what moved
   * @param from the level before
   * @param to the level after
   */
  record Step(String words, Money from, Money to, Colour colour) {
    Money amount() {
      return to.minus(from);
    }
  }

  WaterfallSheet(Drawing drawing, List<Step> steps) {
    this.drawing = drawing;
    this.steps = steps;
    this.scale = MoneyScale.of(levels());
    this.frame = frame();
    this.band = (frame.right() - frame.left()) / steps.size();
    this.numbers = numbers();
  }

  /** Returns the type of the amounts, smaller where the widest would not fit over its bar. */
  private TextStyle numbers() {
    TextStyle usual = drawing.small().middle().strong().in(drawing.palette().ink());
    double widest =
        IntStream.range(0, steps.size()).mapToDouble(i -> usual.width(text(i))).max().orElse(0);
    return usual.sized(usual.size() * Math.min(1, (band - 3) / widest));
  }

  private Stream<Money> levels() {
    return steps.stream().flatMap(step -> Stream.of(step.from(), step.to()));
  }

  private Frame frame() {
    double low = levels().mapToDouble(scale::of).min().orElse(0);
    double high = levels().mapToDouble(scale::of).max().orElse(0);
    Ticks ticks = Ticks.around(low, high, MOST_STEPS);
    Axis side =
        Axis.around(
            ticks, value -> drawing.numbers().decimal(value, ticks.digits()), scale.title());
    return Frame.of(drawing, side, 0, steps.size(), drawing.top(), HEIGHT, 0, 0);
  }

  Picture draw() {
    frame.drawSide();
    for (int i = 0; i < steps.size(); i++) {
      step(i, steps.get(i));
    }
    frame.baseLine(frame.y().at(0));
    return drawing.finish(names(), description());
  }

  private double left(int step) {
    return frame.left() + (step + (1 - BAR) / 2) * band;
  }

  private void step(int index, Step step) {
    double from = frame.y().at(scale.of(step.from()));
    double to = frame.y().at(scale.of(step.to()));
    String tip = step.words() + " " + drawing.numbers().money(step.amount());
    double height = Math.abs(to - from);
    drawing.bar(left(index), Math.min(from, to), BAR * band, height, step.colour(), tip);
    if (index < steps.size() - 1) {
      drawing.line(
          left(index), to, left(index + 1) + BAR * band, to, drawing.palette().muted(), 0.7);
    }
    drawing.text(left(index) + BAR * band / 2, Math.min(from, to) - 6, text(index), numbers);
  }

  /** Returns the amount; that of a movement with its sign. */
  private String text(int index) {
    Step step = steps.get(index);
    String text = MoneyScale.text(scale.of(step.amount()), drawing.numbers());
    return !isEnd(index) && step.amount().signum() > 0 ? "+" + text : text;
  }

  private boolean isEnd(int step) {
    return step == 0 || step == steps.size() - 1;
  }

  /** Writes what the bars are, and returns where that ends. */
  private double names() {
    double room = band - 4;
    boolean fit =
        steps.stream()
            .flatMap(step -> Stream.of(step.words().split(" ", -1)))
            .allMatch(word -> drawing.small().width(word) <= room);
    return fit ? levelNames(room) : slantedNames();
  }

  private double levelNames(double room) {
    TextStyle small = drawing.small().middle();
    for (int i = 0; i < steps.size(); i++) {
      double y = frame.bottom() + 18;
      for (String line : Texts.wrap(steps.get(i).words(), small.size(), room, MOST_LINES)) {
        drawing.text(left(i) + BAR * band / 2, y, line, small);
        y += LINE;
      }
    }
    return frame.bottom() + 18 + (MOST_LINES - 1) * LINE;
  }

  private double slantedNames() {
    TextStyle small = drawing.small().end();
    double longest = 0;
    for (int i = 0; i < steps.size(); i++) {
      String words = steps.get(i).words();
      drawing.slanted(left(i) + BAR * band / 2 + 4, frame.bottom() + 14, SLANT, words, small);
      longest = Math.max(longest, small.width(words));
    }
    return frame.bottom() + 14 + longest * Math.sin(Math.toRadians(SLANT));
  }

  private String description() {
    return IntStream.range(0, steps.size())
            .filter(i -> isEnd(i) || steps.get(i).amount().signum() != 0)
            .mapToObj(steps::get)
            .map(step -> step.words() + " " + drawing.numbers().money(step.amount()))
            .collect(Collectors.joining(", "))
        + ".";
  }
}
