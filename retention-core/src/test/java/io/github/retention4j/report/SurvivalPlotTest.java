package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.survival.Exponential;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeSample;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SurvivalPlotTest {

  /** Half a pixel. */
  private static final Offset<Double> SEEN = Offset.offset(0.5);

  private static final SurvivalPlot DRAWER = SurvivalPlot.withDefaults();

  /** S(2) = 3/4, S(5) = 3/8; last seen at 3 and 6, still active. */
  static SurvivalCurve worked() {
    return KaplanMeier.withDefaults()
        .calculate(
            LifetimeSample.fromStart(
                TimeScale.MEAN_MONTH,
                new double[] {2, 5, 3, 6},
                new boolean[] {true, true, false, false}));
  }

  @Test
  void stepsAndBandAreWhereTheNumbersAre() {
    SurvivalCurve curve = worked();
    SvgPage page = SvgPage.of(DRAWER.draw(curve));
    LinearScale y = page.side("0\u00A0%", 0, "100\u00A0%", 1);
    LinearScale x = page.foot("0", 0, "6", 6);
    assertClose(
        SvgPage.corners(page.marked("path", "curve").get(0)),
        corners(x, y, 0, 1, 2, 1, 2, 0.75, 5, 0.75, 5, 0.375, 6, 0.375));
    ConfidenceInterval first = curve.interval(0).orElseThrow();
    ConfidenceInterval last = curve.interval(2).orElseThrow();
    assertClose(
        SvgPage.corners(page.marked("path", "band").get(0)),
        corners(
            x,
            y,
            2,
            first.upper(),
            5,
            first.upper(),
            5,
            last.upper(),
            6,
            last.upper(),
            6,
            last.lower(),
            5,
            last.lower(),
            5,
            first.lower(),
            2,
            first.lower()));
    List<Double> marks = SvgPage.corners(page.marked("path", "marks").get(0));
    assertThat(marks.get(0)).isCloseTo(x.at(3), SEEN);
    assertThat((marks.get(1) + marks.get(3)) / 2).isCloseTo(y.at(0.75), SEEN);
    assertThat(marks.get(4)).isCloseTo(x.at(6), SEEN);
  }

  private static List<Double> corners(LinearScale x, LinearScale y, double... values) {
    List<Double> places = new ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      places.add(x.at(values[i]));
      places.add(y.at(values[i + 1]));
    }
    return places;
  }

  private static void assertClose(List<Double> actual, List<Double> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i)).as("corner %s", i).isCloseTo(expected.get(i), SEEN);
    }
  }

  /** At risk: 4 up to 2, 3 up to 3, 2 up to 5, 1 up to 6. */
  @Test
  void countsThoseAtRiskAndMarksTheMedian() {
    Picture picture = DRAWER.draw(worked());
    SvgPage page = SvgPage.of(picture);
    assertThat(page.texts())
        .containsSubsequence("0", "1", "2", "3", "4", "5", "6")
        .containsSubsequence(
            "At risk", "Median", "All customers", "4", "4", "4", "3", "2", "2", "1");
    LinearScale x = page.foot("0", 0, "6", 6);
    assertThat(SvgPage.corners(page.marked("path", "median").get(0)).get(0))
        .isCloseTo(x.at(5), SEEN);
    assertThat(page.texts()).contains("5 (from 2)");
    assertThat(picture.description())
        .isEqualTo("All customers: 4 lifetimes, 2 lost, median 5 (from 2).");
  }

  @Test
  void modelsGoOnPastWhatWasObserved() {
    Exponential model = new Exponential(0.2, TimeScale.MEAN_MONTH);
    SvgPage page =
        SvgPage.of(DRAWER.withModel("Exponential", model).withHorizon(12).draw(worked()));
    LinearScale y = page.side("0\u00A0%", 0, "100\u00A0%", 1);
    LinearScale x = page.foot("0", 0, "12", 12);
    List<Double> line = SvgPage.corners(page.marked("path", "curve").get(1));
    for (int i = 0; i < line.size(); i += 2) {
      double time = Math.max(0, x.invert(line.get(i)));
      assertThat(line.get(i + 1)).isCloseTo(y.at(model.survival(time)), SEEN);
    }
    assertThat(line.get(line.size() - 2)).isCloseTo(x.at(12), SEEN);
    assertThat(page.texts()).contains("Exponential");
    List<Double> observed = SvgPage.corners(page.marked("path", "curve").get(0));
    assertThat(observed.get(observed.size() - 2)).isCloseTo(x.at(6), SEEN);
  }

  @Test
  void endsWhereAskedTo() {
    SvgPage page = SvgPage.of(DRAWER.withHorizon(4).draw(worked()));
    LinearScale x = page.foot("0", 0, "4", 4);
    List<Double> line = SvgPage.corners(page.marked("path", "curve").get(0));
    assertThat(line.get(line.size() - 2)).isCloseTo(x.at(4), SEEN);
    assertThat(page.marked("path", "median")).isEmpty();
  }

  @Test
  void aCurveThatComesDownToZeroHasNoBandThere() {
    SurvivalCurve curve =
        KaplanMeier.withDefaults()
            .calculate(
                LifetimeSample.fromStart(
                    TimeScale.DAY, new double[] {1, 2}, new boolean[] {true, true}));
    SvgPage page = SvgPage.of(DRAWER.draw(curve));
    LinearScale x = page.foot("0.0", 0, "2.0", 2);
    List<Double> band = SvgPage.corners(page.marked("path", "band").get(0));
    assertThat(band.get(0)).isCloseTo(x.at(1), SEEN);
    assertThat(band.get(2)).isCloseTo(x.at(2), SEEN);
    assertThat(page.marked("path", "marks")).isEmpty();
  }

  @Test
  void groupsHaveTheirOwnLineAndRow() {
    SvgPage page =
        SvgPage.of(
            DRAWER.draw(KaplanMeier.withDefaults().calculateByGroup(SamplePictures.grouped())));
    assertThat(page.marked("path", "curve")).hasSize(4);
    assertThat(page.marked("path", "band")).hasSize(4);
    assertThat(page.texts()).contains(SamplePictures.NAMES.get(1), SamplePictures.NAMES.get(3));
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    SurvivalPlot weekly = DRAWER.withModel("m", new Exponential(0.1, TimeScale.WEEK));
    assertThatThrownBy(() -> weekly.draw(worked()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeScale (weeks) of model m must be that of the curves (mean months)");
    assertThatThrownBy(() -> DRAWER.withHorizon(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time (0.0) must be over 0, and finite");
  }
}
