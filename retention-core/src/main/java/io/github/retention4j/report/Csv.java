package io.github.retention4j.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV by RFC 4180. */
final class Csv {

  /** What makes a spreadsheet compute a text, with the full-width forms; and the guard itself. */
  private static final String TO_BE_GUARDED = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";

  private Csv() {}

  static String guarded(String text) {
    return !text.isEmpty() && TO_BE_GUARDED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  static void appendLine(Appendable out, List<String> fields) throws IOException {
    String line = fields.stream().map(Csv::quoted).collect(Collectors.joining(","));
    // Some readers skip a line without characters.
    out.append(line.isEmpty() ? "\"\"" : line).append("\r\n");
  }

  private static String quoted(String field) {
    boolean needed =
        field
            .chars()
            .anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n' || c == '\t');
    boolean blankEnd = !field.equals(field.strip());
    return needed || blankEnd ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
