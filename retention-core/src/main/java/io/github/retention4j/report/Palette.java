package io.github.retention4j.report;

import java.util.List;

/**
 * The colours of a theme. The series are those of Okabe and Ito, which people of all kinds of
 * colour vision tell apart, darkened or lightened where they would be faint on the ground.
 *
 * @param ground behind everything
 * @param ink titles and numbers
 * @param muted axis labels and notes
 * @param grid thin lines
 * @param gain what is won
 * @param loss what is lost
 * @param neutral what stays
 * @param series for lines and areas, in order
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito, Color Universal Design</a>
 */
record Palette(
    Colour ground,
    Colour ink,
    Colour muted,
    Colour grid,
    Colour gain,
    Colour loss,
    Colour neutral,
    List<Colour> series) {

  private static final Palette LIGHT =
      new Palette(
          Colour.WHITE,
          Colour.of(0x1a1d21),
          Colour.of(0x5b626b),
          Colour.of(0xe3e6ea),
          Colour.of(0x0072b2),
          Colour.of(0xd55e00),
          Colour.of(0x8a939e),
          colours(0x0072b2, 0xc04d00, 0x007355, 0xb3568f, 0x8f6200, 0x444b54));

  private static final Palette DARK =
      new Palette(
          Colour.of(0x14171b),
          Colour.of(0xeceff2),
          Colour.of(0xa3abb5),
          Colour.of(0x2d333a),
          Colour.of(0x56b4e9),
          Colour.of(0xf08a3c),
          Colour.of(0x7c8691),
          colours(0x56b4e9, 0xf08a3c, 0x2fc49a, 0xd991bd, 0xe6c84a, 0xc4cad1));

  private static List<Colour> colours(Integer... rgb) {
    return List.of(rgb).stream().map(Colour::of).toList();
  }

  static Palette of(Theme theme) {
    return theme == Theme.LIGHT ? LIGHT : DARK;
  }

  /** Returns the colour of a series; after the last they begin anew: see {@link Stroke}. */
  Colour series(int index) {
    return series.get(index % series.size());
  }

  /**
   * Returns a colour of the scale from little to much, in even steps for the eye: blue, the farther
   * from the ground the more.
   *
   * @param share 0 to 1
   */
  Colour scale(double share) {
    double depth = Math.max(0, Math.min(1, share));
    boolean light = ground.contrast(Colour.BLACK) > ground.contrast(Colour.WHITE);
    return light
        ? Colour.ofOklch(0.965 - 0.575 * depth, 0.015 + 0.125 * depth, 245 + 12 * depth)
        : Colour.ofOklch(
            0.28 + 0.62 * depth, 0.045 + 0.065 * Math.sin(2.4 * depth), 250 - 25 * depth);
  }
}
