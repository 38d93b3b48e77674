package io.github.retention4j.examples.report;

import java.util.ArrayList;
import java.util.List;

/** Rows under a heading, each column as wide as its widest cell: the first left, others right. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> heading) {
    rows.add(List.copyOf(heading));
  }

  static TextTable of(String... heading) {
    return new TextTable(List.of(heading));
  }

  TextTable row(String... cells) {
    return row(List.of(cells));
  }

  TextTable row(List<String> cells) {
    if (cells.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "cells (" + cells + ") must be as many as the heading " + rows.get(0));
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The lines, without blanks at their ends. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String blanks = " ".repeat(width(column) - row.get(column).length());
        line.append(column == 0 ? row.get(column) + blanks : GAP + blanks + row.get(column));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }
}
