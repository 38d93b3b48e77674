package io.github.retention4j.internal.text;

import java.util.Locale;

/** Names as they stand in one row of a text, and how many columns they take. */
public final class CellText {

  /** The first and last code points of stretches whose characters take two columns. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, // Hangul, leading consonants
    {0x2E80, 0x303E}, // CJK radicals and punctuation
    {0x3041, 0x4DBF}, // Kana, Bopomofo, CJK extension A
    {0x4E00, 0xA4CF}, // CJK, Yi
    {0xA960, 0xA97F}, // Hangul
    {0xAC00, 0xD7A3}, // Hangul syllables
    {0xF900, 0xFAFF}, // CJK compatibility
    {0xFE10, 0xFE19}, // vertical forms
    {0xFE30, 0xFE6F}, // CJK compatibility forms
    {0xFF00, 0xFF60}, // full-width forms
    {0xFFE0, 0xFFE6}, // full-width signs
    {0x1F300, 0x1F64F}, // pictographs
    {0x1F680, 0x1F6FF}, // transport
    {0x1F900, 0x1F9FF}, // pictographs
    {0x20000, 0x3FFFD} // CJK extensions
  };

  private CellText() {}

  /**
   * Returns a text as it can stand in one row: what would break the row, or turn its direction, is
   * shown as an escape.
   *
   * @param text any text
   * @return the same with {@code \n}, {@code \r}, {@code \t} and {@code \\uXXXX} for line feeds,
   *     carriage returns, tabs and other control characters
   */
  public static String escaped(String text) {
    if (text.codePoints().noneMatch(CellText::breaksARow)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(it -> append(shown, it));
    return shown.toString();
  }

  private static boolean breaksARow(int codePoint) {
    boolean turns =
        (codePoint >= 0x200E && codePoint <= 0x200F)
            || (codePoint >= 0x202A && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069);
    return turns
        || switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE ->
              true;
          default -> false;
        };
  }

  private static void append(StringBuilder shown, int codePoint) {
    if (!breaksARow(codePoint)) {
      shown.appendCodePoint(codePoint);
      return;
    }
    switch (codePoint) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        shown.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      }
    }
  }

  /**
   * Returns how many columns a text takes in a fixed-width font.
   *
   * @param text a text without control characters
   * @return two for each wide character, as of Chinese, Japanese and Korean; none for combining
   *     marks and for what is not shown; one for each other
   */
  public static int width(String text) {
    return text.codePoints().map(CellText::width).sum();
  }

  private static int width(int codePoint) {
    if (codePoint < 0x300) {
      return codePoint == 0xAD ? 0 : 1;
    }
    boolean hidden =
        switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
          default -> codePoint >= 0x1160 && codePoint <= 0x11FF;
        };
    if (hidden) {
      return 0;
    }
    for (int[] stretch : WIDE) {
      if (codePoint >= stretch[0] && codePoint <= stretch[1]) {
        return 2;
      }
    }
    return 1;
  }
}
