package io.github.retention4j.examples.transactions;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names of the columns, and where each of those asked for stands. */
final class Header {

  private final Source source;
  private final long line;
  private final List<String> names;

  Header(Source source, RawRow row) {
    this.source = source;
    this.line = row.line();
    this.names = row.fields().stream().map(String::strip).toList();
    requireUnique();
  }

  private void requireUnique() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!name.isEmpty() && !seen.add(name)) {
        throw unusable(
            ", column " + (i + 1) + ": \"" + name + "\" must be the name of one column only");
      }
    }
  }

  int size() {
    return names.size();
  }

  /** For example {@code column 3 (amount)}. */
  String place(int index) {
    String name = index < names.size() ? names.get(index) : "";
    return "column " + (index + 1) + (name.isEmpty() ? "" : " (" + name + ")");
  }

  int indexOf(String what, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw unusable(
          ": "
              + what
              + " column (\""
              + name
              + "\") must be one of "
              + names
              + nearest(name).map(near -> "; did you mean \"" + near + "\"?").orElse(""));
    }
    return index;
  }

  private Optional<String> nearest(String wanted) {
    String plain = plain(wanted);
    return names.stream()
        .filter(name -> !name.isEmpty())
        .filter(name -> distance(plain(name), plain) <= Math.max(1, plain.length() / 3))
        .min((a, b) -> Integer.compare(distance(plain(a), plain), distance(plain(b), plain)));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The number of letters to insert, drop or change (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private RowFaultException unusable(String what) {
    return new RowFaultException(
        new RowFault(FaultKind.UNUSABLE_HEADER, line, source.at(line) + what));
  }
}
