package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.clv.HistoricValue;
import io.github.retention4j.clv.ModelLifetimeValue;
import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.purchase.AliveBand;
import io.github.retention4j.purchase.ExpectedSpend;
import io.github.retention4j.purchase.FrequencyTable;
import io.github.retention4j.purchase.HoldoutReport;
import io.github.retention4j.purchase.PredictionGroup;
import io.github.retention4j.purchase.PurchasePredictions;
import io.github.retention4j.purchase.TrackingTable;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Tables of what customers have been worth, what they are expected to buy, and of how far
 * expectations were met.
 */
public final class PurchaseTables {

  private PurchaseTables() {}

  /**
   * Returns what a model expects of each customer: the chance to be alive and the purchases to
   * come.
   *
   * @param predictions the predictions
   * @return a row for each customer, in the order of the sample
   */
  public static ResultTable predictions(PurchasePredictions predictions) {
    return ResultTable.of(
        "Expected of each customer",
        Columns.numbers(predictions.size()),
        List.of(
            Column.text("customer", row -> predictions.customers().get(row).value()),
            Column.share("P(alive)", predictions::probabilityAlive),
            Column.number(
                "expected purchases", 3, (Integer row) -> predictions.expectedPurchases(row))));
  }

  /**
   * Returns what each customer is worth by a model.
   *
   * @param values the values
   * @return a row for each customer, in the order of the sample; without amounts where none is
   *     finite
   */
  public static ResultTable lifetimeValues(ModelLifetimeValue values) {
    List<Integer> rows = Columns.numbers(values.customers().size());
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(Column.text("customer", row -> values.customers().get(row).value()));
    columns.add(Column.number("discounted purchases", 3, values::discountedPurchases));
    rows.stream()
        .flatMap(row -> values.value(row).stream())
        .map(MonetaryEstimate::currency)
        .findFirst()
        .ifPresent(
            currency -> {
              columns.add(
                  Column.estimate(
                          "spend per purchase",
                          currency,
                          (Double spend) -> new MonetaryEstimate(currency, spend))
                      .ofOptional(row -> spend(values, row), row -> why(values, row)));
              columns.add(
                  Column.estimate("value", currency, (MonetaryEstimate it) -> it)
                      .ofOptional(values::value, row -> why(values, row)));
            });
    return ResultTable.of("Lifetime value of each customer", rows, columns);
  }

  private static Optional<Double> spend(ModelLifetimeValue values, int row) {
    return boxed(values.expectedSpend(row).value());
  }

  private static String why(ModelLifetimeValue values, int row) {
    return values.expectedSpend(row) instanceof ExpectedSpend.Infinite infinite
        ? infinite.reason()
        : "no value";
  }

  /**
   * Returns what each customer has been worth so far: the exact sum of its amounts, before the
   * margin share. {@link #historicMean} has the mean.
   *
   * @param value the sums
   * @return a row for each customer, in the order of the result
   */
  public static ResultTable historicValues(HistoricValue value) {
    return ResultTable.of(
        "Amounts of each customer so far",
        value.customers(),
        List.of(
            Column.text("customer", it -> it.customer().value()),
            Column.amount(
                "amount", value.total().currency(), HistoricValue.CustomerTotal::amount)));
  }

  /**
   * Returns what customers have been worth so far on average, with the interval of Student.
   *
   * @param value the sums
   * @return one row: customers, total of all amounts, events that had none, the part that is
   *     margin, and the mean margin of a customer
   */
  public static ResultTable historicMean(HistoricValue value) {
    Currency currency = value.total().currency();
    String alone = "a single customer tells nothing about the spread";
    return ResultTable.of(
        "Mean value of a customer so far, "
            + Figures.decimals(100 * value.level(), 0)
            + " % interval",
        List.of(value),
        List.of(
            Column.count("customers", it -> it.customers().size()),
            Column.amount("total", currency, HistoricValue::total),
            Column.count("events without amount", HistoricValue::eventsWithoutAmount),
            Column.share("margin share", HistoricValue::marginShare),
            Column.estimate("mean", currency, HistoricValue::mean),
            Column.estimate("lower", currency, (MonetaryEstimate it) -> it)
                .ofOptional(it -> it.interval().flatMap(MonetaryInterval::lower), alone),
            Column.estimate("upper", currency, (MonetaryEstimate it) -> it)
                .ofOptional(it -> it.interval().flatMap(MonetaryInterval::upper), alone)));
  }

  /**
   * Returns repeat purchases as they came beside those expected.
   *
   * @param table the purchases
   * @return a row for each stretch of time
   */
  public static ResultTable tracking(TrackingTable table) {
    return ResultTable.of(
        "Repeat purchases, actual and expected",
        table.rows(),
        List.of(
            Column.date("first day", row -> row.days().start()),
            Column.date("last day", row -> row.days().last()),
            Column.text("part", row -> row.inHoldout() ? "holdout" : "calibration"),
            Column.count("actual", TrackingTable.Row::actual),
            Column.number("expected", 1, TrackingTable.Row::expected),
            Column.count("cumulative actual", TrackingTable.Row::cumulativeActual),
            Column.number("cumulative expected", 1, TrackingTable.Row::cumulativeExpected)));
  }

  /**
   * Returns the groups of a holdout by prediction.
   *
   * @param report how far the model was from the holdout
   * @return a row for each group, from the smallest prediction to the largest
   */
  public static ResultTable byPrediction(HoldoutReport report) {
    return ResultTable.of(
        "Purchases in the holdout, by prediction",
        report.byPrediction(),
        List.of(
            Column.count("customers", PredictionGroup::customers),
            Column.number("predicted", 2, PredictionGroup::predicted),
            Column.count("actual", PredictionGroup::actual),
            Column.number("mean predicted", 3, PredictionGroup::meanPredicted),
            Column.number("mean actual", 3, PredictionGroup::meanActual)));
  }

  /**
   * Returns the bands of a holdout by the chance to be alive, with 95 % Wilson intervals of the
   * share that bought.
   *
   * @param report how far the model was from the holdout
   * @return a row for each band, from the lowest to the highest
   */
  public static ResultTable byProbabilityAlive(HoldoutReport report) {
    return ResultTable.of(
        "Active in the holdout, by P(alive)",
        report.byProbabilityAlive(),
        joined(
            joined(
                List.of(
                    Column.share("from", AliveBand::lower),
                    Column.share("to", AliveBand::upper),
                    Column.share("mean P(alive)", AliveBand::meanProbabilityAlive),
                    Column.share("mean P(active)", AliveBand::meanProbabilityActive)),
                Columns.share("active", "of", "share active", AliveBand::active)),
            Columns.shareLimits(band -> Optional.of(band.active().interval()))));
  }

  /**
   * Returns how many customers bought again how often, beside how many a model expected.
   *
   * @param table the counts
   * @return a row for each number of purchases; the last is of so many or more
   */
  public static ResultTable frequencies(FrequencyTable table) {
    int last = table.rows().get(table.rows().size() - 1).purchases();
    return ResultTable.of(
        "Customers by repeat purchases",
        table.rows(),
        List.of(
            Column.text("purchases", it -> it.purchases() + (it.purchases() == last ? "+" : "")),
            Column.count("customers", FrequencyTable.Row::actual),
            Column.number("expected", 1, FrequencyTable.Row::expected)));
  }
}
