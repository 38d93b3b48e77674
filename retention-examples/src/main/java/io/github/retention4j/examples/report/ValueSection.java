package io.github.retention4j.examples.report;

import io.github.retention4j.clv.CurveLifetimeValue;
import io.github.retention4j.clv.CurveTail;
import io.github.retention4j.clv.HistoricValue;
import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.LifetimeValueToCost;
import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.clv.Payback;
import io.github.retention4j.clv.PeriodicMargin;
import io.github.retention4j.clv.RetentionCurve;
import io.github.retention4j.examples.report.TextPage.Fact;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.report.Column;
import io.github.retention4j.report.ReportSection;
import io.github.retention4j.report.ResultTable;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.time.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What customers have been worth, and may be worth. */
record ValueSection(Optional<Valuation> valuation) implements Section {

  @Override
  public void writeTo(TextPage page) {
    page.heading("4. Customer lifetime value");
    if (valuation.isEmpty()) {
      page.paragraph(
          "No amounts were read, so nothing can be said. Name the column that has them.");
      return;
    }
    writeHistoric(page, valuation.get());
    writeFormulas(page, valuation.get());
    writeCurve(page, valuation.get());
    writeCost(page, valuation.get());
  }

  private static void writeHistoric(TextPage page, Valuation valuation) {
    HistoricValue historic = valuation.historic();
    page.paragraph(
        "So far: mean over all "
            + Figures.count(historic.customers().size(), "customer", "customers")
            + " of the margin on everything they paid. It looks back only: who came late had little"
            + " time to spend.");
    page.facts(
        List.of(
            new Fact("Margin share", marginShare(valuation.settings().marginShare())),
            new Fact(
                "Mean so far",
                historic.mean() + historic.interval().map(ValueSection::interval).orElse(""))));
  }

  private static String marginShare(double share) {
    return Figures.percent(share)
        + " of each amount"
        + (share == 1 ? " (amounts are taken as margins; give the share if they are revenue)" : "");
  }

  private static void writeFormulas(TextPage page, Valuation valuation) {
    Optional<RetentionRate> rate = valuation.retention();
    Optional<PeriodicMargin> margin = valuation.margin();
    if (rate.isEmpty() || margin.isEmpty()) {
      page.paragraph("By formula: not enough complete periods are observed for a retention rate.");
      return;
    }
    String unit = valuation.per().name().toLowerCase(Locale.ROOT);
    DateRange days = valuation.movements().days();
    page.paragraph(
        "By formula: m is the margin of a customer (as section 2 defines one) in a "
            + unit
            + ", r the share of customers retained from one "
            + unit
            + " to the next, d the discount rate of a "
            + unit
            + ". m and r are means over the last "
            + Figures.count(valuation.movements().list().size(), unit, unit + "s")
            + ", from "
            + days.start()
            + " to "
            + days.last()
            + ". The intervals are those of r, carried through the formula; m is taken as known.");
    page.facts(
        List.of(
            new Fact("m", margin.get().toString()),
            new Fact(
                "r",
                Figures.percent(rate.get().value())
                    + " ("
                    + Figures.interval(rate.get().interval())
                    + " at 95 %)"),
            new Fact(
                "d",
                discount(valuation)
                    + ", which is "
                    + Figures.percent(valuation.settings().yearlyDiscount())
                    + " a year compounded")));
    page.table(formulas(valuation));
    page.paragraph(
        "Caveat: the formulas assume that every customer leaves with the same chance at every age,"
            + " and they count nothing from those who come back after they were lost. New customers"
            + " mostly leave faster than old ones, which makes the values too high for them; returns"
            + " make them too low. The curve below assumes neither.");
  }

  private static String discount(Valuation valuation) {
    return String.format(
        Locale.ROOT,
        "%.3f %% a %s",
        100 * valuation.discount().per(valuation.per()).rate(),
        valuation.per().name().toLowerCase(Locale.ROOT));
  }

  private static TextTable formulas(Valuation valuation) {
    TextTable table = TextTable.of("first margin", "formula", "value", "95 %");
    for (LifetimeValue value : valuation.byFormula()) {
      table.row(
          firstMargin(value),
          value.terms().formula().formula(),
          words(value),
          value.interval().map(ValueSection::limits).orElse(""));
    }
    return table;
  }

  private static void writeCurve(TextPage page, Valuation valuation) {
    Optional<PeriodicMargin> margin = valuation.marginOfActive();
    Optional<RetentionCurve> curve = valuation.curve();
    Optional<CurveLifetimeValue> observed = valuation.byCurve(CurveTail.NONE);
    if (margin.isEmpty() || curve.isEmpty() || observed.isEmpty()) {
      page.paragraph("By curve: not enough complete months are observed.");
      return;
    }
    page.paragraph(
        "By curve: the pooled curve of section 3, at ages observed for at least "
            + Figures.count(valuation.fewestCohorts(), "cohort", "cohorts")
            + " (months 0 to "
            + curve.get().lastAge()
            + "), times the mean margin of a customer active in a month ("
            + margin.get()
            + "), discounted, for a new customer at the first purchase. Leaving need not be"
            + " constant.");
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact("Tail NONE", observed.get().value() + ", observed months only: a lower bound"));
    facts.add(new Fact("Tail LAST_RATE_CONTINUES", tail(valuation)));
    page.facts(facts);
  }

  private static String tail(Valuation valuation) {
    Optional<CurveLifetimeValue> endless = valuation.byCurve(CurveTail.LAST_RATE_CONTINUES);
    if (endless.isEmpty()) {
      return "not offered: the curve does not fall at its end, and a share cannot rise for ever";
    }
    CurveLifetimeValue value = endless.get();
    return value.value()
        + (value.extrapolatedShare().isPresent()
            ? ", of which "
                + Figures.percent(value.extrapolatedShare().getAsDouble())
                + " rests on the last month's rate alone"
            : "");
  }

  private static void writeCost(TextPage page, Valuation valuation) {
    Optional<MonetaryEstimate> cost = valuation.cost();
    Optional<LifetimeValueToCost> toCost = valuation.toCost();
    if (cost.isEmpty() || toCost.isEmpty()) {
      return;
    }
    page.paragraph(
        "Against the cost of acquisition, by the formula "
            + Valuation.NEW_CUSTOMER.formula()
            + " for a new customer:");
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Cost of acquiring one", cost.get().toString()));
    facts.add(new Fact("LTV:CAC", ratio(toCost.get())));
    valuation.payback().ifPresent(payback -> facts.add(new Fact("Payback", words(payback))));
    page.facts(facts);
  }

  private static String ratio(LifetimeValueToCost toCost) {
    if (toCost.ratio().isEmpty()) {
      return "no finite value";
    }
    String ratio = Figures.decimal(toCost.ratio().getAsDouble());
    boolean bounded = toCost.lowerRatio().isPresent() && toCost.upperRatio().isPresent();
    return bounded
        ? ratio
            + " ("
            + Figures.decimal(toCost.lowerRatio().getAsDouble())
            + " to "
            + Figures.decimal(toCost.upperRatio().getAsDouble())
            + " at 95 %)"
        : ratio;
  }

  private static String words(Payback payback) {
    if (payback instanceof Payback.After after) {
      String unit = after.per().name().toLowerCase(Locale.ROOT);
      return after.periods() == 0
          ? "at once, by the first margin"
          : "after " + Figures.count(after.periods(), unit, unit + "s") + ", discounted";
    }
    return "never: "
        + ((Payback.Never) payback).reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String interval(MonetaryInterval interval) {
    return " (" + limits(interval) + " at 95 %)";
  }

  private static String limits(MonetaryInterval interval) {
    return interval.lower().map(MonetaryEstimate::toString).orElse("unbounded")
        + " to "
        + interval.upper().map(MonetaryEstimate::toString).orElse("unbounded");
  }

  @Override
  public ReportSection page() {
    if (valuation.isEmpty()) {
      return ReportSection.of(
          "Customer lifetime value", "No amounts were read, so nothing can be said.");
    }
    Valuation found = valuation.get();
    HistoricValue historic = found.historic();
    ReportSection section =
        ReportSection.of(
                "Customer lifetime value",
                "So far, a customer has brought a margin of "
                    + historic.mean()
                    + historic.interval().map(ValueSection::interval).orElse("")
                    + " on average.")
            .withDefinition(
                "By formula",
                "m is the margin of a customer in a period, r the share retained from one to the next,"
                    + " d the discount rate of a period; every customer is taken to leave with the same"
                    + " chance at every age. The intervals are those of r, carried through the formula.");
    return found.byFormula().isEmpty()
        ? section
        : section.with(ResultTable.of("By formula", found.byFormula(), FORMULA_COLUMNS));
  }

  private static final List<Column<LifetimeValue>> FORMULA_COLUMNS =
      List.of(
          Column.text("first margin", ValueSection::firstMargin),
          Column.text("formula", value -> value.terms().formula().formula()),
          Column.text("value", ValueSection::words),
          Column.text("95 %", value -> value.interval().map(ValueSection::limits).orElse("none")));

  private static String firstMargin(LifetimeValue value) {
    return value.terms().formula().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String words(LifetimeValue value) {
    return value.value().map(MonetaryEstimate::toString).orElse("no finite value");
  }

  @Override
  public List<CsvTable> tables() {
    return valuation.map(v -> List.of(file(v))).orElse(List.of());
  }

  private static CsvTable file(Valuation valuation) {
    List<List<String>> rows = new ArrayList<>();
    HistoricValue historic = valuation.historic();
    rows.add(row("HISTORIC_MEAN", Optional.of(historic.mean()), historic.interval()));
    for (LifetimeValue value : valuation.byFormula()) {
      rows.add(row(value.terms().formula().name(), value.value(), value.interval()));
    }
    for (CurveTail tail : CurveTail.values()) {
      valuation
          .byCurve(tail)
          .ifPresent(
              value ->
                  rows.add(row("CURVE_" + tail, Optional.of(value.value()), Optional.empty())));
    }
    return new CsvTable(
        "value.csv", List.of("method", "currency", "value", "lower", "upper"), rows);
  }

  private static List<String> row(
      String method, Optional<MonetaryEstimate> value, Optional<MonetaryInterval> interval) {
    return List.of(
        method,
        value.map(v -> v.currency().getCurrencyCode()).orElse(""),
        field(value),
        field(interval.flatMap(MonetaryInterval::lower)),
        field(interval.flatMap(MonetaryInterval::upper)));
  }

  private static String field(Optional<MonetaryEstimate> amount) {
    return amount.map(a -> String.format(Locale.ROOT, "%.4f", a.amount())).orElse("");
  }
}
