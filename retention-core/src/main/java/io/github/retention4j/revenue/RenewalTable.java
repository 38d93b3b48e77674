package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.PeriodAxis;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

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
   * @return a line of heads and a line for each period; {@code -} where nothing was due
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("late renewals credited ").append(lateRenewals.words()).append('\n');
    text.append(
        line("period", "contracts", "due", "renewed", "rate", "due MRR", "renewed MRR", "rate"));
    for (int period = 0; period < periods.size(); period++) {
      Renewals row = periods.get(period);
      text.append(
          line(
              axis.label(period),
              row.contracts(),
              row.due(),
              row.renewed(),
              percent(row.rate()),
              row.dueValue(),
              row.renewedValue(),
              percent(row.valueRate())));
    }
    return text.toString();
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-12s %10s %8s %8s %8s %18s %18s %8s%n", cells)
        .replace("\r", "");
  }

  private static String percent(OptionalDouble rate) {
    return rate.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * rate.getAsDouble());
  }
}
