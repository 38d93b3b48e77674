package io.github.retention4j.internal.text;

/**
 * How many columns of a terminal a text takes: two for the wide characters of East Asia and for
 * pictographs, none for marks that are put on the character before, one for all others.
 *
 * @see <a href="https://www.unicode.org/reports/tr11/">Unicode Standard Annex 11, East Asian
 *     Width</a>
 */
public final class TextWidth {

  /** First and last of each range of wide characters, in order. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
    0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680,
    0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
  };

  private TextWidth() {}

  /**
   * Returns the columns that a text takes.
   *
   * @param text any text
   * @return 0 or more
   */
  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    for (int range = 0; range < WIDE.length; range += 2) {
      if (codePoint <= WIDE[range + 1]) {
        return codePoint >= WIDE[range];
      }
    }
    return false;
  }
}
