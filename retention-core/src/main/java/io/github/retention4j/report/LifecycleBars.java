package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.lifecycle.GrowthAccounting;
import io.github.retention4j.lifecycle.GrowthPeriod;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Draws where the active customers of each period came from, stacked above zero (retained,
 * resurrected, new), and below it those who were lost. The height above zero is the customers
 * active.
 *
 * <p>A period under way is left out: its counts may not be set beside those of a complete one. The
 * subtitle says so.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}.
 */
public final class LifecycleBars {

  private final PictureStyle style;

  private LifecycleBars(PictureStyle style) {
    this.style = style;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static LifecycleBars withDefaults() {
    return new LifecycleBars(PictureStyle.defaults());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public LifecycleBars with(PictureStyle newStyle) {
    return new LifecycleBars(requireNonNull(newStyle, "style"));
  }

  /**
   * Draws the complete periods.
   *
   * @param growth the periods
   * @return the picture
   * @throws IllegalArgumentException if there is no complete period
   */
  public Picture draw(GrowthAccounting growth) {
    return Picture.inBothThemes(style, each -> with(each).drawOnce(growth));
  }

  private Picture drawOnce(GrowthAccounting growth) {
    List<GrowthPeriod> periods = growth.periods();
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("periods ([]) must be at least one that is complete");
    }
    String open =
        growth
            .openSoFar()
            .map(period -> ". " + Texts.inSentence(period.label()) + " is under way and left out")
            .orElse("");
    Drawing drawing =
        new Drawing(
            style, "Where active customers come from", "Customers by " + Words.one(growth.per()) + open);
    Palette palette = drawing.palette();
    List<BarSheet.Part> parts =
        List.of(
            part("retained", palette.neutral(), periods, GrowthPeriod::retained),
            part("resurrected", palette.series(4), periods, GrowthPeriod::resurrected),
            part("new", palette.gain(), periods, GrowthPeriod::newCustomers),
            part("churned", palette.loss(), periods, period -> -period.churned()));
    List<String> names = periods.stream().map(GrowthPeriod::label).toList();
    Axis side = side(drawing, parts);
    return new BarSheet(drawing, names, parts, side).draw(description(drawing, periods));
  }

  private static BarSheet.Part part(
      String words, Colour colour, List<GrowthPeriod> periods, ToLongFunction<GrowthPeriod> count) {
    return new BarSheet.Part(
        words, colour, periods.stream().map(period -> (double) count.applyAsLong(period)).toList());
  }

  private static Axis side(Drawing drawing, List<BarSheet.Part> parts) {
    Ticks ticks = BarSheet.ticks(parts);
    return Axis.around(
        ticks, value -> drawing.numbers().shortest(Math.abs(value), ticks.digits()), "Customers");
  }

  private static String description(Drawing drawing, List<GrowthPeriod> periods) {
    GrowthPeriod last = periods.get(periods.size() - 1);
    Numbers numbers = drawing.numbers();
    return Words.counted(numbers.count(periods.size()), periods.size(), "period")
        + ". In the last, "
        + Texts.inSentence(last.label())
        + ", "
        + numbers.count(last.active())
        + " active: "
        + numbers.count(last.retained())
        + " retained, "
        + numbers.count(last.resurrected())
        + " resurrected, "
        + numbers.count(last.newCustomers())
        + " new; "
        + numbers.count(last.churned())
        + " churned.";
  }
}
