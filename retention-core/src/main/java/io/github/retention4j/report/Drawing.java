package io.github.retention4j.report;

import java.util.List;

/** A picture being drawn: the sheet with its title, and what every picture draws alike. */
final class Drawing {

  /** Free on all sides. */
  static final double MARGIN = 28;

  static final double SMALL = 11.5;

  private static final double BAND_OPACITY = 0.16;
  private static final double TITLE = 19;
  private static final double SUBTITLE = 13;
  private static final int MOST_TITLE_LINES = 3;
  private static final int MOST_SUBTITLE_LINES = 4;

  private final PictureStyle style;
  private final String title;
  private final Palette palette;
  private final Numbers numbers;
  private final Markup svg = new Markup();
  private double headerEnd = MARGIN;

  /** Begins a picture with the title and subtitle of the style, or else those given. */
  Drawing(PictureStyle style, String title, String subtitle) {
    this.style = style;
    this.title = Texts.label(style.title().orElse(title));
    this.palette = Palette.of(style.theme());
    this.numbers = new Numbers(style.locale());
    header(this.title, small().sized(TITLE).strong().in(palette.ink()), MOST_TITLE_LINES);
    headerEnd += 2;
    String line = Texts.label(style.subtitle().orElse(subtitle));
    header(line, small().sized(SUBTITLE), MOST_SUBTITLE_LINES);
  }

  private void header(String text, TextStyle type, int mostLines) {
    if (text.isEmpty()) {
      return;
    }
    double room = (right() - left()) / type.width("x") * Texts.width("x", type.size());
    List<String> lines = Texts.wrap(text, type.size(), room, mostLines);
    for (String line : lines) {
      text(left(), headerEnd + type.size() * 0.85, line, type);
      headerEnd += type.size() * 1.4;
    }
  }

  Palette palette() {
    return palette;
  }

  Numbers numbers() {
    return numbers;
  }

  Markup svg() {
    return svg;
  }

  double left() {
    return MARGIN;
  }

  double right() {
    return style.width() - MARGIN;
  }

  /** Where the drawing may begin, under title and subtitle. */
  double top() {
    return headerEnd + 16;
  }

  /** The type of axis labels. */
  TextStyle small() {
    return new TextStyle(SMALL, palette.muted(), "start", 400);
  }

  /** Sets a text on a base line. */
  void text(double x, double y, String text, TextStyle type) {
    openText(x, y, text, type);
    svg.text(text).close();
  }

  /** Sets a text with its middle at a height. */
  void centred(double x, double y, String text, TextStyle type) {
    text(x, y + type.size() * 0.35, text, type);
  }

  /** Sets a label of the caller's with its middle at a height, shortened to the room there is. */
  void label(double x, double y, String label, double room, TextStyle type) {
    String whole = Texts.label(label);
    String shown = Texts.shorten(whole, type.size(), room);
    openText(x, y + type.size() * 0.35, whole, type);
    if (!shown.equals(whole)) {
      svg.leaf("title", whole);
    }
    svg.text(shown).close();
  }

  /** Sets a text that rises from left to right and ends where it is put. */
  void slanted(double x, double y, double degrees, String text, TextStyle type) {
    String place = Markup.number(x) + " " + Markup.number(y);
    svg.open("g", "transform", "translate(" + place + ") rotate(" + Markup.number(-degrees) + ")");
    text(0, 0, text, type);
    svg.close();
  }

  private void openText(double x, double y, String text, TextStyle type) {
    svg.open(
        "text",
        "x",
        x,
        "y",
        y,
        "font-size",
        type.size(),
        "fill",
        type.colour(),
        "text-anchor",
        type.anchor(),
        "font-weight",
        type.weight(),
        "unicode-bidi",
        Texts.runsLeftward(text) ? "plaintext" : "normal");
  }

  void line(double x1, double y1, double x2, double y2, Colour colour, double width) {
    svg.empty(
        "line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", colour, "stroke-width", width);
  }

  /** Draws a bar that says what it is when pointed at. */
  void bar(double x, double y, double width, double height, Object fill, String tip) {
    svg.open("rect", "x", x, "y", y, "width", width, "height", height, "fill", fill);
    svg.leaf("title", tip).close();
  }

  /** Draws a line through many points that says what it is when pointed at. */
  void curve(Trace trace, Stroke stroke, String tip) {
    svg.open(
        "path",
        "class",
        "curve",
        "d",
        trace,
        "fill",
        "none",
        "stroke",
        stroke.colour(),
        "stroke-width",
        stroke.width(),
        "stroke-linejoin",
        "round",
        "stroke-dasharray",
        stroke.dashes());
    svg.leaf("title", tip).close();
  }

  /** Fills the area between two limits, so that what lies under it is still seen. */
  void band(Trace outline, Colour colour) {
    svg.empty("path", "class", "band", "d", outline, "fill", colour, "fill-opacity", BAND_OPACITY);
  }

  void dot(double x, double y, double radius, Colour colour, String tip) {
    svg.open("circle", "cx", x, "cy", y, "r", radius, "fill", colour);
    svg.leaf("title", tip).close();
  }

  /** Defines the hatching of what is not yet observed; {@link #hatch} then paints with it. */
  void defineHatch() {
    svg.open("defs");
    svg.open(
        "pattern",
        "id",
        Markup.ID + "open",
        "width",
        6,
        "height",
        6,
        "patternUnits",
        "userSpaceOnUse",
        "patternTransform",
        "rotate(45)");
    svg.empty("rect", "width", 6, "height", 6, "fill", palette.ground());
    svg.empty("rect", "width", 1.5, "height", 6, "fill", palette.neutral());
    svg.close().close();
  }

  static String hatch() {
    return "url(#" + Markup.ID + "open)";
  }

  /** Ends the picture at a height. */
  Picture finish(double height, String description) {
    int whole = (int) Math.ceil(height + MARGIN);
    Markup sheet = new Markup();
    sheet.empty("rect", "width", style.width(), "height", whole, "fill", palette.ground());
    return new Picture(title, description, style.width(), whole, sheet + svg.toString());
  }
}
