package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * The door through which a simple table comes in: customer, period, recurring revenue of that
 * period; in any order. Mutable, not thread-safe.
 *
 * <p>Several rows of one customer and period are added up. A period without rows is zero and not a
 * gap: a customer with rows in January and March was lost in February and came back in March.
 *
 * <p>Defaults: the opening of the first period is {@link OpeningRevenue#UNKNOWN}, amounts are kept
 * at 10 decimals, and the first fault stops the work. Faults are a day off the axis or not before
 * the end of observation, another currency, an amount too large to be kept, and a cell that sums to
 * less than zero; with {@link FaultPolicy#COLLECT} such a row or cell is left out, and returned
 * with its reason.
 */
public final class RevenueCollector {

  private final RevenueShape shape;
  private final OpeningRevenue opening;
  private final FaultPolicy policy;
  private final RevenueRows rows = new RevenueRows();
  private final List<Rejection> refusedRows = new ArrayList<>();
  private List<Rejection> refusedCells = List.of();
  private long offered;

  private RevenueCollector(RevenueShape shape, OpeningRevenue opening, FaultPolicy policy) {
    this.shape = shape;
    this.opening = opening;
    this.policy = policy;
  }

  /**
   * Returns an empty collector with the defaults.
   *
   * @param axis the periods, for example months
   * @param observationEndExclusive the first day about which nothing is known
   * @param currency the book currency
   * @return the collector
   */
  public static RevenueCollector on(
      PeriodAxis axis, LocalDate observationEndExclusive, Currency currency) {
    RevenueShape shape =
        new RevenueShape(axis, observationEndExclusive, currency, RevenueShape.USUAL_DECIMALS, 1);
    return new RevenueCollector(shape, OpeningRevenue.UNKNOWN, FaultPolicy.STOP);
  }

  /**
   * Chooses what stood when the first period began.
   *
   * @param newOpening unknown, zero or supplied
   * @return an empty collector with that choice
   * @throws IllegalStateException if this one was offered a row
   */
  public RevenueCollector with(OpeningRevenue newOpening) {
    requireFresh();
    return new RevenueCollector(shape.with(newOpening), newOpening, policy);
  }

  /**
   * Chooses what becomes of faults.
   *
   * @param newPolicy stop, or collect
   * @return an empty collector with that choice
   * @throws IllegalStateException if this one was offered a row
   */
  public RevenueCollector with(FaultPolicy newPolicy) {
    requireFresh();
    return new RevenueCollector(shape, opening, requireNonNull(newPolicy, "policy"));
  }

  /**
   * Chooses how finely amounts are kept; each is rounded to it once, half up. Fewer decimals hold
   * larger amounts: 10 up to nine hundred million, 2 up to ninety thousand million million.
   *
   * @param decimals from 0 to 18
   * @return an empty collector with that choice
   * @throws IllegalStateException if this one was offered a row
   * @throws IllegalArgumentException if decimals is not from 0 to 18
   */
  public RevenueCollector withDecimals(int decimals) {
    requireFresh();
    return new RevenueCollector(shape.withDecimals(decimals), opening, policy);
  }

  private void requireFresh() {
    if (offered > 0) {
      throw new IllegalStateException("choices must come before the first row");
    }
  }

  /**
   * Takes a row of a customer known by text.
   *
   * @param customer the customer
   * @param day any day of the period
   * @param revenue the recurring revenue of that period, negative for a credit
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP}
   */
  public boolean add(CustomerId customer, LocalDate day, Money revenue) {
    return offer(
        () -> rows.add(customer, offered, periodOf(customer, day), units(customer, revenue)));
  }

  /**
   * Takes a row of a customer known by number.
   *
   * @param customer the customer
   * @param day any day of the period
   * @param revenue the recurring revenue of that period, negative for a credit
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP}
   */
  public boolean add(long customer, LocalDate day, Money revenue) {
    return offer(
        () -> rows.add(customer, offered, periodOf(customer, day), units(customer, revenue)));
  }

  /**
   * Takes the sum of each cell of a grid as a row, such as the grid that parts of a large table
   * {@linkplain io.github.retention4j.activity.AmountAccumulator merge} to. Customers are known by
   * text then. A cell without an amount is no row.
   *
   * @param grid amounts on an axis of which each period lies within one of the periods here
   * @throws IllegalArgumentException if a period does not; or if a row is refused and the policy is
   *     {@link FaultPolicy#STOP}
   */
  public void addAll(AmountGrid grid) {
    ActivityGrid cells = grid.activity();
    requireWithin(cells.axis());
    for (int row = 0; row < cells.rows(); row++) {
      for (int cell = cells.firstCell(row); cell < cells.endCell(row); cell++) {
        if (grid.eventsWithAmountAt(cell) > 0) {
          LocalDate day = cells.axis().range(cells.periodAt(cell)).start();
          add(cells.customer(row), day, grid.amountAt(cell));
        }
      }
    }
  }

  private void requireWithin(PeriodAxis axis) {
    PeriodAxis own = shape.axis();
    for (int period = 0; period < axis.size(); period++) {
      DateRange days = axis.range(period);
      if (own.covers(days.start())
          && !own.range(own.periodOf(days.start())).contains(days.last())) {
        throw new IllegalArgumentException(
            "period (" + axis.label(period) + ") of the grid must lie within one of " + own);
      }
    }
  }

  /**
   * Takes what a customer known by text had when the first period began.
   *
   * @param customer the customer
   * @param revenue its recurring revenue
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP}
   */
  public boolean addOpening(CustomerId customer, Money revenue) {
    return offer(() -> rows.add(customer, offered, openingOf(customer), units(customer, revenue)));
  }

  /**
   * Takes what a customer known by number had when the first period began.
   *
   * @param customer the customer
   * @param revenue its recurring revenue
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP}
   */
  public boolean addOpening(long customer, Money revenue) {
    return offer(() -> rows.add(customer, offered, openingOf(customer), units(customer, revenue)));
  }

  private boolean offer(Runnable addition) {
    offered++;
    try {
      addition.run();
      return true;
    } catch (IllegalArgumentException fault) {
      if (policy == FaultPolicy.STOP) {
        throw fault;
      }
      refusedRows.add(new Rejection(offered, String.valueOf(fault.getMessage())));
      return false;
    }
  }

  private int periodOf(Object customer, LocalDate day) {
    String where = "day (" + day + ") of customer " + customer;
    if (!shape.axis().covers(day)) {
      throw new IllegalArgumentException(where + " must lie on the axis " + shape.axis().range());
    }
    if (!day.isBefore(shape.observationEndExclusive())) {
      throw new IllegalArgumentException(
          where
              + " must be before the end of observation ("
              + shape.observationEndExclusive()
              + ")");
    }
    return shape.axis().periodOf(day);
  }

  private int openingOf(Object customer) {
    if (opening != OpeningRevenue.SUPPLIED) {
      throw new IllegalArgumentException(
          "opening (" + opening + ") must be SUPPLIED where customer " + customer + " has one");
    }
    return RevenueSteps.OPENING;
  }

  private long units(Object customer, Money revenue) {
    return shape.units(requireNonNull(revenue, "revenue"), "of customer " + customer);
  }

  /**
   * Returns what was left out.
   *
   * @return the rows refused, in the order of arrival, then the cells that the last {@link
   *     #toGrid()} left out, each by the number of its last row; always empty with {@link
   *     FaultPolicy#STOP}
   */
  public List<Rejection> rejections() {
    List<Rejection> all = new ArrayList<>(refusedRows);
    all.addAll(refusedCells);
    return List.copyOf(all);
  }

  /**
   * Returns how many rows were offered.
   *
   * @return those taken and those refused
   */
  public long offered() {
    return offered;
  }

  /**
   * Returns the grid of the rows taken so far. The collector may go on.
   *
   * @return an immutable grid
   * @throws IllegalArgumentException if no customer has revenue; or, with {@link FaultPolicy#STOP},
   *     if a cell sums to less than zero or to more than a long holds
   */
  public RevenueGrid toGrid() {
    List<Rejection> refused = new ArrayList<>();
    RevenueGrid grid =
        rows.toGrid(
            shape,
            rejection -> {
              if (policy == FaultPolicy.STOP) {
                throw new IllegalArgumentException(rejection.reason());
              }
              refused.add(rejection);
            });
    refusedCells = List.copyOf(refused);
    return grid;
  }
}
