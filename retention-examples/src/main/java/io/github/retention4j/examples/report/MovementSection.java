package io.github.retention4j.examples.report;

import io.github.retention4j.report.ReportSection;
import io.github.retention4j.report.RetentionTables;
import io.github.retention4j.retention.ChurnRule;
import io.github.retention4j.retention.CustomerMovement;
import io.github.retention4j.retention.PeriodMovement;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.retention.RetentionTrend;
import io.github.retention4j.stats.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Who stayed, left, came and came back over each complete period. */
record MovementSection(Movements all, int silentPeriods) implements Section {

  private static final int SHOWN = 12;

  @Override
  public void writeTo(TextPage page) {
    page.heading("2. Retention and churn of the last complete " + plural());
    page.paragraph(definition());
    if (all.isEmpty()) {
      page.paragraph(tooLittle());
      return;
    }
    page.table(table());
    page.paragraph(trend());
    page.paragraph(
        "Caveat: a shop sees silence, not departures. Whoever is lost by this rule may come back, and"
            + " then counts under \"back\". All "
            + Figures.count(
                all.list().size(), "complete " + unit() + " is", "complete " + plural() + " are")
            + " in the file retention.csv.");
  }

  private String definition() {
    return "A customer of a "
        + unit()
        + " is whoever was active in it"
        + (silentPeriods == 1
            ? ""
            : " or in the " + (silentPeriods - 1) + " " + plural(silentPeriods - 1) + " before it")
        + "; "
        + ChurnRule.noActivityFor(silentPeriods).words().replaceAll("periods?", unitAsIn())
        + ". Retention = customers at the start of the "
        + unit()
        + " who are customers at its end / customers at its start. Churn = 1 - retention. Intervals"
        + " are Wilson's at 95 %. Start + acquired + back - lost = end.";
  }

  private String unitAsIn() {
    return plural(silentPeriods);
  }

  private TextTable table() {
    TextTable table =
        TextTable.of(
            unit(),
            "start",
            "retained",
            "lost",
            "acquired",
            "back",
            "end",
            "retention",
            "95 %",
            "churn",
            "95 %");
    for (PeriodMovement period : all.last(SHOWN).list()) {
      List<String> cells = new ArrayList<>();
      cells.add(period.label());
      counts(period).forEach(count -> cells.add(Figures.count(count)));
      cells.addAll(period.retention().map(MovementSection::rates).orElse(NO_RATES));
      table.row(cells);
    }
    return table;
  }

  private static final List<String> NO_RATES = List.of("none", "", "none", "");

  private static List<String> rates(RetentionRate rate) {
    return List.of(
        Figures.percent(rate.value()),
        Figures.interval(rate.interval()),
        Figures.percent(rate.churn().value()),
        Figures.interval(rate.churn().interval()));
  }

  private static List<Long> counts(PeriodMovement period) {
    CustomerMovement movement = period.movement();
    return List.of(
        period.counts().atStart(),
        (long) movement.retained().size(),
        (long) movement.lost().size(),
        (long) movement.acquired().size(),
        (long) movement.reactivated().size(),
        period.counts().atEnd());
  }

  private String trend() {
    List<RetentionRate> rates = all.last(SHOWN).rates();
    if (rates.size() < 2) {
      return "Trend: none can be told from fewer than two " + plural() + ".";
    }
    RetentionTrend trend = RetentionTrend.of(rates);
    return "Trend over these "
        + rates.size()
        + " "
        + plural()
        + ": "
        + trend.direction().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " ("
        + Figures.points(trend.changePerPeriod())
        + " a "
        + unit()
        + ", 95 % interval "
        + Figures.pointsInterval(trend.changeInterval())
        + ", "
        + Figures.pValue(trend.test().pValue())
        + "). Cochran-Armitage test for a linear trend in the rates; it takes the "
        + plural()
        + " as independent, so a narrow verdict deserves doubt.";
  }

  private String unit() {
    return all.per().name().toLowerCase(Locale.ROOT);
  }

  private String plural() {
    return unit() + "s";
  }

  private String plural(int count) {
    return count == 1 ? unit() : plural();
  }

  @Override
  public ReportSection page() {
    ReportSection section =
        ReportSection.of("Who stayed, who left", statement())
            .withDefinition("Customer, retention, churn", definition());
    return all.isEmpty()
        ? section
        : section.with(RetentionTables.movements(all.last(SHOWN).list()));
  }

  private String statement() {
    if (all.isEmpty()) {
      return tooLittle();
    }
    PeriodMovement last = all.list().get(all.list().size() - 1);
    return last.retention()
            .map(
                rate ->
                    "In "
                        + last.label()
                        + ", the last complete "
                        + unit()
                        + ", "
                        + Figures.percent(rate.value())
                        + " of the customers at its start stayed ("
                        + Figures.interval(rate.interval())
                        + " at 95 %). ")
            .orElse("")
        + trend();
  }

  private String tooLittle() {
    return "Not enough is observed: a first rate needs "
        + Figures.count(silentPeriods + 1L, "complete " + unit(), "complete " + plural())
        + ".";
  }

  @Override
  public List<CsvTable> tables() {
    return List.of(
        new CsvTable(
            "retention.csv",
            List.of(
                "period",
                "start",
                "end_exclusive",
                "at_start",
                "retained",
                "lost",
                "acquired",
                "reactivated",
                "at_end",
                "retention",
                "retention_lower",
                "retention_upper",
                "churn",
                "churn_lower",
                "churn_upper"),
            all.list().stream().map(MovementSection::row).toList()));
  }

  private static List<String> row(PeriodMovement period) {
    List<String> row = new ArrayList<>();
    row.add(period.label());
    row.add(period.days().start().toString());
    row.add(period.days().endExclusive().toString());
    counts(period).forEach(count -> row.add(Long.toString(count)));
    row.addAll(
        period
            .retention()
            .map(RetentionRate::retained)
            .map(MovementSection::fields)
            .orElse(Collections.nCopies(6, "")));
    return row;
  }

  private static List<String> fields(Proportion retained) {
    List<String> fields = new ArrayList<>(Figures.fields(retained));
    fields.addAll(Figures.fields(retained.complement()));
    return fields;
  }
}
