package io.github.retention4j.examples.report;

import io.github.retention4j.cohort.Cohort;
import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.report.CohortHeatmap;
import io.github.retention4j.report.ReportSection;
import io.github.retention4j.report.RetentionCurves;
import io.github.retention4j.report.RetentionTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Customers by the month of their first event, and how many were active in each month after. */
record CohortSection(CohortTable table) implements Section {

  private static final int SHOWN = 12;
  private static final int AGES_SHOWN = 25;
  private static final String OPEN = ".";

  @Override
  public void writeTo(TextPage page) {
    int rows = table.cohorts().size();
    int first = Math.max(0, rows - SHOWN);
    page.heading("3. Monthly cohorts");
    page.paragraph(
        "A cohort is the customers whose first event lies in one month. Each cell is the percentage"
            + " of them active in the month that many months later, whatever they did in between;"
            + " month 0 is the month of the first event, 100 % by definition. \""
            + OPEN
            + "\" is not yet observed: that month has not ended when observation does. It is not 0."
            + " "
            + shown(rows, first));
    page.table(triangle(first, rows));
    page.paragraph(
        "Curve: all cohorts ("
            + Figures.count(rows)
            + ") pooled, at each age those that were observed at it. Share = active / customers, with"
            + " Wilson's interval. Up to two years are shown, all ages are in the file curve.csv.");
    page.table(curveTable());
    page.paragraph(
        "Caveat: later ages rest on fewer and older cohorts, so the curve may rise for that reason"
            + " alone; the last column says on how many. A cohort in the first month of the data may"
            + " hold customers who really began before it.");
  }

  private static String shown(int rows, int first) {
    return first == 0
        ? "All cohorts are shown."
        : "The last "
            + (rows - first)
            + " of "
            + rows
            + " cohorts are shown, all are in the file cohorts.csv.";
  }

  private TextTable triangle(int first, int rows) {
    int ages = table.ages(first);
    List<String> heading = new ArrayList<>(List.of("cohort", "customers"));
    for (int age = 0; age < Math.min(ages, SHOWN + 1); age++) {
      heading.add(Integer.toString(age));
    }
    TextTable text = new TextTable(heading);
    for (int row = first; row < rows; row++) {
      Cohort cohort = table.cohorts().get(row);
      List<String> cells = new ArrayList<>();
      cells.add(cohort.label());
      cells.add(Figures.count(cohort.size()));
      for (int age = 0; age < heading.size() - 2; age++) {
        cells.add(age < table.ages(row) ? cell(table.cell(row, age)) : OPEN);
      }
      text.row(cells);
    }
    return text;
  }

  private static String cell(CohortCell cell) {
    return cell.share()
        .map(share -> String.format(Locale.ROOT, "%.0f", 100 * share.value()))
        .orElse(OPEN);
  }

  private TextTable curveTable() {
    TextTable text =
        TextTable.of("months later", "active", "customers", "share", "95 %", "cohorts");
    List<CohortCurve.Point> points = table.pooledCurve().points();
    for (CohortCurve.Point point : points.subList(0, Math.min(points.size(), AGES_SHOWN))) {
      text.row(
          Integer.toString(point.age()),
          Figures.count(point.active().count()),
          Figures.count(point.active().total()),
          Figures.percent(point.active().value()),
          Figures.interval(point.active().interval()),
          Integer.toString(point.cohorts()));
    }
    return text;
  }

  @Override
  public ReportSection page() {
    return ReportSection.of(
            "Monthly cohorts",
            "Customers whose first event lies in one month, and how many of them were active that many"
                + " months later. What is hatched is not yet observed: it is not 0.")
        .with(CohortHeatmap.withDefaults().draw(table))
        .with(RetentionCurves.withDefaults().withFirstAge(1).draw(table))
        .with(RetentionTables.cohortTriangle(table))
        .with(RetentionTables.curve(table.pooledCurve()))
        .withDefinition(
            "Cell",
            "members active in the month that many months after their first / members, whatever they"
                + " did in between; month 0 is 100 % by definition.")
        .withDefinition(
            "All cohorts",
            "pooled: active members of all cohorts observed at an age / their members, with Wilson's"
                + " interval. Later ages rest on fewer and older cohorts, so the curve may rise for"
                + " that reason alone.");
  }

  @Override
  public List<CsvTable> tables() {
    return List.of(cohortFile(), curveFile());
  }

  private CsvTable cohortFile() {
    int ages = table.ages(0);
    List<String> header = new ArrayList<>(List.of("cohort", "start", "customers"));
    for (int age = 0; age < ages; age++) {
      header.add("active_" + age);
    }
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.cohorts().size(); row++) {
      Cohort cohort = table.cohorts().get(row);
      List<String> fields = new ArrayList<>();
      fields.add(cohort.label());
      fields.add(cohort.days().start().toString());
      fields.add(Long.toString(cohort.size()));
      for (int age = 0; age < ages; age++) {
        fields.add(age < table.ages(row) ? count(table.cell(row, age)) : "");
      }
      rows.add(fields);
    }
    return new CsvTable("cohorts.csv", header, rows);
  }

  private static String count(CohortCell cell) {
    return cell.share().map(share -> Long.toString(share.count())).orElse("");
  }

  private CsvTable curveFile() {
    List<List<String>> rows = new ArrayList<>();
    for (CohortCurve.Point point : table.pooledCurve().points()) {
      List<String> fields = new ArrayList<>();
      fields.add(Integer.toString(point.age()));
      fields.add(Long.toString(point.active().count()));
      fields.add(Long.toString(point.active().total()));
      fields.addAll(Figures.fields(point.active()));
      fields.add(Integer.toString(point.cohorts()));
      rows.add(fields);
    }
    return new CsvTable(
        "curve.csv",
        List.of("age", "active", "customers", "share", "lower", "upper", "cohorts"),
        rows);
  }
}
