package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.lifecycle.GrowthAccounting;
import io.github.retention4j.lifecycle.GrowthPeriod;
import io.github.retention4j.lifecycle.GrowthSoFar;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.revenue.RevenueMovements;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.w3c.dom.Element;

/** The waterfall, the bars of the lifecycle and those of revenue. */
class BarPicturesTest {

  /** Half a pixel. */
  private static final Offset<Double> SEEN = Offset.offset(0.5);

  private static List<Element> bars(SvgPage page) {
    return page.all("rect").stream().filter(rect -> !SvgPage.tip(rect).isEmpty()).toList();
  }

  private static double top(Element bar) {
    return SvgPage.number(bar, "y");
  }

  private static double foot(Element bar) {
    return top(bar) + SvgPage.number(bar, "height");
  }

  @Example
  void theWaterfallSaysEachAmount() {
    RevenueMovements revenue =
        new RevenueMovements(eur(1000), eur(200), eur(30), eur(50), eur(40), eur(110), eur(-20));
    Picture picture = RevenueWaterfall.withDefaults().draw(SamplePictures.period(revenue));
    SvgPage page = SvgPage.of(picture);
    assertThat(page.texts())
        .contains("EUR", "1,000", "+200", "+30", "+50", "-40", "-110", "-20", "1,110")
        .containsSubsequence("opening", "new", "reactivation", "expansion", "contraction", "churn");
    assertThat(picture.description())
        .isEqualTo(
            "opening EUR\u00A01,000.00, new EUR\u00A0200.00, reactivation EUR\u00A030.00, expansion"
                + " EUR\u00A050.00, contraction EUR\u00A0-40.00, churn EUR\u00A0-110.00, foreign"
                + " exchange EUR\u00A0-20.00, closing EUR\u00A01,110.00.");
    LinearScale y = page.side("0", 0, "1,200", 1200);
    List<Element> bars = bars(page);
    assertThat(top(bars.get(0))).isCloseTo(y.at(1000), SEEN);
    assertThat(foot(bars.get(0))).isCloseTo(y.at(0), SEEN);
    assertThat(top(bars.get(4))).isCloseTo(y.at(1280), SEEN);
    assertThat(foot(bars.get(4))).isCloseTo(y.at(1240), SEEN);
    assertThat(top(bars.get(7))).isCloseTo(y.at(1110), SEEN);
  }

  private static Money eur(long euros) {
    return Money.of("EUR", euros);
  }

  /** Each step begins where the one before ended, and the last bar is as high as the last step. */
  @Property(tries = 200)
  void theWaterfallReconciles(
      @ForAll @IntRange(max = 1_000_000) int opening,
      @ForAll @IntRange(max = 1_000_000) int won,
      @ForAll @IntRange(max = 1_000_000) int grown,
      @ForAll @IntRange(max = 1_000_000) int shrunk,
      @ForAll @IntRange(max = 1_000_000) int lost,
      @ForAll @IntRange(min = -1000, max = 1_000_000) int exchange) {
    long covered = Math.max(0, (long) shrunk + lost + Math.abs(exchange));
    RevenueMovements revenue =
        new RevenueMovements(
            eur(opening + covered),
            eur(won),
            eur(1),
            eur(grown),
            eur(shrunk),
            eur(lost),
            eur(exchange));
    SvgPage page = SvgPage.of(RevenueWaterfall.withDefaults().draw(SamplePictures.period(revenue)));
    List<Element> bars = bars(page);
    assertThat(bars).hasSize(exchange == 0 ? 7 : 8);
    double level = top(bars.get(0));
    for (Element bar : bars.subList(1, bars.size() - 1)) {
      boolean falls = SvgPage.tip(bar).contains("\u00A0-");
      assertThat(falls ? top(bar) : foot(bar)).isCloseTo(level, SEEN);
      level = falls ? foot(bar) : top(bar);
    }
    assertThat(top(bars.get(bars.size() - 1))).isCloseTo(level, SEEN);
  }

  @Example
  void largeAmountsAreInMillions() {
    RevenueMovements revenue = RevenueMovements.from(eur(12_345_678));
    SvgPage page = SvgPage.of(RevenueWaterfall.withDefaults().draw(SamplePictures.period(revenue)));
    assertThat(page.texts()).contains("EUR, millions", "12.3").doesNotContain("foreign");
    assertThat(SvgPage.tip(bars(page).get(0))).isEqualTo("opening EUR\u00A012,345,678.00");
  }

  @Example
  void activeCustomersAreStackedAndLostOnesLieBelow() {
    Picture picture = LifecycleBars.withDefaults().draw(growth());
    SvgPage page = SvgPage.of(picture);
    assertThat(bars(page))
        .extracting(SvgPage::tip)
        .containsExactly(
            "2024-01: 20 new",
            "2024-02: 15 retained",
            "2024-02: 2 resurrected",
            "2024-02: 8 new",
            "2024-02: 5 churned");
    // Below zero stands how many were lost, as a count: 5 and not -5.
    LinearScale y = page.side("10", 10, "25", 25);
    List<Element> bars = bars(page);
    assertThat(top(bars.get(3))).isCloseTo(y.at(25), SEEN);
    assertThat(foot(bars.get(3))).isCloseTo(y.at(17), SEEN);
    assertThat(foot(bars.get(4))).isCloseTo(y.at(-5), SEEN);
    // Few bars do not become walls.
    assertThat(bars).allSatisfy(bar -> assertThat(SvgPage.number(bar, "width")).isEqualTo(96));
    assertThat(page.texts()).contains("Customers by month. 2024-03 is under way and left out");
    assertThat(picture.description())
        .isEqualTo(
            "2 periods. In the last, 2024-02, 25 active: 15 retained, 2 resurrected, 8 new; 5"
                + " churned.");
  }

  static GrowthAccounting growth() {
    PeriodAxis axis =
        PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1)));
    return new GrowthAccounting(
        Granularity.MONTH,
        List.of(
            new GrowthPeriod(0, axis.label(0), axis.range(0), 20, 0, 0, 0),
            new GrowthPeriod(1, axis.label(1), axis.range(1), 8, 15, 2, 5)),
        Optional.of(new GrowthSoFar(axis.label(2), axis.range(2), 1, 2, 0, 23)));
  }

  @Example
  void refusesWhatHasNoPeriod() {
    GrowthAccounting none = new GrowthAccounting(Granularity.MONTH, List.of(), Optional.empty());
    assertThatThrownBy(() -> LifecycleBars.withDefaults().draw(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("periods ([]) must be at least one that is complete");
    RevenueBridge empty = bridge(LocalDate.of(2024, 1, 20));
    String message =
        "bridge (0 periods, net of the period, reactivation after any gap) must have a period";
    assertThatThrownBy(() -> RevenueBars.withDefaults().draw(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> RevenueWaterfall.withDefaults().draw(empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  /** a pays 100, then 130, then nothing; b comes in February with 50. */
  static RevenueBridge bridge(LocalDate end) {
    PeriodAxis axis =
        PeriodAxis.months(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 1)));
    RevenueCollector collector = RevenueCollector.on(axis, end, Currency.getInstance("EUR"));
    String[] rows = {"a 1 100", "a 2 130", "b 2 50", "b 3 50"};
    for (String row : rows) {
      String[] parts = row.split(" ", -1);
      LocalDate day = LocalDate.of(2024, Integer.parseInt(parts[1]), 1);
      if (day.isBefore(end)) {
        collector.add(CustomerId.of(parts[0]), day, eur(Long.parseLong(parts[2])));
      }
    }
    return RevenueBridgeCalculator.withDefaults().calculate(collector.toGrid());
  }

  @Example
  void movementsOfRevenueAreStackedBySign() {
    Picture picture = RevenueBars.withDefaults().draw(bridge(LocalDate.of(2024, 4, 1)));
    SvgPage page = SvgPage.of(picture);
    assertThat(bars(page))
        .extracting(SvgPage::tip)
        .containsExactly("2024-02: 30 expansion", "2024-02: 50 new", "2024-03: 130 churn");
    LinearScale y = page.side("0", 0, "50", 50);
    List<Element> bars = bars(page);
    assertThat(top(bars.get(1))).isCloseTo(y.at(80), SEEN);
    assertThat(foot(bars.get(1))).isCloseTo(y.at(30), SEEN);
    assertThat(foot(bars.get(2))).isCloseTo(y.at(-130), SEEN);
    assertThat(page.texts()).contains("EUR", "expansion", "churn");
    assertThat(picture.description())
        .isEqualTo("2 periods. In the last, 2024-03, from EUR\u00A0180.00 to EUR\u00A050.00.");
  }

  @Example
  void theWaterfallOfABridgeIsThatOfAllItsPeriods() {
    Picture picture = RevenueWaterfall.withDefaults().draw(bridge(LocalDate.of(2024, 4, 1)));
    assertThat(SvgPage.of(picture).texts()).contains("2024-02 to 2024-03");
    assertThat(picture.description())
        .startsWith("opening EUR\u00A0100.00, new EUR\u00A050.00")
        .endsWith("closing EUR\u00A050.00.");
  }
}
