package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueMovement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws what moved recurring revenue in each period, stacked: what was won above zero, what was lost
 * below it. Foreign exchange is above or below by its sign, and left out where it never moved
 * anything.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}.
 */
public final class RevenueBars {

  private final PictureStyle style;

  private RevenueBars(PictureStyle style) {
    this.style = style;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static RevenueBars withDefaults() {
    return new RevenueBars(PictureStyle.defaults());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public RevenueBars with(PictureStyle newStyle) {
    return new RevenueBars(requireNonNull(newStyle, "style"));
  }

  /**
   * Draws the periods of a bridge.
   *
   * @param bridge the periods
   * @return the picture
   * @throws IllegalArgumentException if the bridge has no period
   */
  public Picture draw(RevenueBridge bridge) {
    return Picture.inBothThemes(style, each -> with(each).drawOnce(bridge));
  }

  private Picture drawOnce(RevenueBridge bridge) {
    List<RevenueBridgePeriod> periods = bridge.periods();
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("bridge (" + bridge + ") must have a period");
    }
    Drawing drawing =
        new Drawing(
            style,
            "What moved recurring revenue",
            "Movements by " + Words.one(bridge.granularity()));
    MoneyScale scale = scale(periods);
    List<BarSheet.Part> parts =
        Stream.of(
                RevenueMovement.EXPANSION,
                RevenueMovement.REACTIVATION,
                RevenueMovement.NEW,
                RevenueMovement.CONTRACTION,
                RevenueMovement.CHURN,
                RevenueMovement.FOREIGN_EXCHANGE)
            .filter(movement -> movesAnything(periods, movement))
            .map(movement -> part(movement, periods, scale, drawing.palette()))
            .toList();
    Ticks ticks = BarSheet.ticks(parts);
    Axis side =
        Axis.around(
            ticks, value -> drawing.numbers().shortest(value, ticks.digits()), scale.title());
    List<String> names = periods.stream().map(RevenueBridgePeriod::label).toList();
    return new BarSheet(drawing, names, parts, side).draw(description(drawing, periods));
  }

  private static boolean movesAnything(
      List<RevenueBridgePeriod> periods, RevenueMovement movement) {
    return movement != RevenueMovement.FOREIGN_EXCHANGE
        || periods.stream().anyMatch(period -> amount(period, movement).signum() != 0);
  }

  private static Money amount(RevenueBridgePeriod period, RevenueMovement movement) {
    return period.revenue().amount(movement);
  }

  private static MoneyScale scale(List<RevenueBridgePeriod> periods) {
    return MoneyScale.of(
        periods.stream().flatMap(p -> Stream.of(RevenueMovement.values()).map(m -> amount(p, m))));
  }

  private static BarSheet.Part part(
      RevenueMovement movement,
      List<RevenueBridgePeriod> periods,
      MoneyScale scale,
      Palette palette) {
    return new BarSheet.Part(
        movement.words(),
        colour(movement, palette),
        periods.stream().map(p -> movement.sign() * scale.of(amount(p, movement))).toList());
  }

  private static Colour colour(RevenueMovement movement, Palette palette) {
    return switch (movement) {
      case NEW -> palette.gain();
      case REACTIVATION -> palette.series(4);
      case EXPANSION -> palette.series(5);
      case CONTRACTION -> palette.series(3);
      case CHURN -> palette.loss();
      case FOREIGN_EXCHANGE -> palette.neutral();
    };
  }

  private static String description(Drawing drawing, List<RevenueBridgePeriod> periods) {
    RevenueBridgePeriod last = periods.get(periods.size() - 1);
    Numbers numbers = drawing.numbers();
    return Words.counted(numbers.count(periods.size()), periods.size(), "period")
        + ". In the last, "
        + Texts.inSentence(last.label())
        + ", from "
        + numbers.money(last.revenue().opening())
        + " to "
        + numbers.money(last.revenue().closing())
        + ".";
  }
}
