package io.github.retention4j.report;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts and the room they need. What a browser will draw is not known here, so widths are those of
 * a wide common font, estimated code point by code point.
 */
final class Texts {

  private static final String ELLIPSIS = "\u2026";
  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Marks that set or end a direction: one in a label could turn round what stands beside it. */
  private static final Pattern DIRECTIONS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

  private static final Set<UnicodeScript> FULL_WIDTH =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private Texts() {}

  /** Returns a label of the caller's as it may stand in a picture: on one line, without tricks. */
  static String label(String text) {
    String line = SPACES.matcher(text).replaceAll(" ").strip();
    return DIRECTIONS.matcher(Markup.valid(line)).replaceAll("\uFFFD");
  }

  /** Returns a label to stand in a sentence: one that runs from right to left, kept apart. */
  static String inSentence(String text) {
    String label = label(text);
    return runsLeftward(label) ? "\u2068" + label + "\u2069" : label;
  }

  static boolean runsLeftward(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .anyMatch(
            direction ->
                direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }

  /** Returns about how wide a text is, in pixels. */
  static double width(String text, double size) {
    return size * text.codePoints().mapToDouble(Texts::ems).sum();
  }

  private static double ems(int c) {
    if (c < 0x7F) {
      return asciiEms((char) c);
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isFullWidth(c) ? 1 : 0.62;
    };
  }

  private static double asciiEms(char c) {
    if ("iljtfI.,:;'|!()[] ".indexOf(c) >= 0) {
      return 0.34;
    }
    if ("mwMW%@".indexOf(c) >= 0) {
      return 0.93;
    }
    return Character.isUpperCase(c) ? 0.68 : 0.6;
  }

  private static boolean isFullWidth(int c) {
    return FULL_WIDTH.contains(UnicodeScript.of(c))
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF01 && c <= 0xFF60)
        || (c >= 0x1F000 && c <= 0x1FAFF);
  }

  /** Returns the text, or as many of its whole characters as fit before an ellipsis. */
  static String shorten(String text, double size, double room) {
    if (width(text, size) <= room) {
      return text;
    }
    double left = room - width(ELLIPSIS, size);
    StringBuilder kept = new StringBuilder();
    Matcher graphemes = GRAPHEME.matcher(text);
    while (graphemes.find() && width(kept + graphemes.group(), size) <= left) {
      kept.append(graphemes.group());
    }
    return kept.toString().stripTrailing() + ELLIPSIS;
  }

  /** Returns the text in lines that fit, broken where its language breaks; the last shortened. */
  static List<String> wrap(String text, double size, double room, int most) {
    List<String> lines = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int start = 0;
    int end = 0;
    for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
      boolean fits = width(text.substring(start, next).stripTrailing(), size) <= room;
      if (!fits && end > start && lines.size() < most - 1) {
        lines.add(text.substring(start, end).strip());
        start = end;
      }
      end = next;
    }
    lines.add(text.substring(start).strip());
    return lines.stream().map(line -> shorten(line, size, room)).toList();
  }
}
