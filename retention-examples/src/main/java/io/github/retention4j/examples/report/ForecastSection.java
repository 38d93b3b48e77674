package io.github.retention4j.examples.report;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.clv.CustomerGroupValue;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.examples.report.Forecast.NotTested;
import io.github.retention4j.examples.report.Forecast.NotValued;
import io.github.retention4j.examples.report.Forecast.Tested;
import io.github.retention4j.examples.report.Forecast.Valued;
import io.github.retention4j.examples.report.TextPage.Fact;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.purchase.HoldoutReport;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.report.CalibrationPlot;
import io.github.retention4j.report.ReportSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What customers will buy and be worth, as models of their purchases say.
 *
 * @param forecast the forecast; empty if there is none
 * @param reason why there is none; empty if there is one
 * @param settings margin share and discount
 */
record ForecastSection(Optional<Forecast> forecast, String reason, ReportSettings settings)
    implements Section {

  private static final String HEADING = "What customers are worth";
  private static final String NO_VALUE = "no finite value: the tail of spend is too heavy";

  static ForecastSection of(EventLog log, ReportSettings settings) {
    try {
      return new ForecastSection(Optional.of(Forecast.of(log, settings)), "", settings);
    } catch (FitException e) {
      return new ForecastSection(Optional.empty(), String.valueOf(e.getMessage()), settings);
    }
  }

  @Override
  public void writeTo(TextPage page) {
    page.heading("5. " + HEADING);
    if (forecast.isEmpty()) {
      page.paragraph("No forecast can be made. " + reason + ".");
      return;
    }
    Forecast found = forecast.get();
    page.paragraph(
        "By a model of purchases without a contract (BG/NBD): customers buy at a rate of their own,"
            + " and after each purchase leave unseen with a chance of their own. All purchases of a"
            + " customer on one day are one, and its first one here is taken as its first ever.");
    page.facts(purchaseFacts(found));
    writeWorth(page, found);
  }

  private static List<Fact> purchaseFacts(Forecast forecast) {
    PurchaseSample sample = forecast.sample();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Learned from",
            Figures.count(sample.size(), "customer", "customers")
                + ", "
                + Figures.count(sample.repeatCustomers())
                + " of them with "
                + Figures.count(sample.repeatPurchases(), "repeat purchase", "repeat purchases")
                + refunds(forecast.refunds())));
    facts.add(new Fact("Parameters", parameters(forecast.purchases().report()) + ", in weeks"));
    addWarnings(facts, forecast.purchases().report());
    facts.add(new Fact("Test", test(forecast)));
    facts.add(
        new Fact(
            "Still customers",
            Figures.count(Math.round(forecast.nextMonth().customersAlive()))
                + " expected; "
                + Figures.count(forecast.likelyAlive())
                + " with a chance of at least 50 %"));
    facts.add(
        new Fact(
            "Next month",
            purchases(forecast.nextMonth().expectedPurchases())
                + " expected of them, on average "
                + Figures.decimal(forecast.nextMonth().expectedPurchases() / sample.size())));
    facts.add(
        new Fact(
            "Next 12 months", purchases(forecast.nextYear().expectedPurchases()) + " expected"));
    return facts;
  }

  private static String refunds(long refunds) {
    return refunds == 0
        ? ""
        : "; " + Figures.count(refunds, "refund", "refunds") + " left out, they are no purchases";
  }

  private static String purchases(double expected) {
    return Figures.count(Math.round(expected), "purchase", "purchases");
  }

  private static String parameters(FitReport report) {
    return report.estimates().stream()
        .map(ForecastSection::parameter)
        .collect(Collectors.joining(", "));
  }

  private static String parameter(ParameterEstimate estimate) {
    return String.format(Locale.ROOT, "%s %.4g", estimate.name(), estimate.value());
  }

  private static void addWarnings(List<Fact> facts, FitReport report) {
    for (FitWarning warning : report.warnings()) {
      facts.add(new Fact("Warning", warning.text()));
    }
  }

  private static String test(Forecast forecast) {
    if (forecast.test() instanceof Tested tested) {
      HoldoutReport report = tested.report();
      return "a model that knows nothing from "
          + tested.start()
          + " on expected "
          + purchases(report.predicted())
          + " of "
          + Figures.count(report.customers(), "customer", "customers")
          + " since; they made "
          + Figures.count(report.actual());
    }
    return "none: " + ((NotTested) forecast.test()).reason();
  }

  private void writeWorth(TextPage page, Forecast forecast) {
    if (!(forecast.worth() instanceof Valued valued)) {
      page.paragraph("In money: nothing. " + ((NotValued) forecast.worth()).reason() + ".");
      return;
    }
    page.paragraph(
        "In money: the purchases of the next 12 months, times the spend that a gamma-gamma model"
            + " expects of each customer, times the margin share, discounted. What comes later is"
            + " not counted. The models are taken as true, and there is no interval.");
    page.facts(worthFacts(valued));
  }

  private List<Fact> worthFacts(Valued valued) {
    CustomerGroupValue total = valued.customers().total();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Margin share",
            Figures.percent(settings.marginShare()) + " of spend (option --margin-share)"));
    facts.add(
        new Fact(
            "Discount",
            Figures.percent(settings.yearlyDiscount()) + " a year (option --discount-rate)"));
    addWarnings(facts, valued.spend().report());
    facts.add(new Fact("All customers", text(total.total())));
    facts.add(new Fact("Mean customer", text(total.mean())));
    facts.add(
        new Fact(
            "New customer",
            text(valued.newCustomer().afterFirstPurchase())
                + " after the first purchase, "
                + text(valued.newCustomer().withFirstPurchase())
                + " with it"));
    return facts;
  }

  private static String text(Optional<MonetaryEstimate> value) {
    return value.map(MonetaryEstimate::toString).orElse(NO_VALUE);
  }

  @Override
  public ReportSection page() {
    if (forecast.isEmpty()) {
      return ReportSection.of(HEADING, "No forecast can be made. " + reason + ".");
    }
    Forecast found = forecast.get();
    ReportSection section =
        ReportSection.of(
                HEADING,
                Figures.count(Math.round(found.nextMonth().customersAlive()))
                    + " of "
                    + Figures.count(found.sample().size(), "customer", "customers")
                    + " are expected to be customers still, and to make "
                    + purchases(found.nextYear().expectedPurchases())
                    + " in the next 12 months.")
            .with(Fact.table("Purchases", purchaseFacts(found)))
            .withDefinition(
                "BG/NBD",
                "customers buy at a rate of their own, and after each purchase leave unseen with a"
                    + " chance of their own. All purchases of a customer on one day are one.");
    if (found.test() instanceof Tested tested) {
      section =
          section
              .with(CalibrationPlot.withDefaults().drawPurchases(tested.report()))
              .with(CalibrationPlot.withDefaults().draw(tested.report()));
    }
    return found.worth() instanceof Valued valued
        ? section
            .with(Fact.table("In money, the next 12 months", worthFacts(valued)))
            .withDefinition(
                "In money",
                "purchases of the next 12 months, times the spend that a gamma-gamma model expects of"
                    + " each customer, times the margin share, discounted. There is no interval.")
        : section;
  }

  @Override
  public List<CsvTable> tables() {
    return forecast.map(found -> List.of(file(found))).orElse(List.of());
  }

  private static CsvTable file(Forecast forecast) {
    List<List<String>> rows = new ArrayList<>();
    PurchaseSample sample = forecast.sample();
    rows.add(row("CUSTOMERS", sample.size()));
    rows.add(row("REPEAT_PURCHASES", (double) sample.repeatPurchases()));
    forecast
        .purchases()
        .report()
        .estimates()
        .forEach(
            estimate ->
                rows.add(
                    row("BG_NBD_" + estimate.name().toUpperCase(Locale.ROOT), estimate.value())));
    if (forecast.test() instanceof Tested tested) {
      rows.add(row("TEST_PREDICTED", tested.report().predicted()));
      rows.add(row("TEST_ACTUAL", (double) tested.report().actual()));
    }
    rows.add(row("EXPECTED_ALIVE", forecast.nextMonth().customersAlive()));
    rows.add(row("EXPECTED_PURCHASES_MONTH", forecast.nextMonth().expectedPurchases()));
    rows.add(row("EXPECTED_PURCHASES_YEAR", forecast.nextYear().expectedPurchases()));
    if (forecast.worth() instanceof Valued valued) {
      valued.customers().total().total().ifPresent(v -> rows.add(row("VALUE_ALL", v.amount())));
      valued.customers().total().mean().ifPresent(v -> rows.add(row("VALUE_MEAN", v.amount())));
      valued
          .newCustomer()
          .afterFirstPurchase()
          .ifPresent(v -> rows.add(row("VALUE_NEW", v.amount())));
    }
    return new CsvTable("forecast.csv", List.of("measure", "value"), rows);
  }

  private static List<String> row(String measure, double value) {
    return List.of(measure, String.format(Locale.ROOT, "%.4f", value));
  }
}
