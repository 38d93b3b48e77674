package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A drawn picture: self-contained SVG with a title and a description for those who cannot see it.
 * Immutable. Two pictures are equal if they are drawn alike.
 *
 * <p>It holds no script and refers to nothing outside itself. Lengths are CSS pixels; the picture
 * scales with its {@code viewBox}.
 */
public final class Picture {

  /** System fonts, with those that hold Chinese and Thai on most systems. */
  static final String FONTS =
      "system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans Thai', sans-serif";

  private final String title;
  private final String description;
  private final int width;
  private final int height;
  private final String content;

  /** For pages that are light or dark as the reader has it; empty if drawn once only. */
  private final Map<Theme, String> contentByTheme;

  /** Takes a piece of SVG whose ids all begin with {@link Markup#ID}. */
  Picture(String title, String description, int width, int height, String content) {
    this(title, description, width, height, content, Map.of());
  }

  private Picture(
      String title,
      String description,
      int width,
      int height,
      String content,
      Map<Theme, String> contentByTheme) {
    this.title = Markup.valid(title);
    this.description = Markup.valid(description);
    this.width = width;
    this.height = height;
    this.content = content;
    this.contentByTheme = contentByTheme;
  }

  /** Draws a picture in the theme of its style, and in the other one too for pages. */
  static Picture inBothThemes(PictureStyle style, Function<PictureStyle, Picture> drawer) {
    Map<Theme, String> contents = new EnumMap<>(Theme.class);
    for (Theme theme : Theme.values()) {
      contents.put(theme, drawer.apply(style.with(theme)).content);
    }
    Picture own = drawer.apply(style);
    return new Picture(own.title, own.description, own.width, own.height, own.content, contents);
  }

  /**
   * Returns the title.
   *
   * @return as drawn
   */
  public String title() {
    return title;
  }

  /**
   * Returns what the picture shows, in words: one or two sentences with the main numbers.
   *
   * @return the text that a screen reader reads out after the title
   */
  public String description() {
    return description;
  }

  /**
   * Returns the width.
   *
   * @return in CSS pixels
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return in CSS pixels
   */
  public int height() {
    return height;
  }

  /**
   * Returns the picture as a document of its own.
   *
   * @return SVG with an XML declaration; to be encoded in UTF-8
   */
  public String toSvg() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + toInlineSvg("") + "\n";
  }

  /** Returns the {@code svg} element, to stand in a page; the prefix must be its own there. */
  String toInlineSvg(String idPrefix) {
    return element(content).replace(Markup.ID, idPrefix);
  }

  /**
   * Returns the {@code svg} element for a page that is light or dark as the reader has it: a group
   * of class {@code light} and one of class {@code dark}, of which the page shows one.
   */
  String toThemedSvg(String idPrefix) {
    Markup groups = new Markup();
    contentByTheme.forEach(
        (theme, drawn) -> {
          String name = theme.name().toLowerCase(Locale.ROOT);
          groups
              .open("g", "class", name)
              .piece(drawn.replace(Markup.ID, Markup.ID + name + "-"))
              .close();
        });
    String both = groups.toString();
    return element(both.isEmpty() ? content : both).replace(Markup.ID, idPrefix);
  }

  private String element(String inside) {
    Markup svg = new Markup();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "0 0 " + width + " " + height,
        "role",
        "img",
        "aria-labelledby",
        Markup.ID + "title " + Markup.ID + "desc",
        "font-family",
        FONTS);
    svg.leaf("title", title, "id", Markup.ID + "title");
    svg.leaf("desc", description, "id", Markup.ID + "desc");
    return svg.piece(inside).close().toString();
  }

  /**
   * Writes the document into a file, in UTF-8; a file that is there is replaced.
   *
   * @param file where to, by custom ending in {@code .svg}
   * @throws IOException if it cannot be written
   */
  public void writeTo(Path file) throws IOException {
    Files.writeString(requireNonNull(file, "file"), toSvg(), StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture that
        && width == that.width
        && height == that.height
        && title.equals(that.title)
        && description.equals(that.description)
        && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(title, description, width, height, content);
  }

  /**
   * Returns title and size.
   *
   * @return for example {@code Retention by cohort, 860 x 420}
   */
  @Override
  public String toString() {
    return title + ", " + width + " x " + height;
  }
}
