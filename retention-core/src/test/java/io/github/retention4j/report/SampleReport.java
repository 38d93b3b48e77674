package io.github.retention4j.report;

import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.time.Granularity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The report of the shop, and one whose labels would break out of a careless page. */
final class SampleReport {

  /** Script, quotes, ends of elements, right to left, and the scripts that need their own fonts. */
  static final List<String> LABELS =
      List.of(
          "<script>document.title='owned'</script>",
          "\"><img src=x onerror=\"document.title='owned'\">",
          "</title></style></svg><script>document.title='owned'</script>",
          "'onload='document.title=\"owned\"' x='",
          "--><!--]]><![CDATA[ &lt;b&gt; &amp;amp;",
          "javascript:document.title='owned'",
          "شركة العميل (2024)",
          "חברת הלקוח 42",
          "上海客户有限公司",
          "ลูกค้าในกรุงเทพมหานคร",
          "Ünïcødé 😀 e\u0301");

  private SampleReport() {}

  static HtmlReport shop() {
    return HtmlReport.titled("The shop until the end of 2024")
        .withSubtitle("300 customers, simulated from known parameters; purchases until 2024-12-29")
        .with(cohorts())
        .with(movements())
        .with(lifetimes())
        .with(revenue())
        .with(forecasts())
        .with(concentration())
        .with(benchmarks());
  }

  private static ReportSection cohorts() {
    return ReportSection.of(
            "Who comes back",
            "Of the customers who started together a third buy in any later month.")
        .with(CohortHeatmap.withDefaults().draw(Shop.cohorts()))
        .with(RetentionTables.cohortTriangle(Shop.cohorts()))
        .with(RetentionCurves.withDefaults().withFirstAge(1).draw(Shop.cohorts()))
        .with(RetentionTables.curve(Shop.cohorts().pooledCurve()))
        .withDefinition(
            "Share at an age",
            "Customers of the cohort with a purchase in the month of that age, of all customers of"
                + " the cohort. A month that had not ended is not yet observed and enters no"
                + " average.");
  }

  private static ReportSection movements() {
    return ReportSection.of(
            "Who is active", "Since July no customer is new, and those lost are not replaced.")
        .with(LifecycleBars.withDefaults().draw(Shop.lifecycle().growth()))
        .with(RetentionTables.growth(Shop.lifecycle().growth()).first(8))
        .withDefinition("Churned", "Active in the month before, not in this one.");
  }

  private static ReportSection lifetimes() {
    return ReportSection.of(
            "How long customers stay", "Those who pay by the year stay twice as long.")
        .with(SurvivalPlot.withDefaults().draw(Shop.survivalByPlan()))
        .with(SurvivalTables.groups(Shop.survivalByPlan()))
        .with(SurvivalTables.cox(Shop.cox()))
        .withDefinition(
            "Hazard ratio", "How many times as fast customers leave, other things being equal.");
  }

  private static ReportSection revenue() {
    return ReportSection.of("What moved revenue", "Most of it comes and goes with single orders.")
        .with(RevenueWaterfall.withDefaults().draw(Shop.bridge()))
        .with(RevenueBars.withDefaults().draw(Shop.bridge()))
        .with(RevenueTables.bridge(Shop.bridge()))
        .withDefinition("Churn", "Revenue of the month before of customers without any now.");
  }

  private static ReportSection forecasts() {
    return ReportSection.of(
            "Were the forecasts right", "They were a little too low, and right in their order.")
        .with(TrackingPlot.withDefaults().draw(Shop.tracking()))
        .with(CalibrationPlot.withDefaults().draw(Shop.holdout()))
        .with(PurchaseTables.byProbabilityAlive(Shop.holdout()))
        .with(PurchaseTables.lifetimeValues(Shop.lifetimeValues()).first(10))
        .withDefinition("P(alive)", "The chance that a customer has not left for good.");
  }

  private static ReportSection concentration() {
    return ReportSection.of("Who pays", "A third of the customers make seven tenths.")
        .with(LorenzPlot.withDefaults().draw(Shop.concentration()))
        .with(CustomerTables.rfmSegments(Shop.rfm()))
        .withDefinition(
            "Gini index", "0 where all have the same amount, near 1 where one has all.");
  }

  private static ReportSection benchmarks() {
    return ReportSection.of("Is that good", "It is under most of the published figures.")
        .with(BenchmarkPlot.withDefaults().draw(Shop.benchmarks()))
        .with(RetentionTables.benchmarks(Shop.benchmarks()))
        .with(RetentionTables.caveats(Shop.benchmarks()))
        .withDefinition("Not distinguishable", "The published figure lies within the interval.");
  }

  /** Every place that takes a text of the caller has a hostile one. */
  static HtmlReport hostile() {
    HtmlReport report = HtmlReport.titled(LABELS.get(2)).withSubtitle(LABELS.get(0));
    for (String label : LABELS) {
      report = report.with(hostile(label));
    }
    return report;
  }

  private static ReportSection hostile(String label) {
    PictureStyle style = PictureStyle.defaults().withTitle(label).withSubtitle(label);
    Column<String> missing =
        Column.text(label + " too", (String it) -> it)
            .ofOptional(row -> Optional.empty(), "reason " + label);
    return ReportSection.of(label, label)
        .with(RetentionCurves.withDefaults().with(style).draw(curves(), Granularity.MONTH))
        .with(LorenzPlot.withDefaults().with(style).draw(Shop.concentration()))
        .with(
            ResultTable.of(label, LABELS, List.of(Column.text(label, (String it) -> it), missing)))
        .withDefinition(label, label);
  }

  /** One curve for each hostile name. */
  private static Map<String, CohortCurve> curves() {
    CohortCurve curve = Shop.cohorts().pooledCurve();
    Map<String, CohortCurve> curves = new TreeMap<>();
    LABELS.forEach(name -> curves.put(name, curve));
    return curves;
  }
}
