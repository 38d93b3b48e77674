package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Builds a grid step by step, customer by customer: for those who know already what each customer
 * brought and when that changed, such as a warehouse with a table of price steps. Mutable, not
 * thread-safe. No object is made for a step, so that it serves a million customers.
 *
 * <p>Customers come in any order, each once, all known by text or all by number. The steps of a
 * customer come in the order of their periods; what one says holds until the next. A step that
 * changes nothing is not kept, and neither is a customer without steps. What cannot be true ends
 * the work with an {@link IllegalArgumentException} that names the customer.
 *
 * <p>Defaults: the opening of the first period is {@link OpeningRevenue#UNKNOWN}, and revenue comes
 * in units of 10^-10 of the currency; {@link #units} makes them of money.
 *
 * <pre>{@code
 * RevenueGridBuilder builder =
 *     RevenueGridBuilder.on(months, observationEnd, usd).with(OpeningRevenue.ZERO).withDecimals(2);
 * builder.startCustomer(CustomerId.of("acme"));
 * builder.step(0, 49_90);                                     // from the first month on
 * builder.step(3, 59_90);                                     // an expansion of 10
 * builder.step(7, 0, 0, LossReason.VOLUNTARY);                // lost
 * RevenueGrid grid = builder.grid();
 * }</pre>
 */
public final class RevenueGridBuilder {

  /** The number, in place of a period, of what stood when the axis began. */
  public static final int OPENING = RevenueSteps.OPENING;

  private static final LocalDate EARLIEST = LocalDate.ofEpochDay(Integer.MIN_VALUE + 1L);

  private final RevenueShape shape;
  private final int firstStep;
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

  /** Returns a builder of a grid of that shape, in which openings may be told. */
  RevenueGridBuilder(RevenueShape shape) {
    this(shape, OPENING);
  }

  private RevenueGridBuilder(RevenueShape shape, int firstStep) {
    this.shape = requireNonNull(shape, "shape");
    this.firstStep = firstStep;
    this.begunPeriods = shape.begunPeriods();
  }

  /**
   * Returns an empty builder with the defaults.
   *
   * @param axis the periods, for example months
   * @param observationEndExclusive the first day about which nothing is known
   * @param currency the book currency
   * @return the builder
   */
  public static RevenueGridBuilder on(
      PeriodAxis axis, LocalDate observationEndExclusive, Currency currency) {
    return new RevenueGridBuilder(
        new RevenueShape(axis, observationEndExclusive, currency, RevenueShape.USUAL_DECIMALS, 1),
        0);
  }

  /**
   * Chooses what stood when the first period began.
   *
   * @param opening unknown, zero or supplied; if supplied, by steps in {@link #OPENING}
   * @return an empty builder with that choice
   * @throws IllegalStateException if this one has a customer
   */
  public RevenueGridBuilder with(OpeningRevenue opening) {
    requireFresh();
    return new RevenueGridBuilder(
        shape.with(opening), opening == OpeningRevenue.SUPPLIED ? OPENING : 0);
  }

  /**
   * Chooses the unit of revenue.
   *
   * @param decimals of the currency, from 0 to 18; 2 for cents
   * @return an empty builder with that choice
   * @throws IllegalStateException if this one has a customer
   * @throws IllegalArgumentException if decimals is not from 0 to 18
   */
  public RevenueGridBuilder withDecimals(int decimals) {
    requireFresh();
    return new RevenueGridBuilder(shape.withDecimals(decimals), firstStep);
  }

  private void requireFresh() {
    if (rows > 0) {
      throw new IllegalStateException("choices must come before the first customer");
    }
  }

  /**
   * Returns an amount as a number of units, rounded half up.
   *
   * @param amount the amount, in the book currency
   * @return how many units of {@code 10^-decimals} it has
   * @throws IllegalArgumentException if it is too large; a {@link
   *     io.github.retention4j.money.CurrencyMismatchException} if it is in another currency
   */
  public long units(Money amount) {
    return shape.units(requireNonNull(amount, "amount"), "of a step");
  }

  /**
   * Begins the steps of a customer known by text.
   *
   * @param customer the customer
   * @throws IllegalArgumentException if customers before are known by number
   */
  public void startCustomer(CustomerId customer) {
    requireNonNull(customer, "customer");
    startRow(false);
    names.add(customer);
  }

  /**
   * Begins the steps of a customer known by number.
   *
   * @param customer the customer
   * @throws IllegalArgumentException if customers before are known by text
   */
  public void startCustomer(long customer) {
    startRow(true);
    if (rows > numbers.length) {
      numbers = Arrays.copyOf(numbers, larger(numbers.length));
    }
    numbers[rows - 1] = customer;
  }

  private void startRow(boolean number) {
    if (rows > 0 && byNumber != number) {
      throw new IllegalArgumentException(
          "customers known by text must not join customers known by number");
    }
    byNumber = number;
    dropEmptyRow();
    rows++;
    if (rows >= rowStart.length) {
      rowStart = Arrays.copyOf(rowStart, larger(rowStart.length));
    }
    rowStart[rows - 1] = size;
    before = 0;
    lastPeriod = OPENING - 1;
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

  /**
   * Says that the customer had revenue before the first known opening, and none at it, so that its
   * return is a reactivation. Comes before the steps of the customer.
   *
   * @param since the first day without revenue, not after the first day of the first period whose
   *     opening is known
   * @throws IllegalArgumentException if it is later, or the customer has steps
   */
  public void formerCustomer(LocalDate since) {
    requireCustomer("since (" + since + ")");
    LocalDate latest = shape.firstKnownDay();
    if (since.isAfter(latest)) {
      throw fault("since (" + since + ")", "must not be after " + latest);
    }
    if (lastPeriod >= OPENING) {
      throw fault("since (" + since + ")", "must come before its steps");
    }
    if (since.isBefore(EARLIEST)) {
      throw fault("since (" + since + ")", "must not be before " + EARLIEST);
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

  /**
   * Takes the revenue from the close of a period on, where no foreign exchange is in it and, if it
   * is zero, nothing is known about why.
   *
   * @param period the index of the period on the axis, or {@link #OPENING}
   * @param revenue the revenue in units, 0 or more
   * @throws IllegalArgumentException as {@link #step(int, long, long, LossReason)}
   */
  public void step(int period, long revenue) {
    step(period, revenue, 0, LossReason.UNKNOWN);
  }

  /**
   * Takes the revenue from the close of a period on.
   *
   * @param period the index on the axis of a period that has begun before the end of observation;
   *     or {@link #OPENING} for what stood when the axis began, where openings are {@link
   *     OpeningRevenue#SUPPLIED}
   * @param revenue the revenue in units, 0 or more
   * @param exchange the part of the change that is foreign exchange only, in units; 0 where revenue
   *     begins or ends, since what begins was never worth less and what ends is lost at its last
   *     worth
   * @param reason why it went to zero; not read where it did not
   * @throws IllegalArgumentException if no customer was begun, the period is another, or not after
   *     that of the step before, revenue is negative, there is exchange where there must be none,
   *     or the change less exchange does not fit a long
   */
  public void step(int period, long revenue, long exchange, LossReason reason) {
    requireNonNull(reason, "reason");
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
    if (rows == 0 || period < firstStep || period >= begunPeriods || period <= lastPeriod) {
      throw faultOfPeriod(period);
    }
    if (revenue < 0) {
      throw fault(
          "revenue (" + shape.money(revenue) + ") in " + shape.label(period),
          "must be zero or more");
    }
    if (period == OPENING && revenue > 0 && isFormer()) {
      throw fault(
          "revenue (" + shape.money(revenue) + ") in the opening", "must be zero: it had left");
    }
    if (exchange != 0) {
      checkExchange(period, revenue, exchange);
    }
  }

  private boolean isFormer() {
    return formerSince.length >= rows && formerSince[rows - 1] != RevenueSteps.NEVER;
  }

  private void checkExchange(int period, long revenue, long exchange) {
    String what = "foreign exchange (" + shape.money(exchange) + ") in " + shape.label(period);
    if (before == 0 || revenue == 0) {
      throw fault(what, "must be zero where revenue begins or ends");
    }
    try {
      Math.subtractExact(revenue - before, exchange);
    } catch (ArithmeticException overflow) {
      throw fault(what, "must leave a movement of at most " + shape.most());
    }
  }

  private IllegalArgumentException faultOfPeriod(int period) {
    String what = "period (" + period + ")";
    requireCustomer(what);
    if (period < firstStep || period >= begunPeriods) {
      return fault(what, "must be from " + firstStep + " to " + (begunPeriods - 1));
    }
    return fault(what, "must be after the one before it (" + lastPeriod + ")");
  }

  private void requireCustomer(String what) {
    if (rows == 0) {
      throw new IllegalArgumentException(what + " must come after startCustomer");
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

  /**
   * Returns the grid of all customers so far. The builder may go on.
   *
   * @return an immutable grid
   * @throws IllegalArgumentException if no customer has a step, or one was begun twice
   */
  public RevenueGrid grid() {
    int filled = rows > 0 && rowStart[rows - 1] == size ? rows - 1 : rows;
    if (filled == 0) {
      throw new IllegalArgumentException("customers (0) with revenue must be at least one");
    }
    int[] start = Arrays.copyOf(rowStart, filled + 1);
    start[filled] = size;
    RevenueSteps steps =
        new RevenueSteps(
            start,
            Arrays.copyOf(periods, size),
            Arrays.copyOf(units, size),
            foreignExchange.length == 0 ? foreignExchange : Arrays.copyOf(foreignExchange, size),
            reasons.length == 0 ? reasons : Arrays.copyOf(reasons, size),
            formerSince.length == 0 ? formerSince : Arrays.copyOf(formerSince, filled));
    RevenueCustomers customers = customers(filled);
    int[] order = order(customers);
    return new RevenueGrid(shape, distinct(customers.select(order)), steps.select(order));
  }

  private RevenueCustomers customers(int filled) {
    return byNumber
        ? new RevenueCustomers.Numbers(Arrays.copyOf(numbers, filled))
        : new RevenueCustomers.Names(names.subList(0, filled).toArray(CustomerId[]::new));
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
