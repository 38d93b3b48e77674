package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.concentration.Concentration;
import io.github.retention4j.concentration.GiniIndex;
import io.github.retention4j.concentration.LorenzPoint;
import io.github.retention4j.concentration.ParetoPoint;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws the Lorenz curve: what share of the total the customers with the smallest amounts have
 * together. The farther it hangs under the diagonal, the fewer customers make the total. The point
 * is that of the 80/20 rule, with whatever numbers; the Gini index is beside the curve.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}.
 */
public final class LorenzPlot {

  private static final int STEPS = 200;

  private final PictureStyle style;

  private LorenzPlot(PictureStyle style) {
    this.style = style;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static LorenzPlot withDefaults() {
    return new LorenzPlot(PictureStyle.defaults());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public LorenzPlot with(PictureStyle newStyle) {
    return new LorenzPlot(requireNonNull(newStyle, "style"));
  }

  /**
   * Draws the curve.
   *
   * @param concentration the amounts of the customers
   * @return the picture
   */
  public Picture draw(Concentration concentration) {
    return Picture.inBothThemes(style, each -> draw(concentration, each));
  }

  private static Picture draw(Concentration concentration, PictureStyle style) {
    Drawing drawing =
        new Drawing(
            style,
            "Concentration of customers",
            "Share of the total that the customers with the smallest amounts have together");
    Numbers numbers = drawing.numbers();
    List<LorenzPoint> points = concentration.lorenzCurve(STEPS);
    double lowest = points.stream().mapToDouble(LorenzPoint::shareOfTotal).min().orElse(0);
    Axis side = axis(Math.min(0, lowest), numbers, "Share of the total");
    Axis foot = axis(0, numbers, "Share of customers, smallest amounts first");
    SquarePlot plot = new SquarePlot(drawing, side, foot);
    double end = plot.drawAxes(foot, "equal amounts");
    curve(drawing, plot.frame(), points);
    String pareto = pareto(concentration.paretoPoint(), numbers);
    point(drawing, plot.frame(), concentration.paretoPoint(), pareto);
    String gini = concentration.gini().map(index -> gini(index, numbers)).orElse("");
    String of = Words.counted(numbers.count(concentration.customers()), concentration.customers(), "customer");
    String total = of + ", " + numbers.money(concentration.total());
    TextStyle strong = drawing.small().sized(13).strong().in(drawing.palette().ink());
    List<SquarePlot.Note> notes =
        Stream.of(
                new SquarePlot.Note(pareto, strong),
                new SquarePlot.Note(gini, drawing.small()),
                new SquarePlot.Note(total, drawing.small()))
            .filter(note -> !note.words().isEmpty())
            .toList();
    end = plot.drawNotes(end, notes);
    return drawing.finish(end, pareto + ". " + (gini.isEmpty() ? "" : gini + ". ") + total + ".");
  }

  private static Axis axis(double lowest, Numbers numbers, String title) {
    return Axis.around(
        Ticks.around(lowest, 1, lowest < 0 ? 8 : 5), share -> numbers.percent(share, 0), title);
  }

  private static void curve(Drawing drawing, Frame frame, List<LorenzPoint> points) {
    Colour colour = drawing.palette().series(0);
    drawing.band(trace(frame, points).close(), colour);
    drawing.curve(trace(frame, points), new Stroke(colour, 2.2, "none"), "Lorenz curve");
  }

  private static Trace trace(Frame frame, List<LorenzPoint> points) {
    Trace trace = new Trace().moveTo(frame.x().at(0), frame.y().at(0));
    points.forEach(
        point ->
            trace.lineTo(
                frame.x().at(point.shareOfCustomers()), frame.y().at(point.shareOfTotal())));
    return trace;
  }

  private static void point(Drawing drawing, Frame frame, ParetoPoint pareto, String words) {
    double x = frame.x().at(1 - pareto.shareOfCustomers());
    double y = frame.y().at(1 - pareto.shareOfTotal());
    Colour colour = drawing.palette().series(1);
    drawing.line(x, y, x, frame.y().at(0), colour, 1);
    drawing.line(x, y, frame.left(), y, colour, 1);
    drawing.dot(x, y, 5, colour, words);
  }

  private static String pareto(ParetoPoint point, Numbers numbers) {
    return "The largest "
        + numbers.percent(point.shareOfCustomers(), 1)
        + " of customers make "
        + numbers.percent(point.shareOfTotal(), 1);
  }

  private static String gini(GiniIndex index, Numbers numbers) {
    String interval =
        index
            .interval()
            .map(
                it ->
                    ", "
                        + numbers.percent(it.level(), 0)
                        + " interval "
                        + numbers.decimal(it.lower(), 3)
                        + " to "
                        + numbers.decimal(it.upper(), 3))
            .orElse("");
    return "Gini index " + numbers.decimal(index.value(), 3) + interval;
  }
}
