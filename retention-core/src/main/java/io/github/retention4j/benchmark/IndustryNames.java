package io.github.retention4j.benchmark;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Finds the industry that is meant. Case, accents, punctuation, blanks and the word "and" do not
 * matter; a slip of one or two letters is forgiven in longer names when one name only is meant. A
 * word with a digit in it, such as B2B or 12k, must be right, and so must the first letter.
 */
final class IndustryNames {

  private static final int NAMES_SHOWN = 6;

  /** An industry's name in the forms that are compared. */
  private record Name(String original, String letters, List<String> codes) {

    static Name of(String original) {
      String plain =
          Normalizer.normalize(original, Normalizer.Form.NFD)
              .replaceAll("\\p{M}+", "")
              .toLowerCase(Locale.ROOT);
      List<String> words =
          Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1))
              .filter(word -> !word.isEmpty() && !word.equals("and"))
              .toList();
      return new Name(
          original,
          String.join("", words),
          words.stream().filter(word -> word.matches(".*\\p{N}.*")).toList());
    }

    boolean mayMean(Name other) {
      return codes.equals(other.codes)
          && !letters.isEmpty()
          && other.letters.startsWith(letters.substring(0, 1))
          && distance(other) <= slipsForgiven();
    }

    private int slipsForgiven() {
      int length = letters.length();
      if (length < 5) {
        return 0;
      }
      return length < 10 ? 1 : 2;
    }

    int distance(Name other) {
      return IndustryNames.distance(letters, other.letters);
    }

    /** From 0, one contains the other, to 1, no letter in common. */
    double farness(Name other) {
      boolean contained = letters.contains(other.letters) || other.letters.contains(letters);
      return contained
          ? 0
          : (double) distance(other) / Math.max(letters.length(), other.letters.length());
    }
  }

  private IndustryNames() {}

  /** Returns the names that are one with what was asked for, at least one, or fails. */
  static List<String> matching(String industry, Collection<String> names) {
    Name asked = Name.of(Texts.requireText(industry, "industry"));
    List<Name> known = names.stream().map(Name::of).toList();
    List<String> same =
        known.stream()
            .filter(name -> name.letters.equals(asked.letters))
            .map(Name::original)
            .toList();
    if (!same.isEmpty()) {
      return same;
    }
    List<Name> meant = known.stream().filter(asked::mayMean).toList();
    if (meant.stream().map(Name::letters).distinct().count() == 1) {
      return meant.stream().map(Name::original).toList();
    }
    throw unknown(
        industry, known.stream().sorted(Comparator.comparingDouble(asked::farness)).toList());
  }

  private static IllegalArgumentException unknown(String industry, List<Name> nearestFirst) {
    String near =
        nearestFirst.stream()
            .limit(NAMES_SHOWN)
            .map(Name::original)
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "industry ("
            + industry
            + ") must be one of the catalogue's "
            + nearestFirst.size()
            + "; nearest are: "
            + near);
  }

  /** Letters to insert, delete, replace or swap with the next (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    boolean equal = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(d[i - 1][j], d[i][j - 1]) + 1;
    least = Math.min(least, d[i - 1][j - 1] + (equal ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
