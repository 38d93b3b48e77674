package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class PaletteTest {

  /** What WCAG 2.1 asks of text. */
  private static final double READABLE = 4.5;

  /** What WCAG 2.1 asks of lines and areas. */
  private static final double VISIBLE = 3;

  @Property
  void numbersReadOnEveryCell(
      @ForAll Theme theme, @ForAll @DoubleRange(min = 0, max = 1) double share) {
    Colour cell = Palette.of(theme).scale(share);
    assertThat(cell.ink().contrast(cell)).isGreaterThanOrEqualTo(READABLE);
  }

  @Property
  void inkReadsOnAnyColour(
      @ForAll @IntRange(max = 255) int red,
      @ForAll @IntRange(max = 255) int green,
      @ForAll @IntRange(max = 255) int blue) {
    Colour colour = new Colour(red, green, blue);
    assertThat(colour.ink().contrast(colour)).isGreaterThanOrEqualTo(READABLE);
  }

  @Property(tries = 2)
  void textReadsAndSeriesAreSeenOnTheGround(@ForAll Theme theme) {
    Palette palette = Palette.of(theme);
    assertThat(palette.ink().contrast(palette.ground())).isGreaterThan(READABLE);
    assertThat(palette.muted().contrast(palette.ground())).isGreaterThan(READABLE);
    assertThat(palette.series())
        .allSatisfy(c -> assertThat(c.contrast(palette.ground())).isGreaterThan(READABLE));
    assertThat(palette.gain().contrast(palette.ground())).isGreaterThan(VISIBLE);
    assertThat(palette.loss().contrast(palette.ground())).isGreaterThan(VISIBLE);
    assertThat(palette.neutral().contrast(palette.ground())).isGreaterThan(VISIBLE);
  }

  /** Lightness alone tells more from less, for whatever eye. */
  @Property
  void theScaleLeavesTheGroundSteadily(
      @ForAll Theme theme, @ForAll @DoubleRange(min = 0, max = 0.95) double share) {
    Palette palette = Palette.of(theme);
    double here = palette.scale(share).contrast(palette.ground());
    double further = palette.scale(share + 0.05).contrast(palette.ground());
    assertThat(further).isGreaterThan(here);
  }

  @Example
  void knowsWellKnownContrasts() {
    assertThat(Colour.BLACK.contrast(Colour.WHITE)).isCloseTo(21, Offset.offset(1e-12));
    // By the formula of WCAG: #767676 is the lightest grey that reads on white.
    assertThat(Colour.of(0x767676).contrast(Colour.WHITE)).isCloseTo(4.54, Offset.offset(0.005));
    assertThat(Colour.of(0x0072b2)).hasToString("#0072b2");
    assertThat(Colour.ofOklch(1, 0, 0)).isEqualTo(Colour.WHITE);
    assertThat(Colour.ofOklch(0, 0, 0)).isEqualTo(Colour.BLACK);
    // Ottosson's own check of the matrices: sRGB red is L 0.62796, C 0.25768, h 29.234.
    assertThat(Colour.ofOklch(0.62796, 0.25768, 29.234)).isEqualTo(new Colour(255, 0, 0));
  }
}
