package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** How names find room: beside lines, and under bands. */
class LayoutTest {

  @Property
  void namesAtTheEndsOfLinesKeepApartAndInTheFrame(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 100, max = 420) Double> heights) {
    List<EndLabels.End> ends =
        heights.stream().sorted().map(y -> new EndLabels.End("a", Colour.BLACK, 0, y)).toList();
    double[] places = EndLabels.places(ends, 100, 420);
    for (int i = 0; i < places.length; i++) {
      assertThat(places[i]).isBetween(100 - 1e-9, 420 + 1e-9);
      if (i > 0) {
        assertThat(places[i] - places[i - 1]).isGreaterThan(EndLabels.LINE - 1e-9);
      }
    }
  }

  @Example
  void aNameAloneStaysWhereItsLineEnds() {
    List<EndLabels.End> ends =
        List.of(
            new EndLabels.End("a", Colour.BLACK, 0, 200),
            new EndLabels.End("b", Colour.BLACK, 0, 300));
    assertThat(EndLabels.places(ends, 100, 420)).containsExactly(200, 300);
  }

  @Property
  void namesUnderBandsDoNotTouch(
      @ForAll @IntRange(min = 1, max = 400) int count,
      @ForAll @DoubleRange(min = 0.5, max = 200) double band,
      @ForAll @IntRange(min = 1, max = 30) int length) {
    TextStyle type = new TextStyle(11, Colour.BLACK, "middle", 400);
    List<String> names = Collections.nCopies(count, "x".repeat(length));
    int every = Bands.every(names, type, band);
    boolean apart = every * band >= type.width(names.get(0));
    assertThat(apart || every >= count).isTrue();
    assertThat(every == 1 || band < type.width(names.get(0)) + 8).isTrue();
  }

  @Example
  void tracesKeepToATenthOfAPixelAndLeaveOutWhatCannotBeSeen() {
    Trace trace = new Trace().moveTo(1.04, 2).lineTo(1.0401, 2.001).stepTo(5, 7.36).close();
    assertThat(trace).hasToString("M1 2L5 2L5 7.4Z");
  }

  @Example
  void moneyIsWrittenInFewDigits() {
    Numbers numbers = new Numbers(Locale.ROOT);
    assertThat(MoneyScale.text(412.3, numbers)).isEqualTo("412");
    assertThat(MoneyScale.text(-31.44, numbers)).isEqualTo("-31.4");
    assertThat(MoneyScale.text(0.817, numbers)).isEqualTo("0.82");
    assertThat(numbers.percent(0.4125, 1)).isEqualTo("41.2\u00A0%");
    assertThat(new Numbers(Locale.GERMANY).decimal(-1234.5, 1)).isEqualTo("-1.234,5");
    assertThat(numbers.decimal(-0.0, 1)).isEqualTo("0.0");
  }
}
