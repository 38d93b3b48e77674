package io.github.retention4j.report;

/**
 * How a text is set.
 *
 * @param size in pixels
 * @param colour of the letters
 * @param anchor which end stays where it is put: start, middle or end
 * @param weight 400 or 600
 */
record TextStyle(double size, Colour colour, String anchor, int weight) {

  TextStyle middle() {
    return new TextStyle(size, colour, "middle", weight);
  }

  TextStyle end() {
    return new TextStyle(size, colour, "end", weight);
  }

  TextStyle in(Colour other) {
    return new TextStyle(size, other, anchor, weight);
  }

  TextStyle strong() {
    return new TextStyle(size, colour, anchor, 600);
  }

  TextStyle sized(double other) {
    return new TextStyle(other, colour, anchor, weight);
  }

  double width(String text) {
    return (weight > 400 ? 1.06 : 1) * Texts.width(text, size);
  }
}
