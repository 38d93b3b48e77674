package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.time.PeriodAxis;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The renewals of each period.
 *
 * @param axis the periods
 * @param periods the renewals of those that have begun before the end of observation, the last
 *     maybe not over
 * @param lateRenewals where late renewals are credited
 * @param earlyCancellations whether contracts that were cancelled early count as due
 * @param rules what contracts are worth
 */
public record RenewalTable(
    PeriodAxis axis,
    List<Renewals> periods,
    LateRenewals lateRenewals,
    EarlyCancellations earlyCancellations,
    RevenueRules rules) {

  /**
   * Checks the number of periods.
   *
   * @param axis the periods
   * @param periods the renewals of each
   * @param lateRenewals where late renewals are credited
   * @param earlyCancellations whether contracts that were cancelled early count as due
   * @param rules what contracts are worth
   * @throws IllegalArgumentException if there are more than the axis has
   */
  public RenewalTable {
    periods = List.copyOf(periods);
    requireNonNull(lateRenewals, "lateRenewals");
    requireNonNull(earlyCancellations, "earlyCancellations");
    requireNonNull(rules, "rules");
    if (periods.size() > axis.size()) {
      throw new IllegalArgumentException(
          "periods (" + periods.size() + ") must be at most " + axis.size());
    }
  }

  /**
   * Returns the renewals of a period.
   *
   * @param period its index, from 0
   * @return the renewals
   * @throws IndexOutOfBoundsException if the period is off the axis or has not begun
   */
  public Renewals renewals(int period) {
    return periods.get(Objects.checkIndex(period, periods.size()));
  }

  /**
   * Returns the figures as a table.
   *
   * @return a line that says what becomes of late renewals and early cancellations, a line of heads
   *     and a line for each period; {@code -} where nothing was due
   */
  public String toText() {
    TextTable table = new TextTable();
    table.line(
        "period",
        Stream.of("contracts", "due", "renewed", "rate", "due MRR", "renewed MRR", "MRR rate"));
    for (int period = 0; period < periods.size(); period++) {
      table.line(axis.label(period), cells(periods.get(period)));
    }
    return "late renewals credited "
        + lateRenewals.words()
        + ", early cancellations "
        + earlyCancellations.words()
        + "\n"
        + table;
  }

  private static Stream<String> cells(Renewals row) {
    return Stream.of(
        Long.toString(row.contracts()),
        Long.toString(row.due()),
        Long.toString(row.renewed()),
        percent(row.rate()),
        TextTable.amount(row.dueValue()),
        TextTable.amount(row.renewedValue()),
        percent(row.valueRate()));
  }

  private static String percent(OptionalDouble rate) {
    return rate.isEmpty() ? "-" : TextTable.percent(rate.getAsDouble());
  }
}
