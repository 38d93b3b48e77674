package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks the CSV of a table against lines that end with a line feed alone. */
final class CsvText {

  private CsvText() {}

  static void check(ResultTable table, String lines) {
    assertThat(table.toCsv()).isEqualTo(lines.replace("\n", "\r\n"));
  }
}
