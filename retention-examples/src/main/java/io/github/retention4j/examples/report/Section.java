package io.github.retention4j.examples.report;

import io.github.retention4j.report.ReportSection;
import java.util.List;

/** A part of the report: words for people, tables for programs. */
interface Section {

  /** Writes the heading and all that follows it. */
  void writeTo(TextPage page);

  /** The same as a part of a page of HTML. */
  ReportSection page();

  /** The files that go with the section; none by default. */
  default List<CsvTable> tables() {
    return List.of();
  }
}
