package io.github.retention4j.report;

/** The line of a pen over the sheet, to a tenth of a pixel; moves too small to see are left out. */
final class Trace {

  private final StringBuilder path = new StringBuilder();
  private double x;
  private double y;

  Trace moveTo(double toX, double toY) {
    return go('M', toX, toY);
  }

  Trace lineTo(double toX, double toY) {
    double nextX = tenth(toX);
    double nextY = tenth(toY);
    return nextX == x && nextY == y ? this : go('L', toX, toY);
  }

  /** Goes along first, then up or down, as a curve of steps does. */
  Trace stepTo(double toX, double toY) {
    return alongTo(toX).upTo(toY);
  }

  Trace alongTo(double toX) {
    return lineTo(toX, y);
  }

  Trace upTo(double toY) {
    return lineTo(x, toY);
  }

  Trace close() {
    path.append('Z');
    return this;
  }

  private Trace go(char how, double toX, double toY) {
    x = tenth(toX);
    y = tenth(toY);
    path.append(how).append(Markup.number(x)).append(' ').append(Markup.number(y));
    return this;
  }

  private static double tenth(double place) {
    return Math.round(10 * place) / 10.0;
  }

  /** Returns what the attribute {@code d} of a path wants. */
  @Override
  public String toString() {
    return path.toString();
  }
}
