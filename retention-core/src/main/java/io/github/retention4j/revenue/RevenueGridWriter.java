package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a grid customer by customer, in any order of customers, all known by text or all by
 * number. Mutable, not thread-safe.
 *
 * <p>The steps of a customer come in the order of their periods. A step that changes nothing is not
 * kept, and neither is a customer without steps.
 */
final class RevenueGridWriter {

  private final RevenueShape shape;
  private final int begunPeriods;
  private final List<CustomerId> names = new ArrayList<>();
  private long[] numbers = new long[0];
  private boolean byNumber;
  private int rows;
  private int size;
  private long before;
  private int lastPeriod;
  private int[] rowStart = new int[16];
  private int[] periods = new int[16];
  private long[] units = new long[16];
  private long[] foreignExchange = new long[0];
  private byte[] reasons = new byte[0];
  private int[] formerSince = new int[0];

  RevenueGridWriter(RevenueShape shape) {
    this.shape = requireNonNull(shape, "shape");
    this.begunPeriods = shape.begunPeriods();
  }

  /** Begins the row of a customer known by text. */
  void startCustomer(CustomerId customer) {
    startRow(false);
    names.add(requireNonNull(customer, "customer"));
  }

  /** Writes the row of another grid of the same shape, as it is. */
  void copyRow(RevenueCustomers customers, RevenueSteps steps, int row) {
    startCustomer(customers, row);
    copyFormer(steps, row);
    for (int step = steps.rowStart[row]; step < steps.rowStart[row + 1]; step++) {
      step(
          steps.periods[step],
          steps.units[step],
          steps.foreignExchangeAt(step),
          steps.reasonAt(step));
    }
  }

  /** Begins the row of a customer of another grid. */
  void startCustomer(RevenueCustomers customers, int row) {
    if (customers instanceof RevenueCustomers.Numbers known) {
      startCustomer(known.number(row));
    } else {
      startCustomer(customers.id(row));
    }
  }

  /** Says of the customer what other steps say of its time before the axis. */
  void copyFormer(RevenueSteps steps, int row) {
    if (steps.formerSince(row) != RevenueSteps.NEVER) {
      setFormer(steps.formerSince(row));
    }
  }

  /** Begins the row of a customer known by number. */
  void startCustomer(long customer) {
    startRow(true);
    if (rows > numbers.length) {
      numbers = Arrays.copyOf(numbers, larger(numbers.length));
    }
    numbers[rows - 1] = customer;
  }

  private void startRow(boolean number) {
    dropEmptyRow();
    if (rows == 0) {
      byNumber = number;
    } else if (byNumber != number) {
      throw new IllegalArgumentException(
          "customers known by text must not join customers known by number");
    }
    rows++;
    if (rows >= rowStart.length) {
      rowStart = Arrays.copyOf(rowStart, larger(rowStart.length));
    }
    rowStart[rows - 1] = size;
    before = 0;
    lastPeriod = RevenueSteps.OPENING - 1;
    if (formerSince.length > 0) {
      setFormer(RevenueSteps.NEVER);
    }
  }

  private void dropEmptyRow() {
    if (rows > 0 && rowStart[rows - 1] == size) {
      rows--;
      if (!byNumber) {
        names.remove(rows);
      }
    }
  }

  /**
   * Says that the customer had revenue before the first known opening, and none at it.
   *
   * @param since the first day without revenue, not after the first day of the first period whose
   *     opening is known
   */
  void formerCustomer(LocalDate since) {
    if (since.isAfter(shape.firstKnownDay())) {
      throw new IllegalArgumentException(
          "since ("
              + since
              + ") of customer "
              + customer()
              + " must not be after "
              + shape.firstKnownDay());
    }
    setFormer(Math.toIntExact(since.toEpochDay()));
  }

  private void setFormer(int day) {
    if (formerSince.length < rows) {
      int known = formerSince.length;
      formerSince = Arrays.copyOf(formerSince, larger(rows));
      Arrays.fill(formerSince, known, formerSince.length, RevenueSteps.NEVER);
    }
    formerSince[rows - 1] = day;
  }

  /** Takes the revenue from the close of a period on, where no foreign exchange is in it. */
  void step(int period, long revenue) {
    step(period, revenue, 0, LossReason.UNKNOWN);
  }

  /**
   * Takes the revenue from the close of a period on.
   *
   * @param period a period that has begun before the end of observation, or {@link
   *     RevenueSteps#OPENING} for what stood when the axis began
   * @param revenue the revenue in units, 0 or more
   * @param exchange the part of the change that is foreign exchange only; 0 where revenue begins or
   *     ends, since what begins was never worth less and what ends is lost at its last worth
   * @param reason why it went to zero; not read where it did not
   */
  void step(int period, long revenue, long exchange, LossReason reason) {
    check(period, revenue, exchange);
    lastPeriod = period;
    if (revenue != before || exchange != 0) {
      append(period, revenue, exchange, revenue == 0 ? reason : LossReason.UNKNOWN);
    }
    before = revenue;
  }

  private void append(int period, long revenue, long exchange, LossReason reason) {
    if (size == periods.length) {
      periods = Arrays.copyOf(periods, larger(size));
      units = Arrays.copyOf(units, larger(size));
    }
    periods[size] = period;
    units[size] = revenue;
    if (exchange != 0 || foreignExchange.length > 0) {
      setForeignExchange(exchange);
    }
    if (reason != LossReason.UNKNOWN || reasons.length > 0) {
      setReason(reason);
    }
    size++;
  }

  private void setForeignExchange(long exchange) {
    if (foreignExchange.length < periods.length) {
      foreignExchange = Arrays.copyOf(foreignExchange, periods.length);
    }
    foreignExchange[size] = exchange;
  }

  private void setReason(LossReason reason) {
    if (reasons.length < periods.length) {
      reasons = Arrays.copyOf(reasons, periods.length);
    }
    reasons[size] = reason.code();
  }

  private void check(int period, long revenue, long exchange) {
    if (rows == 0) {
      throw new IllegalArgumentException(
          "step in " + shape.label(period) + " must be of a customer");
    }
    if (period < RevenueSteps.OPENING || period >= begunPeriods) {
      throw fault("period (" + period + ")", "must be from -1 to " + (begunPeriods - 1));
    }
    if (period <= lastPeriod) {
      throw fault(
          "period (" + period + ")", "must be after the one before it (" + lastPeriod + ")");
    }
    if (revenue < 0) {
      throw fault(
          "revenue (" + shape.money(revenue) + ") in " + shape.label(period),
          "must be zero or more");
    }
    if (exchange != 0 && (before == 0 || revenue == 0)) {
      throw fault(
          "foreign exchange (" + shape.money(exchange) + ") in " + shape.label(period),
          "must be zero where revenue begins or ends");
    }
  }

  private IllegalArgumentException fault(String what, String problem) {
    return new IllegalArgumentException(what + " of customer " + customer() + " " + problem);
  }

  private CustomerId customer() {
    return byNumber ? CustomerId.of(numbers[rows - 1]) : names.get(rows - 1);
  }

  private static int larger(int length) {
    return Math.addExact(Math.max(length, 8), length >> 1);
  }

  /** Returns the grid of all customers written so far. */
  RevenueGrid grid() {
    dropEmptyRow();
    if (rows == 0) {
      throw new IllegalArgumentException("customers (0) with revenue must be at least one");
    }
    rowStart[rows] = size;
    RevenueSteps steps =
        new RevenueSteps(
            Arrays.copyOf(rowStart, rows + 1),
            Arrays.copyOf(periods, size),
            Arrays.copyOf(units, size),
            foreignExchange.length == 0 ? foreignExchange : Arrays.copyOf(foreignExchange, size),
            reasons.length == 0 ? reasons : Arrays.copyOf(reasons, size),
            formerSince.length == 0 ? formerSince : Arrays.copyOf(formerSince, rows));
    RevenueCustomers customers = customers();
    int[] order = order(customers);
    return new RevenueGrid(shape, distinct(customers.select(order)), steps.select(order));
  }

  private RevenueCustomers customers() {
    return byNumber
        ? new RevenueCustomers.Numbers(Arrays.copyOf(numbers, rows))
        : new RevenueCustomers.Names(names.toArray(CustomerId[]::new));
  }

  private static int[] order(RevenueCustomers customers) {
    int rows = customers.size();
    boolean sorted =
        IntStream.range(1, rows).allMatch(row -> customers.compare(row - 1, customers, row) < 0);
    IntStream all = IntStream.range(0, rows);
    if (sorted) {
      return all.toArray();
    }
    Comparator<Integer> byKey = (first, second) -> customers.compare(first, customers, second);
    return all.boxed().sorted(byKey).mapToInt(Integer::intValue).toArray();
  }

  private static RevenueCustomers distinct(RevenueCustomers sorted) {
    for (int row = 1; row < sorted.size(); row++) {
      if (sorted.compare(row - 1, sorted, row) == 0) {
        throw new IllegalArgumentException(
            "customer (" + sorted.id(row) + ") must have one row of revenue");
      }
    }
    return sorted;
  }
}
