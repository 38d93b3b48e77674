package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.cohort.CohortAmountCell.NotYetObserved;
import io.github.retention4j.cohort.CohortAmountCell.Observed;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * For each cohort what its members paid in each column. Immutable; made by {@link
 * CohortAmountCalculator}. It keeps the grids that it was made from, to tell the amounts of
 * members.
 *
 * <p>Rows and columns are those of a {@link CohortTable} of the same starts, and so is which cells
 * are observed. All other cells are {@link NotYetObserved not yet observed}: they have a sum so far
 * but no average, and enter none.
 *
 * <pre>{@code
 * a and b begin in January, c in March; end of observation 10 April, so that April is open
 *
 * cohort    size   age 0          age 1                 age 2         age 3
 * 2024-01   2      USD 30 of 2    USD 12 of 1           USD 0 of 0    open, USD 5 so far
 * 2024-03   1      USD 8 of 1     open, USD 0 so far    -
 * }</pre>
 */
public final class CohortAmountTable {

  private final CohortDefinition definition;
  private final CohortAmountSource source;
  private final AmountSums[] sumsByStart;
  private final PeriodAxis rowAxis;
  private final List<CohortRow> rows;
  private final List<AmountSums> sums;

  CohortAmountTable(CohortDefinition definition, CohortAmountSource source) {
    this(definition, source, source.amounts().activity().axis());
  }

  private CohortAmountTable(
      CohortDefinition definition, CohortAmountSource source, PeriodAxis rowAxis) {
    this(definition, source, source.sums(), rowAxis);
  }

  private CohortAmountTable(
      CohortDefinition definition,
      CohortAmountSource source,
      AmountSums[] sumsByStart,
      PeriodAxis rowAxis) {
    this.definition = definition;
    this.source = source;
    this.sumsByStart = sumsByStart;
    this.rowAxis = rowAxis;
    this.rows = new CohortRows(definition, grid(), sizes(), rowAxis).toList();
    this.sums = rows.stream().map(this::sumsOf).toList();
  }

  private ActivityGrid grid() {
    return source.amounts().activity();
  }

  private Tally columns() {
    return source.source().tally();
  }

  private CountTable sizes() {
    CountTable sizes = new CountTable(columns(), sumsByStart.length);
    for (int period = 0; period < sumsByStart.length; period++) {
      sizes.put(period, sumsByStart[period].members(), new int[sumsByStart[period].columns()]);
    }
    return sizes;
  }

  private AmountSums sumsOf(CohortRow row) {
    AmountSums all = new AmountSums(row.columns());
    try {
      for (int period = row.firstStart(); period <= row.lastStart(); period++) {
        all.addAll(sumsByStart[period]);
      }
      source.finish(all);
      return all;
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "amounts of cohort "
              + row.cohort().label()
              + " must be small enough to be summed and squared exactly",
          overflow);
    }
  }

  /**
   * Returns what makes a customer a member of a cohort.
   *
   * @return the rule
   */
  public CohortRule rule() {
    return definition.rule();
  }

  /**
   * Returns which amounts count in a column.
   *
   * @return the measure
   */
  public CohortAmountMeasure measure() {
    return source.measure();
  }

  /**
   * Returns the currency of all amounts.
   *
   * @return the currency
   */
  public Currency currency() {
    return source.amounts().currency();
  }

  /**
   * Returns the length of the periods by which age is counted.
   *
   * @return the granularity of the columns
   */
  public Granularity granularity() {
    return grid().axis().granularity();
  }

  /**
   * Returns the length of the periods by which customers are grouped.
   *
   * @return the granularity of the rows: that of the columns, unless {@link #rolledUpTo rolled up}
   */
  public Granularity cohortGranularity() {
    return rowAxis.granularity();
  }

  /**
   * Returns the cohorts.
   *
   * @return in order of time
   */
  public List<Cohort> cohorts() {
    return rows.stream().map(CohortRow::cohort).toList();
  }

  /**
   * Returns how many columns a row has: the ages that the axis has room for, or all brackets.
   *
   * @param row a cohort, from 0
   * @return the number of its cells, observed or not, at least 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int ages(int row) {
    return rows.get(row).columns();
  }

  /**
   * Returns the name of a column.
   *
   * @param column from 0
   * @return the age or the bracket, for example {@code 4-7}
   * @throws IndexOutOfBoundsException if there is no such bracket
   */
  public String label(int column) {
    return columns().label(column);
  }

  /**
   * Returns what is known of the amounts of a cohort at an age.
   *
   * @param row a cohort, from 0
   * @param age the age, or the number of the bracket, from 0
   * @return observed, or not yet observed
   * @throws IndexOutOfBoundsException if there is no such row or the axis ends before that age
   */
  public CohortAmountCell cell(int row, int age) {
    AmountSums at = sums.get(row);
    Objects.checkIndex(age, at.columns());
    return rows.get(row).isObserved(columns().lastAge(age), grid().completePeriods())
        ? new Observed(at.amount(age, source.amounts()))
        : new NotYetObserved(at.sum(age, source.amounts()), at.events(age), at.payers(age));
  }

  /**
   * Returns the members of a cohort.
   *
   * @param row a cohort, from 0
   * @return as many as its size, in the order of their ids, unmodifiable
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public SortedSet<CustomerId> members(int row) {
    return source.source().members(startingIn(row));
  }

  /**
   * Returns what each member of a cohort paid in a column.
   *
   * @param row a cohort, from 0
   * @param age the age, or the number of the bracket, from 0
   * @return the amounts of the payers of the cell, in the order of their ids, unmodifiable; they
   *     sum to its sum, or its sum so far
   * @throws IndexOutOfBoundsException if there is no such row or the axis ends before that age
   */
  public SortedMap<CustomerId, Money> amounts(int row, int age) {
    Objects.checkIndex(age, ages(row));
    return source.amounts(startingIn(row), ages(row), age);
  }

  private IntPredicate startingIn(int row) {
    CohortRow at = rows.get(row);
    return period -> at.firstStart() <= period && period <= at.lastStart();
  }

  /**
   * Returns the averages of each column over the cohorts that were observed in it, simple and
   * pooled.
   *
   * <p>Example: 100 members paid USD 800 and 200 others USD 1000, while a third cohort is still
   * open. Simple (8 + 5) / 2 = USD 6.50 for each member, pooled 1800 / 300 = USD 6.
   *
   * <p>Higher ages rest on fewer and older cohorts, so that even a cumulative average can fall from
   * one age to the next; each says how many cohorts it has.
   *
   * @return one for each column, to the last that was observed for at least one cohort
   */
  public List<CohortAmountAverage> averages() {
    List<CohortAmountAverage> averages = new ArrayList<>();
    Optional<CohortAmountAverage> next = average(0);
    while (next.isPresent()) {
      averages.add(next.get());
      next = average(averages.size());
    }
    return Collections.unmodifiableList(averages);
  }

  private Optional<CohortAmountAverage> average(int age) {
    return CohortAmountAverage.of(
        age,
        IntStream.range(0, rows.size())
            .filter(row -> age < ages(row))
            .mapToObj(row -> cell(row, age).amount())
            .flatMap(Optional::stream)
            .toList());
  }

  /**
   * Returns the table of each group of customers, with the same definitions. Sizes, amounts and
   * counts of the groups sum to those of the whole, cohort by cohort and age by age.
   *
   * @param segmentation the group of each customer; it has one for all its cohorts
   * @return the groups that have a cohort, in order of their names, unmodifiable
   */
  public SortedMap<String, CohortAmountTable> breakdown(Segmentation segmentation) {
    SortedMap<String, CohortAmountTable> parts = new TreeMap<>();
    source
        .split(requireNonNull(segmentation, "segmentation"))
        .forEach(
            (group, part) -> {
              CohortAmountTable table = new CohortAmountTable(definition, part, rowAxis);
              if (!table.rows.isEmpty()) {
                parts.put(group, table);
              }
            });
    return Collections.unmodifiableSortedMap(parts);
  }

  /**
   * Returns the table with the same ages and longer rows, such as monthly cohorts with daily ages,
   * as {@link CohortTable#rolledUpTo} does. Nothing is summed anew from events.
   *
   * @param cohortAxis periods of which each covers whole periods of this table, such as weeks or
   *     months for days
   * @return the table with a row for each of those periods that has a member
   * @throws IllegalArgumentException if a period of this table does not lie within one of those, or
   *     customers have several starts
   */
  public CohortAmountTable rolledUpTo(PeriodAxis cohortAxis) {
    if (definition.rule() == StartEvent.EVERY_PERIOD) {
      throw new IllegalArgumentException(
          "rule (EVERY_PERIOD) must be one of a single start for each customer");
    }
    return new CohortAmountTable(
        definition, source, sumsByStart, requireNonNull(cohortAxis, "cohortAxis"));
  }
}
