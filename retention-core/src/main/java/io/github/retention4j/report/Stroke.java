package io.github.retention4j.report;

/**
 * How a line is drawn.
 *
 * @param colour of the line
 * @param width in pixels
 * @param dashes as SVG has them, or none
 */
record Stroke(Colour colour, double width, String dashes) {

  private static final String[] DASHES = {"none", "7 3", "2 2"};

  static Stroke thin(Colour colour) {
    return new Stroke(colour, 0.8, DASHES[0]);
  }

  /** Returns the line of a series; once the colours are used up, dashes tell. */
  static Stroke ofSeries(Palette palette, int index) {
    int round = index / palette.series().size() % DASHES.length;
    return new Stroke(palette.series(index), 2, DASHES[round]);
  }
}
