package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortCurve.Point;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class RetentionCurvesTest {

  /** Half a pixel. */
  private static final Offset<Double> SEEN = Offset.offset(0.5);

  private static final CohortCurve CURVE =
      new CohortCurve(
          List.of(
              new Point(0, new Proportion(40, 40), 2),
              new Point(1, new Proportion(24, 40), 2),
              new Point(2, new Proportion(3, 10), 1)));

  private static final RetentionCurves DRAWER = RetentionCurves.withDefaults();

  @Test
  void lineAndBandAreWhereTheNumbersAre() {
    SvgPage page = SvgPage.of(DRAWER.draw(Map.of("All", CURVE), Granularity.MONTH));
    LinearScale y = page.side("0\u00A0%", 0, "100\u00A0%", 1);
    LinearScale x = page.foot("0", 0, "2", 2);
    List<Double> line = SvgPage.corners(page.marked("path", "curve").get(0));
    List<Double> band = SvgPage.corners(page.marked("path", "band").get(0));
    List<ConfidenceInterval> limits = CURVE.intervals(0.95);
    for (int age = 0; age < 3; age++) {
      assertThat(line.get(2 * age)).isCloseTo(x.at(age), SEEN);
      assertThat(line.get(2 * age + 1)).isCloseTo(y.at(CURVE.values().get(age)), SEEN);
      assertThat(band.get(2 * age)).isCloseTo(x.at(age), SEEN);
      assertThat(band.get(2 * age + 1)).isCloseTo(y.at(limits.get(age).upper()), SEEN);
      int lower = 2 * (5 - age);
      assertThat(band.get(lower)).isCloseTo(x.at(age), SEEN);
      assertThat(band.get(lower + 1)).isCloseTo(y.at(limits.get(age).lower()), SEEN);
    }
    assertThat(page.all("circle")).extracting(SvgPage::tip).contains("All, age 2: 3/10 (30.00 %)");
  }

  @Test
  void aTableHasALineForEachCohortAndOneForAll() {
    var table = SamplePictures.table(5, 30, LocalDate.of(2021, 6, 1));
    Picture picture = DRAWER.draw(table);
    SvgPage page = SvgPage.of(picture);
    assertThat(page.marked("path", "curve"))
        .extracting(SvgPage::tip)
        .containsExactly("2021-01", "2021-02", "2021-03", "2021-04", "2021-05", "All cohorts");
    assertThat(page.marked("path", "band")).hasSize(1);
    Proportion last = table.pooledCurve().points().get(4).active();
    String percent = new Numbers(Locale.ROOT).percent(last.value(), 1);
    assertThat(picture.description())
        .isEqualTo(
            "All cohorts 100.0\u00A0% at age 0 and " + percent + " at age 4; and 5 more lines.");
  }

  @Test
  void manyLinesHaveNoBandsAndDashesOnceColoursAreUsedUp() {
    SvgPage page = SvgPage.of(DRAWER.draw(SamplePictures.curves(8), Granularity.MONTH));
    List<Element> lines = page.marked("path", "curve");
    assertThat(page.marked("path", "band")).isEmpty();
    assertThat(lines)
        .extracting(line -> line.getAttribute("stroke") + line.getAttribute("stroke-dasharray"))
        .doesNotHaveDuplicates()
        .hasSize(8);
    assertThat(page.texts()).contains("Share of customers active at each age");
  }

  @Test
  void beginsAtTheFirstAgeAskedFor() {
    SvgPage page = SvgPage.of(DRAWER.withFirstAge(1).draw(Map.of("All", CURVE), Granularity.WEEK));
    LinearScale y = page.side("0\u00A0%", 0, "60\u00A0%", 0.6);
    List<Double> line = SvgPage.corners(page.marked("path", "curve").get(0));
    assertThat(line).hasSize(4);
    assertThat(line.get(1)).isCloseTo(y.at(0.6), SEEN);
    assertThat(page.texts()).contains("Age in weeks").doesNotContain("100\u00A0%");
  }

  @Test
  void whatWasNotObservedHasNoLine() {
    Picture picture = DRAWER.draw(Map.of("New", new CohortCurve(List.of())), Granularity.DAY);
    assertThat(SvgPage.of(picture).marked("path", "curve")).isEmpty();
    assertThat(picture.description()).isEqualTo("New not yet observed.");
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThatThrownBy(() -> DRAWER.draw(Map.of(), Granularity.DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("curves ({}) must be at least one");
    assertThatThrownBy(() -> DRAWER.withLevel(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level (1.0) must be between 0 and 1");
    assertThatThrownBy(() -> DRAWER.withFirstAge(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("age (-1) must be 0 or more");
  }
}
