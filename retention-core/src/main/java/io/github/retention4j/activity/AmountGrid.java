package io.github.retention4j.activity;

import io.github.retention4j.money.Money;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * For each customer the exact amount of each period in which it was active: an {@link ActivityGrid}
 * with a sum in each of its cells. Immutable.
 *
 * <p>Events without an amount make a cell and add nothing to it. Example: payments of USD 10 on 5
 * January and USD 2.50 on 9 January, a refund of USD 4 in March and a visit in April are, by month,
 * USD 12.50 of 2 events, USD -4.00 of 1 and USD 0.00 of none.
 *
 * <p>Two grids are equal if their activity, currency, amounts and numbers of events with an amount
 * are, in whatever order the events came.
 */
public final class AmountGrid {

  private final ActivityGrid activity;
  private final Currency currency;
  private final int decimals;
  private final long[] units;
  private final int[] events;

  AmountGrid(ActivityGrid activity, Currency currency, int decimals, long[] units, int[] events) {
    this.activity = activity;
    this.currency = currency;
    this.decimals = decimals;
    this.units = units;
    this.events = events;
  }

  /**
   * Returns the grid of a log.
   *
   * @param log the events, at least one of them with an amount
   * @param axis periods that cover every event
   * @return the grid
   * @throws IllegalArgumentException if no event has an amount, an event lies off the axis, or the
   *     amounts of a customer in a period sum to more than a long holds at the most decimals that
   *     an amount has; the message names the customer and the period
   */
  public static AmountGrid from(EventLog log, PeriodAxis axis) {
    return from(log, axis, Work.inThisThread());
  }

  /**
   * Returns the grid of a log.
   *
   * @param log the events, at least one of them with an amount
   * @param axis periods that cover every event
   * @param work how many threads, and who is told of the progress
   * @return the grid, the same for any number of threads
   * @throws IllegalArgumentException if no event has an amount, an event lies off the axis, or the
   *     amounts of a customer in a period sum to more than a long holds at the most decimals that
   *     an amount has; the message names the customer and the period
   */
  public static AmountGrid from(EventLog log, PeriodAxis axis, Work work) {
    AmountColumn amounts = log.columns().amounts();
    if (amounts == null) {
      throw new IllegalArgumentException(
          "events (" + log.size() + ") must have an amount, at least one of them");
    }
    return new Sums(log, amounts, ActivityGrid.from(log, axis, work)).toGrid();
  }

  /**
   * Returns who was active when.
   *
   * @return the grid of all events, with or without an amount; its cells are the cells here
   */
  public ActivityGrid activity() {
    return activity;
  }

  /**
   * Returns the currency of all amounts.
   *
   * @return the currency
   */
  public Currency currency() {
    return currency;
  }

  /**
   * Returns the sum of the amounts of a cell.
   *
   * @param cell a cell of any row
   * @return the exact sum, refunds taken off; zero if no event has an amount
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public Money amountAt(int cell) {
    return new Money(currency, BigDecimal.valueOf(units[cell], decimals));
  }

  /**
   * Returns how many events of a cell have an amount.
   *
   * @param cell a cell of any row
   * @return 0 to the number of events of the cell
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public long eventsWithAmountAt(int cell) {
    return events[cell];
  }

  /**
   * Returns the number of decimals of {@link #unitsAt(int)}.
   *
   * @return of a log, the most decimals that an amount has, at least those of the currency; of an
   *     {@link AmountAccumulator}, its own
   */
  public int decimals() {
    return decimals;
  }

  /**
   * Returns the sum of the amounts of a cell as a plain number, for calculators that walk many.
   *
   * @param cell a cell of any row
   * @return the exact sum in units of {@code 10^-decimals} of the currency, such as cents
   * @throws IndexOutOfBoundsException if there is no such cell
   */
  public long unitsAt(int cell) {
    return units[cell];
  }

  /**
   * Returns the sum of all amounts.
   *
   * @return the exact sum over all cells, equal to that of the events
   */
  public Money total() {
    BigDecimal sum =
        Arrays.stream(units)
            .mapToObj(cell -> BigDecimal.valueOf(cell, decimals))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(currency, sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AmountGrid that
        && activity.equals(that.activity)
        && currency.equals(that.currency)
        && Arrays.equals(events, that.events)
        && IntStream.range(0, units.length)
            .allMatch(cell -> amountAt(cell).equals(that.amountAt(cell)));
  }

  @Override
  public int hashCode() {
    return Objects.hash(activity, currency, Arrays.hashCode(events));
  }

  /**
   * Returns the shape.
   *
   * @return the total, customers, cells, axis and end of observation in one line
   */
  @Override
  public String toString() {
    return total() + " of " + activity;
  }

  /** The sums of a log, in one walk: its customers are those of the rows, in the same order. */
  private record Sums(EventLog log, AmountColumn amounts, ActivityGrid activity) {

    AmountGrid toGrid() {
      int cells = activity.endCell(activity.rows() - 1);
      long[] units = new long[cells];
      int[] events = new int[cells];
      for (int row = 0; row < activity.rows(); row++) {
        int cell = activity.firstCell(row);
        for (int event = log.eventsStart(row); event < log.eventsEnd(row); event++) {
          cell = cellOf(event, cell);
          if (amounts.has(event)) {
            units[cell] = plus(units[cell], amounts.unitsAt(event), row, cell);
            events[cell]++;
          }
        }
      }
      return new AmountGrid(activity, amounts.currency(), amounts.scale(), units, events);
    }

    /** Days may step back where clocks did so at midnight, though instants never do. */
    private int cellOf(int event, int nearby) {
      int period = activity.axis().periodOf(log.epochDayAt(event));
      int cell = nearby;
      while (activity.periodAt(cell) < period) {
        cell++;
      }
      while (activity.periodAt(cell) > period) {
        cell--;
      }
      return cell;
    }

    private long plus(long sum, long more, int row, int cell) {
      try {
        return Math.addExact(sum, more);
      } catch (ArithmeticException overflow) {
        throw new IllegalArgumentException(
            "amounts of customer "
                + activity.customer(row)
                + " in period "
                + activity.axis().label(activity.periodAt(cell))
                + " ("
                + money(sum)
                + " and "
                + money(more)
                + ") must sum to at most "
                + money(Long.MAX_VALUE)
                + ", or as much below zero",
            overflow);
      }
    }

    private Money money(long units) {
      return new Money(amounts.currency(), BigDecimal.valueOf(units, amounts.scale()));
    }
  }
}
