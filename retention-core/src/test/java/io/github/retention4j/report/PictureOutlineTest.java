package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkMetric;
import io.github.retention4j.benchmark.BenchmarkValue;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.concentration.Concentration;
import io.github.retention4j.purchase.AliveBand;
import io.github.retention4j.purchase.HoldoutReport;
import io.github.retention4j.purchase.PredictionGroup;
import io.github.retention4j.purchase.TrackingTable;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.survival.Exponential;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.SurvivalCurves;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Small pictures, looked at by eye and kept as outlines: a line for each element with its place,
 * without colours. Whoever moves something on purpose looks at the pictures again and keeps what
 * this test then writes.
 */
class PictureOutlineTest {

  private static final Set<String> EVERYWHERE =
      Set.of("font-family", "role", "aria-labelledby", "xmlns");
  private static final Set<String> USUAL =
      Set.of("font-weight=400", "text-anchor=start", "unicode-bidi=normal");

  private static final Path WRITTEN = Path.of("target", "outlines");
  private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
  private static final Exponential EXPONENTIAL = new Exponential(0.1, TimeScale.MEAN_MONTH);

  static Stream<Arguments> pictures() {
    PictureStyle narrow = PictureStyle.defaults().withWidth(360);
    RevenueWaterfall waterfall = RevenueWaterfall.withDefaults();
    SurvivalPlot survival = SurvivalPlot.withDefaults();
    RetentionCurves curves = RetentionCurves.withDefaults();
    CalibrationPlot calibration = CalibrationPlot.withDefaults();
    CohortHeatmap heatmap = CohortHeatmap.withDefaults();
    return Stream.of(
        of("heatmap", () -> heatmap.draw(CohortHeatmapTest.worked())),
        of("heatmap-narrow", () -> heatmap.with(narrow).draw(cohorts(9, 4))),
        of("cohort-lines", () -> curves.draw(cohorts(5, 40))),
        of("named-lines", () -> curves.draw(SamplePictures.curves(3), Granularity.MONTH)),
        of(
            "survival",
            () -> survival.withModel("model", EXPONENTIAL).draw(SurvivalPlotTest.worked())),
        of("survival-narrow", () -> survival.with(narrow).draw(byPlan())),
        of("waterfall", () -> waterfall.draw(movements("1000", "200", "110"))),
        of("waterfall-narrow", () -> waterfall.with(narrow).draw(movements("1e7", "2e6", "5"))),
        of("lifecycle", () -> LifecycleBars.withDefaults().draw(BarPicturesTest.growth())),
        of("revenue", () -> RevenueBars.withDefaults().draw(BarPicturesTest.bridge(APRIL))),
        of("benchmarks", () -> BenchmarkPlot.withDefaults().draw(benchmarks())),
        of("benchmarks-narrow", () -> BenchmarkPlot.withDefaults().with(narrow).draw(benchmarks())),
        of("tracking", () -> TrackingPlot.withDefaults().draw(tracking())),
        of("calibration", () -> calibration.draw(holdout())),
        of("calibration-of-purchases", () -> calibration.drawPurchases(holdout())),
        of("calibration-of-survival", () -> calibration.draw(Shop.survivalCalibration())),
        of("lorenz", () -> LorenzPlot.withDefaults().draw(lorenz(10, 10, 20, 60, 300))),
        of("lorenz-below-zero", () -> LorenzPlot.withDefaults().draw(lorenz(-50, 10, 140))));
  }

  private static Arguments of(String name, Supplier<Picture> picture) {
    return Arguments.of(name, picture);
  }

  private static CohortTable cohorts(int months, int size) {
    return SamplePictures.table(months, size, LocalDate.of(2021, 1, 20).plusMonths(months - 1L));
  }

  private static SurvivalCurves byPlan() {
    return KaplanMeier.withDefaults()
        .calculateByGroup(
            LifetimeSample.fromStart(
                    TimeScale.MEAN_MONTH,
                    new double[] {2, 5, 3, 6, 9, 1, 4},
                    new boolean[] {true, true, false, false, false, true, true})
                .withGroups("plan", List.of("m", "m", "m", "m", "yearly", "yearly", "yearly")));
  }

  private static RevenueBridgePeriod movements(String opening, String won, String lost) {
    return SamplePictures.period(SamplePictures.movements(opening, won, lost));
  }

  private static List<BenchmarkComparison> benchmarks() {
    BenchmarkMetric kept = BenchmarkMetric.CUSTOMER_RETENTION;
    return List.of(
        PlotsTest.comparison(kept, new BenchmarkValue.Figure(BenchmarkValue.Statistic.MEDIAN, 0.5)),
        PlotsTest.comparison(kept, new BenchmarkValue.Quartiles(0.7, 0.8, 0.9)));
  }

  private static TrackingTable tracking() {
    LocalDate start = LocalDate.of(2024, 1, 1);
    return new TrackingTable(
        List.of(
            new TrackingTable.Row(DateRange.ofDays(start, 7), false, 10, 9, 10, 9),
            new TrackingTable.Row(DateRange.ofDays(start.plusDays(7), 7), false, 8, 8.5, 18, 17.5),
            new TrackingTable.Row(
                DateRange.ofDays(start.plusDays(14), 7), true, 10, 12, 28, 29.5)));
  }

  private static HoldoutReport holdout() {
    return new HoldoutReport(
        40,
        60,
        62,
        0,
        0,
        List.of(new PredictionGroup(20, 20, 21), new PredictionGroup(20, 40, 41)),
        List.of(
            new AliveBand(0, 0.5, 0.3, 0.25, new Proportion(6, 20)),
            new AliveBand(0.5, 1, 0.9, 0.75, new Proportion(14, 20))));
  }

  private static Concentration lorenz(int... amounts) {
    return PlotsTest.concentration(amounts);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void isLaidOutAsItWasFoundGood(String name, Supplier<Picture> picture) throws IOException {
    Picture drawn = picture.get();
    Files.createDirectories(WRITTEN);
    Files.writeString(WRITTEN.resolve(name + ".txt"), outline(drawn));
    Files.writeString(WRITTEN.resolve(name + ".svg"), drawn.toSvg());
    assertThat(outline(drawn)).isEqualTo(kept(name));
  }

  private static String kept(String name) {
    try (InputStream in =
        PictureOutlineTest.class.getResourceAsStream("outlines/" + name + ".txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String outline(Picture picture) {
    List<String> lines = new ArrayList<>();
    for (Element element : SvgPage.of(picture).all("*")) {
      if (!element.getTagName().equals("title") && !element.getTagName().equals("desc")) {
        lines.add(line(element));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(Element element) {
    StringBuilder line = new StringBuilder(element.getTagName());
    NamedNodeMap attributes = element.getAttributes();
    IntStream.range(0, attributes.getLength())
        .mapToObj(attributes::item)
        .filter(it -> !it.getNodeValue().startsWith("#") && !EVERYWHERE.contains(it.getNodeName()))
        .map(it -> it.getNodeName() + "=" + it.getNodeValue())
        .filter(it -> !USUAL.contains(it))
        .forEach(it -> line.append(' ').append(it));
    Stream.of(SvgPage.seen(element).strip(), SvgPage.tip(element))
        .filter(text -> !text.isEmpty())
        .forEach(text -> line.append(" | ").append(text));
    return line.toString();
  }
}
