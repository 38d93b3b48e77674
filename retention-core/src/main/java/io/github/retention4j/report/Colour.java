package io.github.retention4j.report;

import java.util.Locale;

/** A colour of the screen, in sRGB. */
record Colour(int red, int green, int blue) {

  static final Colour BLACK = new Colour(0, 0, 0);
  static final Colour WHITE = new Colour(255, 255, 255);

  static Colour of(int rgb) {
    return new Colour((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
  }

  /**
   * Returns a colour of the OKLab space, in which equal steps look equal, cut off where a screen
   * cannot show it.
   *
   * @see <a href="https://bottosson.github.io/posts/oklab/">Ottosson (2020), Oklab</a>
   */
  static Colour ofOklch(double lightness, double chroma, double hueDegrees) {
    double a = chroma * Math.cos(Math.toRadians(hueDegrees));
    double b = chroma * Math.sin(Math.toRadians(hueDegrees));
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new Colour(
        channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static int channel(double linear) {
    double cut = Math.max(0, Math.min(1, linear));
    double encoded = cut <= 0.0031308 ? 12.92 * cut : 1.055 * Math.pow(cut, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * encoded);
  }

  /**
   * Returns how well one can be read on the other.
   *
   * @return 1 to 21; 4.5 is wanted of small text
   * @see <a href="https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio">WCAG 2.1, contrast ratio</a>
   */
  double contrast(Colour other) {
    double one = luminance() + 0.05;
    double two = other.luminance() + 0.05;
    return Math.max(one, two) / Math.min(one, two);
  }

  /** Returns black or white, whichever reads better on this; the contrast is at least 4.58. */
  Colour ink() {
    return contrast(BLACK) >= contrast(WHITE) ? BLACK : WHITE;
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double encoded = channel / 255.0;
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }

  /** Returns the form of CSS, such as {@code #0072b2}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
