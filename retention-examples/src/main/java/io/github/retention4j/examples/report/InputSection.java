package io.github.retention4j.examples.report;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.examples.report.TextPage.Fact;
import io.github.retention4j.examples.transactions.FaultKind;
import io.github.retention4j.examples.transactions.RowFault;
import io.github.retention4j.examples.transactions.Transactions;
import io.github.retention4j.examples.transactions.Transactions.ObservationEnd;
import io.github.retention4j.report.ReportSection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What was read, and what was not. */
record InputSection(String source, Transactions transactions) implements Section {

  private static final int EXAMPLES = 3;

  @Override
  public void writeTo(TextPage page) {
    page.heading("1. Input");
    page.facts(facts());
    if (!transactions.faults().isEmpty()) {
      page.paragraph("Rows left out, by reason, each with its first examples:");
      transactions.faultCounts().forEach((kind, count) -> writeFault(page, kind, count));
    }
    if (transactions.observationEnd() == ObservationEnd.ASSUMED) {
      page.paragraph(
          "Caveat: nobody said until when customers were observed, so the day after the last event"
              + " is assumed. If the data end later, give the end; it decides which periods are"
              + " complete.");
    }
    if (LogAmounts.hasRefunds(transactions.log())) {
      page.paragraph(
          "Caveat: rows with a negative amount (refunds) lower the sums of money and count as"
              + " activity like any other row.");
    }
  }

  private List<Fact> facts() {
    EventLog log = transactions.log();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Source", source));
    facts.add(
        new Fact(
            "Rows",
            Figures.count(transactions.rows())
                + " read, "
                + Figures.count(log.size())
                + " used, "
                + Figures.count(transactions.faults().size())
                + " left out; "
                + Figures.count(transactions.blankLines(), "blank line", "blank lines")));
    facts.add(new Fact("Customers", Figures.count(log.customers().size())));
    facts.add(new Fact("Events", "first on " + log.observed().start() + ", last on " + lastDay()));
    facts.add(
        new Fact(
            "Observed until",
            log.observationEndExclusive().minusDays(1)
                + (transactions.observationEnd() == ObservationEnd.GIVEN
                    ? " (given)"
                    : " (assumed)")));
    log.currency().ifPresent(currency -> facts.add(new Fact("Amounts", amounts(currency))));
    return facts;
  }

  private String amounts(Currency currency) {
    LogAmounts amounts = LogAmounts.of(transactions.log(), currency);
    return amounts.sum()
        + " in all; "
        + Figures.count(amounts.refunds(), "row is negative", "rows are negative")
        + " (refunds)";
  }

  private LocalDate lastDay() {
    return LocalDate.ofEpochDay(LogAmounts.lastDay(transactions.log()));
  }

  private void writeFault(TextPage page, FaultKind kind, long count) {
    page.paragraph(kind.words() + ": " + Figures.count(count, "row", "rows"));
    transactions.faults().stream()
        .filter(fault -> fault.kind() == kind)
        .limit(EXAMPLES)
        .map(RowFault::message)
        .forEach(page::item);
  }

  @Override
  public ReportSection page() {
    ReportSection section =
        ReportSection.of(
                "Input",
                Figures.count(transactions.log().size(), "row is", "rows are")
                    + " used, "
                    + Figures.count(transactions.faults().size(), "is", "are")
                    + " left out.")
            .with(Fact.table("What was read", facts()))
            .withDefinition(
                "Observed until",
                "the last day about which the data tell. It decides which periods are complete."
                    + (transactions.observationEnd() == ObservationEnd.ASSUMED
                        ? " Nobody gave it, so it is taken to be the day of the last event."
                        : ""));
    return transactions.faults().isEmpty()
        ? section
        : section.with(
            Fact.table(
                "Rows left out, by reason",
                transactions.faultCounts().entrySet().stream()
                    .map(each -> new Fact(each.getKey().words(), Figures.count(each.getValue())))
                    .toList()));
  }

  @Override
  public List<CsvTable> tables() {
    if (transactions.faults().isEmpty()) {
      return List.of();
    }
    return List.of(
        new CsvTable(
            "rejected.csv",
            List.of("line", "reason", "message"),
            transactions.faults().stream()
                .map(f -> List.of(Long.toString(f.line()), f.kind().words(), f.message()))
                .toList()));
  }
}
