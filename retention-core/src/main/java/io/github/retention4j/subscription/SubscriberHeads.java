package io.github.retention4j.subscription;

import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.revenue.CustomerHeads;
import io.github.retention4j.revenue.ReactivationWindow;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.PeriodAxis;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is a customer at the close of each period, by heads alone: whoever has a subscription that
 * brings revenue and, where {@link FreeCustomers#COUNTED}, whoever has one in force that brings
 * nothing. Immutable; made by {@link RecurringRevenueCalculator#heads}.
 *
 * <p>Where they are counted, a trial is new when it starts, moves nothing when it first pays, and
 * is lost when it ends; where not, it is new when it first pays, as in a {@link RevenueGrid}. The
 * movements go where those of a bridge do: into {@link io.github.retention4j.revenue.LogoChurn#of}
 * and {@link io.github.retention4j.revenue.AverageRevenue#atClose}.
 *
 * <p>Example: one customer pays in January; another is on trial in January and pays in February.
 * Counted, February opens with two and nothing moves; not counted, it opens with one and one is
 * new.
 */
public final class SubscriberHeads {

  private final RevenueGrid subscriptions;
  private final RevenueRules rules;

  SubscriberHeads(RevenueGrid subscriptions, RevenueRules rules) {
    this.subscriptions = subscriptions;
    this.rules = rules;
  }

  /**
   * Returns the periods.
   *
   * @return the axis
   */
  public PeriodAxis axis() {
    return subscriptions.axis();
  }

  /**
   * Returns what counts.
   *
   * @return the rules, by which customers who bring nothing are counted or not
   */
  public RevenueRules rules() {
    return rules;
  }

  /**
   * Returns who came and went in each period; who returns is reactivated after any gap.
   *
   * @return the heads of each complete period, in order; nobody expanded or contracted
   */
  public List<CustomerHeads> movements() {
    return movements(ReactivationWindow.anyGap());
  }

  /**
   * Returns who came and went in each period.
   *
   * @param window for how long a customer who returns is reactivated
   * @return the heads of each complete period, in order; nobody expanded or contracted
   */
  public List<CustomerHeads> movements(ReactivationWindow window) {
    return RevenueBridgeCalculator.withDefaults()
        .with(window)
        .calculate(subscriptions)
        .periods()
        .stream()
        .map(RevenueBridgePeriod::customers)
        .map(
            heads ->
                CustomerHeads.of(
                    heads.opening(), heads.newCustomers(), heads.reactivated(), heads.churned()))
        .toList();
  }

  /**
   * Returns logo retention from the opening of a period to the close of that one or a later one.
   *
   * @param first the index of the first period
   * @param last the index of the last, complete
   * @return of the customers at the opening, those who are there at the close; empty if there was
   *     nobody
   * @throws IndexOutOfBoundsException if the last period is not complete or before the first
   */
  public Optional<Proportion> retained(int first, int last) {
    Objects.checkIndex(last, subscriptions.completePeriods());
    Objects.checkIndex(first, last + 1);
    long there = 0;
    long kept = 0;
    for (int row = 0; row < subscriptions.rows(); row++) {
      if (subscriptions.unitsAt(row, first - 1) > 0) {
        there++;
        kept += subscriptions.unitsAt(row, last) > 0 ? 1 : 0;
      }
    }
    return Proportion.ifAny(kept, there);
  }

  /**
   * Returns the movements as a table.
   *
   * @return a line that says who is counted, a line of heads and a line for each complete period
   */
  public String toText() {
    TextTable table = new TextTable();
    table.line("period", Stream.of("opening", "new", "reactivated", "churned", "closing"));
    List<CustomerHeads> movements = movements();
    for (int period = 0; period < movements.size(); period++) {
      CustomerHeads heads = movements.get(period);
      table.line(
          axis().label(period),
          Stream.of(
                  heads.opening(),
                  heads.newCustomers(),
                  heads.reactivated(),
                  heads.churned(),
                  heads.closing())
              .map(count -> Long.toString(count)));
    }
    return "customers who bring nothing are " + rules.freeCustomers().words() + "\n" + table;
  }
}
