package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What moved recurring revenue from period to period: opening, new, reactivation, expansion,
 * contraction, churn and foreign exchange, closing; in money and in heads. Immutable; made by
 * {@link RevenueBridgeCalculator}. It keeps the grid that it was made from, to tell members and
 * single customers.
 *
 * <p>Opening and movements sum to the closing exactly, and each period opens with the closing of
 * the one before.
 *
 * <pre>{@code
 * USD      opening     new  reactivation  expansion  contraction   churn  foreign exchange  closing
 * 2024-02   100.00   20.00          0.00      30.00         0.00    0.00              0.00   150.00
 * 2024-03   150.00    0.00          0.00       0.00        10.00   50.00              0.00    90.00
 * total     100.00   20.00          0.00      30.00        10.00   50.00              0.00    90.00
 * }</pre>
 */
public final class RevenueBridge {

  private final RevenueGrid grid;
  private final BridgeCut cut;
  private final ReactivationWindow window;
  private final MovementCounting counting;
  private final List<RevenueBridgePeriod> periods;

  RevenueBridge(
      RevenueGrid grid,
      BridgeCut cut,
      ReactivationWindow window,
      MovementCounting counting,
      BridgeSums sums) {
    this.grid = grid;
    this.cut = cut;
    this.window = window;
    this.counting = counting;
    this.periods = new BridgeRows(grid.shape(), cut, sums).toList();
  }

  /**
   * Returns the periods, from the first whose opening is known to the last complete one.
   *
   * @return in order of time; empty if no such period is complete
   */
  public List<RevenueBridgePeriod> periods() {
    return periods;
  }

  /**
   * Returns all periods as one.
   *
   * @return the first opening, the sums of the movements and the last closing; empty if there is no
   *     period
   */
  public Optional<RevenueBridgePeriod> total() {
    return total(periods);
  }

  private static Optional<RevenueBridgePeriod> total(List<RevenueBridgePeriod> run) {
    return run.stream()
        .reduce((sum, next) -> sum.then(next, "total"))
        .map(
            all ->
                new RevenueBridgePeriod(
                    "total", all.days(), all.revenue(), all.customers(), all.losses()));
  }

  /**
   * Returns the last periods up to one of them as one, for example a trailing year of months.
   *
   * @param last the number of the last of them, from 0
   * @param length how many, at least 1
   * @return the opening of the first of them, the sums of their movements and the closing of the
   *     last; empty if the bridge does not go back so far
   * @throws IndexOutOfBoundsException if there is no such period
   * @throws IllegalArgumentException if length is not positive
   */
  public Optional<RevenueBridgePeriod> trailing(int last, int length) {
    if (length < 1) {
      throw new IllegalArgumentException("length (" + length + ") must be at least 1");
    }
    RevenueBridgePeriod end = periods.get(last);
    if (last + 1 < length) {
      return Optional.empty();
    }
    String name = length + " periods to " + end.label();
    return periods.subList(last + 1 - length, last + 1).stream()
        .reduce((sum, next) -> sum.then(next, name));
  }

  /**
   * Returns the length of the periods.
   *
   * @return the granularity of the axis
   */
  public Granularity granularity() {
    return cut.axis().granularity();
  }

  /**
   * Returns for how long a customer who returns is reactivated.
   *
   * @return the window
   */
  public ReactivationWindow window() {
    return window;
  }

  /**
   * Returns what was counted.
   *
   * @return net changes, or every movement
   */
  public MovementCounting counting() {
    return counting;
  }

  /**
   * Returns who took part in a movement.
   *
   * @param period the number of the period, from 0
   * @param movement which
   * @return one entry for each that {@link CustomerHeads#count} counts, in the order of customers
   *     and time; their amounts sum to that of the movement
   * @throws IndexOutOfBoundsException if there is no such period
   */
  public List<MovedRevenue> members(int period, RevenueMovement movement) {
    periods.get(period);
    requireNonNull(movement, "movement");
    MovementWalk walk = new MovementWalk(grid, cut, window);
    List<MovedRevenue> members = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      CustomerId customer = grid.customer(row);
      walk.walk(
          row,
          new MovementWalk.Sink() {
            @Override
            public void opening(long units) {}

            @Override
            public void move(int at, int slot, long units, int step) {
              if (at == period && BridgeRows.movement(slot) == movement) {
                DateRange days = grid.axis().range(grid.steps().periods[step]);
                members.add(new MovedRevenue(customer, days, grid.shape().money(units)));
              }
            }
          });
    }
    members.sort(Comparator.comparing(MovedRevenue::customer));
    return List.copyOf(members);
  }

  /**
   * Returns the bridge of one customer.
   *
   * @param customer the customer
   * @return its own opening, movements and closing, period by period; empty if it has none
   */
  public Optional<RevenueBridge> of(CustomerId customer) {
    return grid.rowOf(customer).stream()
        .mapToObj(row -> RevenueBridgeCalculator.bridge(grid.row(row), cut, window, counting))
        .findFirst();
  }

  /**
   * Returns the bridge in money and in heads, the way it is printed; amounts are rounded here only.
   *
   * @return two tables, one line for each period and one for the total
   */
  public String toText() {
    return toText(periods, total());
  }

  /**
   * Returns the same of the last periods alone; the total is theirs.
   *
   * @param lastPeriods how many, at least 1; all where there are not so many
   * @return two tables, one line for each of these periods and one for the total
   * @throws IllegalArgumentException if the number is not positive
   */
  public String toText(int lastPeriods) {
    if (lastPeriods < 1) {
      throw new IllegalArgumentException("lastPeriods (" + lastPeriods + ") must be at least 1");
    }
    int first = Math.max(0, periods.size() - lastPeriods);
    List<RevenueBridgePeriod> last = periods.subList(first, periods.size());
    return toText(last, total(last));
  }

  private String toText(List<RevenueBridgePeriod> shown, Optional<RevenueBridgePeriod> total) {
    List<RevenueBridgePeriod> lines = Stream.concat(shown.stream(), total.stream()).toList();
    return table(
            lines,
            grid.currency().getCurrencyCode(),
            period -> TextTable.plain(period.revenue().opening()),
            (period, movement) -> TextTable.plain(period.revenue().amount(movement)),
            period -> TextTable.plain(period.revenue().closing()))
        + "\n"
        + table(
            lines,
            "customers",
            period -> Long.toString(period.customers().opening()),
            (period, movement) -> Long.toString(period.customers().count(movement)),
            period -> Long.toString(period.customers().closing()));
  }

  private interface Cell {
    String of(RevenueBridgePeriod period, RevenueMovement movement);
  }

  private static String table(
      List<RevenueBridgePeriod> lines,
      String title,
      Function<RevenueBridgePeriod, String> opening,
      Cell movement,
      Function<RevenueBridgePeriod, String> closing) {
    TextTable table = new TextTable();
    RevenueMovement[] movements = RevenueMovement.values();
    table.line(
        title, between("opening", Arrays.stream(movements).map(RevenueMovement::words), "closing"));
    lines.forEach(
        period ->
            table.line(
                period.label(),
                between(
                    opening.apply(period),
                    Arrays.stream(movements).map(each -> movement.of(period, each)),
                    closing.apply(period))));
    return table.toString();
  }

  private static Stream<String> between(String first, Stream<String> middle, String last) {
    return Stream.of(Stream.of(first), middle, Stream.of(last)).flatMap(part -> part);
  }

  /**
   * Returns what was counted.
   *
   * @return for example {@code 3 periods, net of the period, reactivation after any gap}
   */
  @Override
  public String toString() {
    return periods.size() + " periods, " + counting.words() + ", reactivation " + window;
  }
}
