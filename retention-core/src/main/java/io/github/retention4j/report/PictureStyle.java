package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * How a picture looks, whatever it shows. Immutable.
 *
 * <p>{@link #defaults() Defaults}: light, 860 wide, the title and the subtitle that the picture
 * chooses, numbers by {@link Locale#ROOT} ({@code 1,234.5}).
 *
 * @param theme the ground
 * @param width in CSS pixels, 320 to 4000; the height follows from what is shown
 * @param title the title; empty for the picture's own
 * @param subtitle the line under the title, the place for definition and source; empty for the
 *     picture's own
 * @param locale how numbers are written
 */
public record PictureStyle(
    Theme theme, int width, Optional<String> title, Optional<String> subtitle, Locale locale) {

  private static final int LEAST_WIDTH = 320;
  private static final int MOST_WIDTH = 4000;

  /**
   * Checks the width.
   *
   * @param theme the ground
   * @param width in CSS pixels
   * @param title the title
   * @param subtitle the line under the title
   * @param locale how numbers are written
   * @throws IllegalArgumentException if width is not from 320 to 4000
   */
  public PictureStyle {
    requireNonNull(theme, "theme");
    requireNonNull(title, "title");
    requireNonNull(subtitle, "subtitle");
    requireNonNull(locale, "locale");
    if (width < LEAST_WIDTH || width > MOST_WIDTH) {
      throw new IllegalArgumentException(
          "width (" + width + ") must be from " + LEAST_WIDTH + " to " + MOST_WIDTH);
    }
  }

  /**
   * Returns the defaults listed above.
   *
   * @return the style
   */
  public static PictureStyle defaults() {
    return new PictureStyle(Theme.LIGHT, 860, Optional.empty(), Optional.empty(), Locale.ROOT);
  }

  /**
   * Chooses the ground.
   *
   * @param newTheme light or dark
   * @return a style with it
   */
  public PictureStyle with(Theme newTheme) {
    return new PictureStyle(newTheme, width, title, subtitle, locale);
  }

  /**
   * Chooses how numbers are written. Words stay English.
   *
   * @param newLocale the locale
   * @return a style with it
   */
  public PictureStyle with(Locale newLocale) {
    return new PictureStyle(theme, width, title, subtitle, newLocale);
  }

  /**
   * Chooses the width.
   *
   * @param newWidth in CSS pixels, 320 to 4000
   * @return a style with it
   * @throws IllegalArgumentException if it is not in that range
   */
  public PictureStyle withWidth(int newWidth) {
    return new PictureStyle(theme, newWidth, title, subtitle, locale);
  }

  /**
   * Chooses the title.
   *
   * @param newTitle any text
   * @return a style with it
   */
  public PictureStyle withTitle(String newTitle) {
    return new PictureStyle(theme, width, Optional.of(newTitle), subtitle, locale);
  }

  /**
   * Chooses the line under the title.
   *
   * @param newSubtitle any text, such as the definition of what is shown and where it comes from
   * @return a style with it
   */
  public PictureStyle withSubtitle(String newSubtitle) {
    return new PictureStyle(theme, width, title, Optional.of(newSubtitle), locale);
  }
}
