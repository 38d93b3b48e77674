package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.cohort.CohortCell.NotYetObserved;
import io.github.retention4j.cohort.CohortCell.Observed;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * For each cohort how many members were counted in each column. Immutable; made by {@link
 * CohortCalculator}. It keeps the grids that it was made from, to tell the members of a cell.
 *
 * <p>Rows are the cohorts that have a member, in order of time. Columns are ages, counted in
 * periods from the one of the member's own start, which is age 0; with {@link AgeBrackets}, the
 * brackets. They run to the end of the axis, past the last cohort.
 *
 * <p>A cell is observed only if the period of that age, or every period of the bracket, lies before
 * the end of observation for every member of the cohort. All other cells are {@link NotYetObserved
 * not yet observed}: they have a count so far but no share, and enter no average.
 *
 * <pre>{@code
 * end of observation 10 April, so that April is open
 *
 * cohort     size   age 0   age 1           age 2           age 3
 * 2024-01    3      3/3     1/3             1/3             open, 1 so far
 * 2024-03    1      1/1     open, 1 so far  open, 0 so far  -
 * }</pre>
 */
public final class CohortTable {

  private final CohortDefinition definition;
  private final CohortSource source;
  private final CountTable counts;
  private final PeriodAxis rowAxis;
  private final List<CohortRow> rows;

  CohortTable(CohortDefinition definition, CohortSource source) {
    this(definition, source, source.count(), source.grid().axis());
  }

  private CohortTable(
      CohortDefinition definition, CohortSource source, CountTable counts, PeriodAxis rowAxis) {
    this.definition = definition;
    this.source = source;
    this.counts = counts;
    this.rowAxis = rowAxis;
    this.rows = new CohortRows(definition, source.grid(), counts, rowAxis).toList();
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
   * Returns what it takes for a member to be counted.
   *
   * @return the measure
   */
  public CohortMeasure measure() {
    return definition.measure();
  }

  /**
   * Returns the length of the periods by which age is counted.
   *
   * @return the granularity of the columns
   */
  public Granularity granularity() {
    return source.grid().axis().granularity();
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
   * @return in order of time. With all cohorts shown their sizes sum to the number of customers,
   *     except with {@link StartEvent#EVERY_PERIOD}
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
    return source.tally().label(column);
  }

  /**
   * Returns what is known of a cohort at an age.
   *
   * @param row a cohort, from 0
   * @param age the age, or the number of the bracket, from 0
   * @return observed, or not yet observed
   * @throws IndexOutOfBoundsException if there is no such row or the axis ends before that age
   */
  public CohortCell cell(int row, int age) {
    CohortRow at = rows.get(row);
    long count = at.count(age);
    return at.isObserved(source.tally().lastAge(age), source.grid().completePeriods())
        ? new Observed(new Proportion(count, at.cohort().size()))
        : new NotYetObserved(count);
  }

  /**
   * Returns the members of a cohort.
   *
   * @param row a cohort, from 0
   * @return as many as its size, in the order of their ids, unmodifiable
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public SortedSet<CustomerId> members(int row) {
    return source.members(startingIn(row));
  }

  /**
   * Returns the members of a cohort that are counted in a column.
   *
   * @param row a cohort, from 0
   * @param age the age, or the number of the bracket, from 0
   * @return as many as the count of the cell, or as its count so far, in the order of their ids,
   *     unmodifiable
   * @throws IndexOutOfBoundsException if there is no such row or the axis ends before that age
   */
  public SortedSet<CustomerId> members(int row, int age) {
    Objects.checkIndex(age, ages(row));
    return source.members(startingIn(row), age);
  }

  /**
   * Returns in which columns the members of each cohort are counted together: what the counts of
   * the cells alone cannot tell, and what the scatter of a whole curve hangs on.
   *
   * @return for each cohort its members by the columns in which they are counted, in the order in
   *     which the columns first come among the customers; the members sum to the size of the cohort
   * @throws IllegalArgumentException if customers have several starts
   */
  public List<List<MemberPath>> memberPaths() {
    requireSingleStarts();
    int[] rowOf = new int[source.grid().axis().size()];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < rows.size(); row++) {
      Arrays.fill(rowOf, rows.get(row).firstStart(), rows.get(row).lastStart() + 1, row);
    }
    return source.paths(rows.size(), period -> rowOf[period]);
  }

  private void requireSingleStarts() {
    if (definition.rule() == StartEvent.EVERY_PERIOD) {
      throw new IllegalArgumentException(
          "rule (EVERY_PERIOD) must be one of a single start for each customer");
    }
  }

  private IntPredicate startingIn(int row) {
    CohortRow at = rows.get(row);
    return period -> at.firstStart() <= period && period <= at.lastStart();
  }

  /**
   * Returns the curve of one cohort.
   *
   * @param row a cohort, from 0
   * @return its share in each column that was observed; without points if its first period is still
   *     open
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public CohortCurve curve(int row) {
    Objects.checkIndex(row, rows.size());
    return curves().curve(row);
  }

  /**
   * Returns the curve of all cohorts, each age pooled over those cohorts that were observed at it:
   * counted members of all / members of all, so that large cohorts weigh more.
   *
   * <p>Higher ages rest on fewer and older cohorts. The curve can rise from one age to the next for
   * that reason alone; each point says how many cohorts it has.
   *
   * @return the share at each age that was observed for at least one cohort
   */
  public CohortCurve pooledCurve() {
    return curves().pooled();
  }

  /**
   * Returns the averages of each column over the cohorts that were observed in it, simple and
   * pooled.
   *
   * <p>Example: of 100 members 80 came back and of 200 another 100, while a third cohort of 200,
   * still open, has 25 so far. Simple (80 % + 50 %) / 2 = 65 %, pooled 180/300 = 60 %. The open
   * cell is in neither; taken for a final one it would make 205/500 = 41 %.
   *
   * @return one for each column, to the last that was observed for at least one cohort
   */
  public List<CohortAverage> averages() {
    return curves().averages();
  }

  /**
   * Returns the averages of each column up to a horizon over the same cohorts: those that were
   * observed at the horizon. Unlike with {@link #averages()} a rise or fall from one age to the
   * next cannot come from a change of cohorts.
   *
   * @param horizon the last age, or the number of the last bracket, from 0
   * @return one for each column from 0 to the horizon; empty if no cohort was observed there
   * @throws IllegalArgumentException if the horizon is negative
   */
  public List<CohortAverage> averagesToHorizon(int horizon) {
    return curves().averagesToHorizon(horizon);
  }

  /**
   * Returns one age across cohorts, such as how the first-month return of new customers went from
   * cohort to cohort.
   *
   * @param age the age, or the number of the bracket, from 0
   * @return each cohort that has the column with its cell, observed or not, in order of time
   * @throws IllegalArgumentException if age is negative
   */
  public List<CohortPoint> series(int age) {
    return curves().series(age);
  }

  private CellCurves curves() {
    return new CellCurves(cohorts(), this::ages, this::cell);
  }

  /**
   * Returns the share of those active at each age that were active at the next one.
   *
   * @return the rates, counted from the grids anew
   * @throws IllegalArgumentException if the measure is not {@link AgeMeasure#ON_PERIOD}
   */
  public PeriodOnPeriod periodOnPeriod() {
    if (definition.measure() != AgeMeasure.ON_PERIOD) {
      throw new IllegalArgumentException(
          "measure (" + definition.measure() + ") must be ON_PERIOD");
    }
    CohortSource both = source.with(new Tally.PeriodAndTheOneBefore());
    return new PeriodOnPeriod(this, new CohortTable(definition, both, both.count(), rowAxis));
  }

  /**
   * Returns the table of each group of customers, with the same definitions. Sizes and counts of
   * the groups sum to those of the whole, cohort by cohort and age by age.
   *
   * @param segmentation the group of each customer; it has one for all its cohorts
   * @return the groups that have a cohort, in order of their names, unmodifiable
   */
  public SortedMap<String, CohortTable> breakdown(Segmentation segmentation) {
    SortedMap<String, CohortTable> parts = new TreeMap<>();
    source
        .split(requireNonNull(segmentation, "segmentation"))
        .forEach(
            (group, part) -> {
              CohortTable table = new CohortTable(definition, part, part.count(), rowAxis);
              if (!table.rows.isEmpty()) {
                parts.put(group, table);
              }
            });
    return Collections.unmodifiableSortedMap(parts);
  }

  /**
   * Returns the table with the same ages and longer rows, such as weekly cohorts with daily ages.
   * Nothing is read or counted anew.
   *
   * <p>Age is still counted from the period of each member's own start. A cell is observed once
   * that age is over for the member who started last; in a row whose own period is still open no
   * cell is, for more members may come.
   *
   * @param cohortAxis periods of which each covers whole periods of this table, such as weeks or
   *     months for days
   * @return the table with a row for each of those periods that has a member
   * @throws IllegalArgumentException if a period of this table does not lie within one of those, or
   *     customers have several starts
   */
  public CohortTable rolledUpTo(PeriodAxis cohortAxis) {
    requireSingleStarts();
    return new CohortTable(definition, source, counts, requireNonNull(cohortAxis, "cohortAxis"));
  }
}
