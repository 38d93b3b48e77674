package io.github.retention4j.cohort;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.cohort.CohortCell.NotYetObserved;
import io.github.retention4j.cohort.CohortCell.Observed;
import io.github.retention4j.cohort.CohortRule.StartEvent;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * For each cohort how many members were counted in each window of elapsed time since their own
 * start. Immutable; made by {@link ElapsedCohortCalculator}. It keeps the logs that it was made
 * from, to tell the members of a cell.
 *
 * <p>Rows are the cohorts that have a member, in order of time. Columns are ages, counted in
 * windows from the one that begins with the start; with {@link AgeBrackets}, the brackets. A row
 * has a column for each window that began before the end of observation for one of its members.
 *
 * <p>Which cells are observed is a choice, {@link ElapsedObservation}. All others are {@link
 * NotYetObserved not yet observed}: they have a count so far but no share, and enter no average.
 *
 * <pre>{@code
 * a starts on 1 June at 06:00 and b at 18:00, both are back 30 hours later;
 * windows of 24 hours, end of observation 4 June, 00:00
 *
 * cohort       size   age 0   age 1   age 2
 * 2024-06-01   2      2/2     2/2     open, 0 so far
 * }</pre>
 */
public final class ElapsedCohortTable {

  private final ElapsedSource source;
  private final Optional<DateRange> shown;
  private final List<Row> rows;

  private record Row(Cohort cohort, ElapsedCounts counts, boolean closed) {}

  ElapsedCohortTable(ElapsedSource source, Optional<DateRange> shown) {
    this.source = source;
    this.shown = shown;
    this.rows = rows(source.count());
  }

  private List<Row> rows(ElapsedCounts[] counts) {
    List<Row> list = new ArrayList<>();
    for (int row = 0; row < counts.length; row++) {
      if (counts[row].size() > 0) {
        DateRange days = source.rows().days(row);
        if (shown.isEmpty() || shown.get().contains(days.start())) {
          String label = source.rows().label(row);
          Cohort cohort = new Cohort(row, label, days, counts[row].size());
          list.add(new Row(cohort, counts[row], isOver(days)));
        }
      }
    }
    return List.copyOf(list);
  }

  private boolean isOver(DateRange days) {
    return !days.endExclusive().isAfter(source.starts().observationEndExclusive());
  }

  /**
   * Returns what makes a customer a member of a cohort.
   *
   * @return the rule
   */
  public ElapsedCohortRule rule() {
    return source.definition().rule();
  }

  /**
   * Returns the length of a window.
   *
   * @return the length
   */
  public ElapsedWindow window() {
    return source.definition().window();
  }

  /**
   * Returns from which instant windows are counted.
   *
   * @return how age is counted
   */
  public ElapsedAge age() {
    return source.definition().age();
  }

  /**
   * Returns what it takes for a member to be counted.
   *
   * @return the measure
   */
  public CohortMeasure measure() {
    return source.definition().measure();
  }

  /**
   * Returns when a cell is observed.
   *
   * @return the policy
   */
  public ElapsedObservation observation() {
    return source.definition().observation();
  }

  /**
   * Returns the zone in which days and hours begin.
   *
   * @return the zone of the business
   */
  public BusinessZone zone() {
    return source.definition().zone();
  }

  /**
   * Returns the cohorts. Of one by the hour {@link Cohort#days()} is the day of the hour, and its
   * {@link Cohort#period()} is counted in hours from the first of the day of the first start event.
   *
   * @return in order of time. With all cohorts shown their sizes sum to the number of customers
   *     that start, except with {@link StartEvent#EVERY_PERIOD}
   */
  public List<Cohort> cohorts() {
    return rows.stream().map(Row::cohort).toList();
  }

  /**
   * Returns how many columns a row has: the windows begun before the end of observation by the
   * member who started first, or all brackets.
   *
   * @param row a cohort, from 0
   * @return the number of its cells, observed or not, at least 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int ages(int row) {
    return rows.get(row).counts().columns();
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
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  public CohortCell cell(int row, int age) {
    ElapsedCounts counts = rows.get(row).counts();
    Objects.checkIndex(age, counts.columns());
    return isObserved(row, age)
        ? new Observed(new Proportion(counts.countedOver(age), counts.over(age)))
        : new NotYetObserved(counts.soFar(age));
  }

  private boolean isObserved(int row, int age) {
    Row at = rows.get(row);
    return perMember()
        ? at.counts().over(age) > 0
        : at.closed() && at.counts().over(age) == at.cohort().size();
  }

  private boolean perMember() {
    return observation() == ElapsedObservation.PER_MEMBER;
  }

  /**
   * Returns how many members were counted by what was observed, whether or not their window is
   * over. Not the count of a rate: where a window is not over, more may come.
   *
   * @param row a cohort, from 0
   * @param age the age, or the number of the bracket, from 0
   * @return 0 to the size of the cohort
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  public long activeSoFar(int row, int age) {
    return rows.get(row).counts().soFar(Objects.checkIndex(age, ages(row)));
  }

  /**
   * Returns the members of a cohort.
   *
   * @param row a cohort, from 0
   * @return as many as its size, in the order of their ids, unmodifiable
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public SortedSet<CustomerId> members(int row) {
    int period = rows.get(row).cohort().period();
    return source.members((at, counted, columns, over) -> at == period);
  }

  /**
   * Returns the members of a cohort that are counted in a column.
   *
   * @param row a cohort, from 0
   * @param age the age, or the number of the bracket, from 0
   * @return as many as the count of the cell, or as its count so far, in the order of their ids,
   *     unmodifiable
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  public SortedSet<CustomerId> members(int row, int age) {
    Objects.checkIndex(age, ages(row));
    int period = rows.get(row).cohort().period();
    boolean observed = isObserved(row, age);
    return source.members(
        (at, counted, columns, over) ->
            at == period && age < (observed ? over : columns) && counted[age] > 0);
  }

  /**
   * Returns the curve of one cohort.
   *
   * @param row a cohort, from 0
   * @return its share in each column that was observed; without points if none was
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public CohortCurve curve(int row) {
    Objects.checkIndex(row, rows.size());
    return curves().curve(row);
  }

  /**
   * Returns the curve of all cohorts, each age pooled over those cohorts that were observed at it,
   * as {@link CohortTable#pooledCurve()} does.
   *
   * @return the share at each age that was observed for at least one cohort
   */
  public CohortCurve pooledCurve() {
    return curves().pooled();
  }

  /**
   * Returns the averages of each column over the cohorts that were observed in it, simple and
   * pooled, as {@link CohortTable#averages()} does.
   *
   * @return one for each column, to the last that was observed for at least one cohort
   */
  public List<CohortAverage> averages() {
    return curves().averages();
  }

  /**
   * Returns the averages of each column up to a horizon over the same cohorts, those that were
   * observed at the horizon, as {@link CohortTable#averagesToHorizon(int)} does. With {@link
   * ElapsedObservation#PER_MEMBER} the members of a cohort still change from age to age.
   *
   * @param horizon the last age, or the number of the last bracket, from 0
   * @return one for each column from 0 to the horizon; empty if no cohort was observed there
   * @throws IllegalArgumentException if the horizon is negative
   */
  public List<CohortAverage> averagesToHorizon(int horizon) {
    return curves().averagesToHorizon(horizon);
  }

  /**
   * Returns one age across cohorts.
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
   * Returns the table of each group of customers, with the same definitions. Sizes and counts so
   * far of the groups sum to those of the whole, cohort by cohort and age by age.
   *
   * @param segmentation the group of each customer; it has one for all its cohorts
   * @return the groups that have a cohort, in order of their names, unmodifiable
   */
  public SortedMap<String, ElapsedCohortTable> breakdown(Segmentation segmentation) {
    SortedMap<String, ElapsedCohortTable> parts = new TreeMap<>();
    source
        .split(requireNonNull(segmentation, "segmentation"))
        .forEach(
            (group, part) -> {
              ElapsedCohortTable table = new ElapsedCohortTable(part, shown);
              if (!table.rows.isEmpty()) {
                parts.put(group, table);
              }
            });
    return Collections.unmodifiableSortedMap(parts);
  }
}
