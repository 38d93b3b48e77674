package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.benchmark.Benchmark;
import io.github.retention4j.benchmark.BenchmarkComparator;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkDefinition;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.BenchmarkPeriod;
import io.github.retention4j.benchmark.BenchmarkValue;
import io.github.retention4j.benchmark.Certainty;
import io.github.retention4j.benchmark.OwnMetric;
import io.github.retention4j.concentration.Concentration;
import io.github.retention4j.concentration.ConcentrationCalculator;
import io.github.retention4j.concentration.NegativeAmounts;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.AliveBand;
import io.github.retention4j.purchase.HoldoutReport;
import io.github.retention4j.purchase.PredictionGroup;
import io.github.retention4j.purchase.TrackingTable;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Benchmarks, tracking, calibration and the Lorenz curve, drawn. */
class PlotsTest {

  private static final double HUNDREDTH = 0.01;

  private static final Concentration FIVE = concentration(10, 10, 20, 60, 300);

  static Concentration concentration(int... amounts) {
    Map<CustomerId, Money> money = new TreeMap<>();
    for (int i = 0; i < amounts.length; i++) {
      money.put(CustomerId.of(i), Money.of("EUR", amounts[i]));
    }
    return ConcentrationCalculator.withDefaults()
        .with(NegativeAmounts.KEPT)
        .calculate(CustomerAmounts.of(money))
        .orElseThrow();
  }

  static Stream<Function<PictureStyle, Picture>> pictures() {
    return Stream.of(
        style -> BenchmarkPlot.withDefaults().with(style).draw(Shop.benchmarks()),
        style -> TrackingPlot.withDefaults().with(style).draw(Shop.tracking()),
        style -> CalibrationPlot.withDefaults().with(style).draw(Shop.holdout()),
        style -> CalibrationPlot.withDefaults().with(style).drawPurchases(Shop.holdout()),
        style -> CalibrationPlot.withDefaults().with(style).draw(Shop.survivalCalibration()),
        style -> LorenzPlot.withDefaults().with(style).draw(Shop.concentration()));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void staysOnTheSheetInEachWidthThemeAndLocale(Function<PictureStyle, Picture> drawer) {
    for (int width : new int[] {320, 860, 4000}) {
      for (Theme theme : Theme.values()) {
        PictureStyle style = PictureStyle.defaults().with(theme).withWidth(width);
        Picture picture = drawer.apply(style.with(Locale.GERMANY));
        SvgPage page = SvgPage.of(picture);
        assertThat(picture.width()).isEqualTo(width);
        for (Element circle : page.all("circle")) {
          assertThat(number(circle, "cx")).isBetween(0.0, (double) width);
          assertThat(number(circle, "cy")).isBetween(0.0, (double) picture.height());
        }
        for (Element text : page.all("text")) {
          assertThat(number(text, "x")).isBetween(0.0, (double) width);
          assertThat(number(text, "y")).isBetween(0.0, (double) picture.height());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void isDrawnAlikeInBothThemesButForColours(Function<PictureStyle, Picture> drawer) {
    SvgPage light = SvgPage.of(drawer.apply(PictureStyle.defaults()));
    SvgPage dark = SvgPage.of(drawer.apply(PictureStyle.defaults().with(Theme.DARK)));
    assertThat(dark.texts()).isEqualTo(light.texts());
    assertThat(dark.all("rect").get(0).getAttribute("fill"))
        .isNotEqualTo(light.all("rect").get(0).getAttribute("fill"));
  }

  /** The largest fifth has 3/4, the next 3/20: shares add to 1 at one customer and a bit. */
  @Test
  void lorenzCurveHasItsCornersAndThePointOfTheRule() {
    SvgPage page = SvgPage.of(LorenzPlot.withDefaults().draw(FIVE));
    Element dot = page.all("circle").get(0);
    double pareto = FIVE.paretoPoint().shareOfCustomers();
    double left = x(page, "0\u00A0%");
    double right = x(page, "100\u00A0%");
    assertThat(number(dot, "cx"))
        .isCloseTo(left + (1 - pareto) * (right - left), within(HUNDREDTH));
    assertThat(page.texts()).anyMatch(text -> text.startsWith("Gini index 0.630"));
    assertThat(page.texts()).contains("5 customers, EUR\u00A0400.00");
  }

  @Test
  void lorenzCurveMayFallUnderZero() {
    Picture picture = LorenzPlot.withDefaults().draw(concentration(-50, 10, 140));
    SvgPage page = SvgPage.of(picture);
    assertThat(page.texts()).anyMatch(text -> text.startsWith("-"));
    assertThat(picture.description()).doesNotContain("Gini");
  }

  @Test
  void pointsOfRightPredictionsLieOnTheDiagonal() {
    HoldoutReport report =
        new HoldoutReport(
            40,
            60,
            60,
            0,
            0,
            List.of(new PredictionGroup(20, 20, 20), new PredictionGroup(20, 40, 40)),
            List.of(
                new AliveBand(0, 0.5, 0.3, 0.25, new Proportion(5, 20)),
                new AliveBand(0.5, 1, 0.9, 0.75, new Proportion(15, 20))));
    for (Picture picture :
        List.of(
            CalibrationPlot.withDefaults().draw(report),
            CalibrationPlot.withDefaults().drawPurchases(report))) {
      List<Element> circles = SvgPage.of(picture).all("circle");
      assertThat(circles).hasSize(4);
      double first = number(circles.get(0), "cx") + number(circles.get(0), "cy");
      assertThat(number(circles.get(2), "cx") + number(circles.get(2), "cy"))
          .as("x + y is the same along the diagonal of a square")
          .isCloseTo(first, within(2 * HUNDREDTH));
    }
    assertThat(CalibrationPlot.withDefaults().draw(report).description())
        .isEqualTo(
            "From the lowest prediction, 20 customers: predicted 25.0\u00A0%, actual 25.0\u00A0%;"
                + " to the highest, 20 customers: predicted 75.0\u00A0%, actual 75.0\u00A0%.");
  }

  @Test
  void calibrationWithoutGroupsSaysSo() {
    HoldoutReport empty = new HoldoutReport(1, 0, 0, 0, 0, List.of(), List.of());
    assertThat(CalibrationPlot.withDefaults().draw(empty).description())
        .isEqualTo("No group of customers.");
  }

  @Test
  void trackingShadesTheHoldoutAndTellsTheError() {
    LocalDate start = LocalDate.of(2024, 1, 1);
    TrackingTable table =
        new TrackingTable(
            List.of(
                new TrackingTable.Row(DateRange.ofDays(start, 7), false, 10, 9, 10, 9),
                new TrackingTable.Row(
                    DateRange.ofDays(start.plusDays(7), 7), true, 10, 12, 20, 21)));
    Picture picture = TrackingPlot.withDefaults().draw(table);
    SvgPage page = SvgPage.of(picture);
    assertThat(page.texts()).filteredOn("holdout"::equals).hasSize(2);
    assertThat(page.texts()).contains("2024-01-01", "2024-01-08", "2024-01-15");
    assertThat(picture.description())
        .isEqualTo(
            "By 2024-01-14 there were 20 repeat purchases, expected were 21.0. Mean absolute"
                + " percentage error 5.0\u00A0%.");
    TrackingTable one = new TrackingTable(table.rows().subList(0, 1));
    assertThat(SvgPage.of(TrackingPlot.withDefaults().draw(one)).texts()).doesNotContain("holdout");
  }

  @Test
  void trackingOfNothingIsDrawn() {
    TrackingTable none =
        new TrackingTable(
            List.of(
                new TrackingTable.Row(
                    DateRange.ofDays(LocalDate.of(2024, 1, 1), 1), false, 0, 0, 0, 0)));
    assertThat(TrackingPlot.withDefaults().draw(none).description())
        .isEqualTo("By 2024-01-01 there were 0 repeat purchases, expected were 0.0.");
  }

  private static Benchmark benchmark(BenchmarkMetric metric, BenchmarkValue value) {
    return Benchmark.of(
        metric,
        "Shops <b>",
        BenchmarkPeriod.stated(Granularity.YEAR),
        value,
        2024,
        "Somebody",
        BenchmarkDefinition.OF_CUSTOMERS_AT_START,
        Certainty.HIGH);
  }

  static BenchmarkComparison comparison(BenchmarkMetric metric, BenchmarkValue value) {
    OwnMetric own =
        OwnMetric.counted(
            metric,
            new Proportion(310, 440),
            Granularity.YEAR,
            BenchmarkDefinition.OF_CUSTOMERS_AT_START);
    return BenchmarkComparator.withDefaults().compare(own, benchmark(metric, value));
  }

  @Test
  void benchmarksHaveVerdictsInWordsAndQuartiles() {
    BenchmarkMetric kept = BenchmarkMetric.CUSTOMER_RETENTION;
    Picture picture =
        BenchmarkPlot.withDefaults()
            .draw(
                List.of(
                    comparison(
                        kept, new BenchmarkValue.Figure(BenchmarkValue.Statistic.MEDIAN, 0.5)),
                    comparison(kept, new BenchmarkValue.Quartiles(0.6, 0.7, 0.8)),
                    comparison(kept, new BenchmarkValue.Quartiles(0.7, 0.8, 0.9))));
    SvgPage page = SvgPage.of(picture);
    assertThat(page.texts())
        .contains("above, better", "not distinguishable", "below, worse")
        .contains("published quartiles", "Shops <b>");
    assertThat(picture.description())
        .isEqualTo(
            "Own figure: above, better beside Shops <b> at 50\u00A0%; not distinguishable beside"
                + " Shops <b> at 70\u00A0%; below, worse beside Shops <b> at 80\u00A0%.");
  }

  @Test
  void moreChurnIsAboveAndWorse() {
    BenchmarkMetric lost = BenchmarkMetric.CUSTOMER_CHURN;
    BenchmarkValue half = new BenchmarkValue.Figure(BenchmarkValue.Statistic.AVERAGE, 0.5);
    assertThat(
            SvgPage.of(BenchmarkPlot.withDefaults().draw(List.of(comparison(lost, half)))).texts())
        .contains("above, worse", "own, worse");
  }

  @Test
  void refusesNoComparisonAndMixedMetrics() {
    assertThatThrownBy(() -> BenchmarkPlot.withDefaults().draw(List.of()))
        .hasMessage("comparisons (0) must be at least one");
    BenchmarkValue half = new BenchmarkValue.Figure(BenchmarkValue.Statistic.AVERAGE, 0.5);
    List<BenchmarkComparison> mixed =
        List.of(
            comparison(BenchmarkMetric.CUSTOMER_CHURN, half),
            comparison(BenchmarkMetric.CUSTOMER_RETENTION, half));
    assertThatThrownBy(() -> BenchmarkPlot.withDefaults().draw(mixed))
        .hasMessage("metric (CUSTOMER_RETENTION) must be that of the first, CUSTOMER_CHURN");
  }

  /** Where a value is written along the foot; the last of that text is the foot's. */
  private static double x(SvgPage page, String text) {
    List<Element> texts =
        page.all("text").stream()
            .filter(element -> SvgPage.seen(element).equals(text))
            .filter(element -> element.getAttribute("text-anchor").equals("middle"))
            .toList();
    return number(texts.get(0), "x");
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
