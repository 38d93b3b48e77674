package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.revenue.RevenueCohortCell.NotYetObserved;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * For each period in which revenue began, what its customers still pay at each age: a triangle of
 * recurring revenue kept. Immutable.
 *
 * <p>Age 0 is the close of the first period, where all is kept. A customer who leaves and returns
 * stays in its cohort. A cell whose period is not over is {@link NotYetObserved}, never 0.
 * Customers whose revenue began before the first known opening belong to no cohort; {@link
 * #startedBefore()} counts them.
 *
 * <pre>{@code
 * net      size    start       0        1        2
 * 2024-01     2   150.00  100.00 %  120.00 %  86.67 %
 * 2024-02     1    20.00  100.00 %    0.00 %
 * pooled                  100.00 %  105.88 %  86.67 %
 * }</pre>
 */
public final class RevenueCohortTable {

  private final CohortWalk walk;
  private final int[] startPeriods;
  private final List<RevenueCohort> cohorts;
  private final int axisSize;
  private final Granularity granularity;

  private RevenueCohortTable(RevenueGrid grid, CohortWalk walk) {
    this.walk = walk;
    this.startPeriods = walk.startPeriods();
    this.cohorts =
        Arrays.stream(startPeriods)
            .mapToObj(
                start ->
                    new RevenueCohort(
                        grid.axis().label(start),
                        grid.axis().range(start),
                        walk.size(start),
                        walk.start(start)))
            .toList();
    this.axisSize = grid.axis().size();
    this.granularity = grid.axis().granularity();
  }

  /**
   * Returns the table of a grid, foreign exchange left out.
   *
   * @param grid the revenue
   * @return the table
   */
  public static RevenueCohortTable of(RevenueGrid grid) {
    return of(grid, ExchangeTreatment.LEFT_OUT);
  }

  /**
   * Returns the table of a grid.
   *
   * @param grid the revenue
   * @param exchange whether revenue that grew or shrank by foreign exchange alone counts as kept
   * @return the table
   * @throws IllegalArgumentException if the grid has more than 46340 complete periods, or the
   *     foreign exchange of a customer sums to more than a long holds
   */
  public static RevenueCohortTable of(RevenueGrid grid, ExchangeTreatment exchange) {
    return new RevenueCohortTable(grid, new CohortWalk(grid, requireNonNull(exchange, "exchange")));
  }

  /**
   * Returns the cohorts.
   *
   * @return in order of time, those that have a customer
   */
  public List<RevenueCohort> cohorts() {
    return cohorts;
  }

  /**
   * Returns how many customers belong to no cohort, as their revenue began before the first known
   * opening.
   *
   * @return 0 or more
   */
  public long startedBefore() {
    return walk.startedBefore();
  }

  /**
   * Returns the length of a period, by which age is counted too.
   *
   * @return the granularity of the grid
   */
  public Granularity granularity() {
    return granularity;
  }

  /**
   * Returns how many ages a row has room for on the axis.
   *
   * @param row a cohort, from 0
   * @return the number of its cells, observed or not, at least 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int ages(int row) {
    return axisSize - startPeriods[Objects.checkIndex(row, startPeriods.length)];
  }

  /**
   * Returns what is known of a cohort at an age.
   *
   * @param row a cohort, from 0
   * @param age periods since the first
   * @return observed, or not yet observed
   * @throws IndexOutOfBoundsException if there is no such row or the axis ends before that age
   */
  public RevenueCohortCell cell(int row, int age) {
    Objects.checkIndex(age, ages(row));
    int start = startPeriods[row];
    return start + age < walk.complete()
        ? walk.kept(new int[] {start}, age)
        : NotYetObserved.INSTANCE;
  }

  /**
   * Returns what the cohorts kept together at each age, over those that were observed.
   *
   * @return one for each age, to the last that was observed for a cohort
   */
  public List<RevenueCohortAverage> averages() {
    List<RevenueCohortAverage> averages = new ArrayList<>();
    int[] observed = observedAt(0);
    for (int age = 0; observed.length > 0; observed = observedAt(++age)) {
      RevenueCohortCell.Observed kept = walk.kept(observed, age);
      averages.add(new RevenueCohortAverage(age, observed.length, kept.net(), kept.gross()));
    }
    return List.copyOf(averages);
  }

  private int[] observedAt(int age) {
    return Arrays.stream(startPeriods).filter(start -> start + age < walk.complete()).toArray();
  }

  /**
   * Returns the triangles of net and of gross retention, the way they are printed.
   *
   * @return two tables, one line for each cohort and one for the pooled averages; open cells are
   *     left blank
   */
  public String toText() {
    return table("net", false) + "\n" + table("gross", true);
  }

  private String table(String title, boolean gross) {
    TextTable table = new TextTable();
    List<RevenueCohortAverage> averages = averages();
    table.line(
        title,
        Stream.concat(
            Stream.of("size", "start"),
            IntStream.range(0, averages.size()).mapToObj(Integer::toString)));
    for (int row = 0; row < cohorts.size(); row++) {
      table.line(cohorts.get(row).label(), Stream.concat(heading(row), cells(row, gross)));
    }
    Stream<String> pooled =
        averages.stream().map(average -> percent(gross ? average.gross() : average.net()));
    table.line("pooled", Stream.concat(Stream.of("", ""), pooled));
    return table.toString();
  }

  private Stream<String> heading(int row) {
    RevenueCohort cohort = cohorts.get(row);
    return Stream.of(Long.toString(cohort.size()), TextTable.plain(cohort.start()));
  }

  private Stream<String> cells(int row, boolean gross) {
    return IntStream.range(0, ages(row))
        .mapToObj(age -> cell(row, age).observed())
        .flatMap(cell -> cell.stream())
        .map(cell -> percent(gross ? cell.gross() : cell.net()));
  }

  private static String percent(RevenueRetention rate) {
    return TextTable.percent(rate.value());
  }

  /**
   * Returns the shape.
   *
   * @return for example {@code 2 cohorts of 3 customers, 1 began before}
   */
  @Override
  public String toString() {
    long customers = cohorts.stream().mapToLong(RevenueCohort::size).sum();
    return cohorts.size()
        + " cohorts of "
        + customers
        + " customers, "
        + startedBefore()
        + " began before";
  }
}
