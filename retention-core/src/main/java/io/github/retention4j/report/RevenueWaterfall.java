package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueMovement;
import io.github.retention4j.revenue.RevenueMovements;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws how recurring revenue came from the opening of a period to its close: a bar for each, and
 * between them a step for each movement, up or down from where the one before ended. The last step
 * ends at the height of the close.
 *
 * <p>Foreign exchange has a step only if it moved anything. Amounts are shown with three digits; the
 * exact ones when pointed at. Draw a range of periods by {@link RevenueBridge#trailing}.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}.
 */
public final class RevenueWaterfall {

  private final PictureStyle style;

  private RevenueWaterfall(PictureStyle style) {
    this.style = style;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static RevenueWaterfall withDefaults() {
    return new RevenueWaterfall(PictureStyle.defaults());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public RevenueWaterfall with(PictureStyle newStyle) {
    return new RevenueWaterfall(requireNonNull(newStyle, "style"));
  }

  /**
   * Draws all periods of a bridge as one.
   *
   * @param bridge the periods
   * @return the picture
   * @throws IllegalArgumentException if the bridge has no period
   */
  public Picture draw(RevenueBridge bridge) {
    List<RevenueBridgePeriod> periods = bridge.periods();
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("bridge (" + bridge + ") must have a period");
    }
    String first = periods.get(0).label();
    String last = periods.get(periods.size() - 1).label();
    String range = periods.size() == 1 ? first : first + " to " + last;
    return draw(bridge.total().orElseThrow().revenue(), range);
  }

  /**
   * Draws one period.
   *
   * @param period of a bridge, or several of it as one
   * @return the picture
   */
  public Picture draw(RevenueBridgePeriod period) {
    return draw(period.revenue(), period.label());
  }

  private Picture draw(RevenueMovements revenue, String range) {
    return Picture.inBothThemes(style, each -> with(each).drawOnce(revenue, range));
  }

  private Picture drawOnce(RevenueMovements revenue, String range) {
    Drawing drawing = new Drawing(style, "What moved recurring revenue", Texts.inSentence(range));
    return new WaterfallSheet(drawing, steps(revenue, drawing.palette())).draw();
  }

  private static List<WaterfallSheet.Step> steps(RevenueMovements revenue, Palette palette) {
    List<WaterfallSheet.Step> steps = new ArrayList<>();
    Money zero = Money.zero(revenue.currency());
    steps.add(new WaterfallSheet.Step("opening", zero, revenue.opening(), palette.neutral()));
    Money level = revenue.opening();
    for (RevenueMovement movement : RevenueMovement.values()) {
      Money amount = revenue.amount(movement);
      if (movement != RevenueMovement.FOREIGN_EXCHANGE || amount.signum() != 0) {
        Money next = level.plus(movement.sign() < 0 ? amount.negated() : amount);
        Colour colour = next.compareTo(level) < 0 ? palette.loss() : palette.gain();
        steps.add(new WaterfallSheet.Step(movement.words(), level, next, colour));
        level = next;
      }
    }
    steps.add(new WaterfallSheet.Step("closing", zero, revenue.closing(), palette.neutral()));
    return steps;
  }
}
