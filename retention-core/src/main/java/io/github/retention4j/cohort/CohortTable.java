package io.github.retention4j.cohort;

import io.github.retention4j.cohort.CohortCell.NotYetObserved;
import io.github.retention4j.cohort.CohortCell.Observed;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * For each cohort and age how many members were active. Immutable; made by {@link
 * CohortCalculator}.
 *
 * <p>Rows are the cohorts that have a member, in order of time. Ages count periods from the one of
 * the first event, age 0, at which every member was active by definition. A cell is observed only
 * if its whole period lies before the end of observation.
 */
public final class CohortTable {

  private final Granularity granularity;
  private final List<Cohort> cohorts;
  private final long[][] active;
  private final int completePeriods;

  CohortTable(Granularity granularity, List<Cohort> cohorts, long[][] active, int completePeriods) {
    this.granularity = granularity;
    this.cohorts = List.copyOf(cohorts);
    this.active = active;
    this.completePeriods = completePeriods;
  }

  /**
   * Returns the length of the periods, which is the unit of age.
   *
   * @return the granularity
   */
  public Granularity granularity() {
    return granularity;
  }

  /**
   * Returns the cohorts.
   *
   * @return in order of time, at least one; their sizes sum to the number of customers
   */
  public List<Cohort> cohorts() {
    return cohorts;
  }

  /**
   * Returns how many ages the axis has room for in a row.
   *
   * @param row a cohort, from 0
   * @return the number of its cells, observed or not, at least 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public int ages(int row) {
    return active[row].length;
  }

  /**
   * Returns what is known of a cohort at an age.
   *
   * @param row a cohort, from 0
   * @param age periods since the cohort's own, from 0
   * @return observed, or not yet observed
   * @throws IndexOutOfBoundsException if there is no such row or the axis ends before that age
   */
  public CohortCell cell(int row, int age) {
    Objects.checkIndex(age, ages(row));
    long count = active[row][age];
    Cohort cohort = cohorts.get(row);
    return cohort.period() + age < completePeriods
        ? new Observed(new Proportion(count, cohort.size()))
        : new NotYetObserved(count);
  }

  /**
   * Returns the curve of one cohort.
   *
   * @param row a cohort, from 0
   * @return its share at each age that was observed; without points if its first period is still
   *     open
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public CohortCurve curve(int row) {
    List<CohortCurve.Point> points = new ArrayList<>();
    for (int age = 0; age < ages(row); age++) {
      int at = age;
      cell(row, age).share().ifPresent(share -> points.add(new CohortCurve.Point(at, share, 1)));
    }
    return new CohortCurve(points);
  }

  /**
   * Returns the curve of all cohorts, each age pooled over those cohorts that were observed at it:
   * active members of all / members of all, so that large cohorts weigh more.
   *
   * <p>Higher ages rest on fewer and older cohorts. The curve can rise from one age to the next for
   * that reason alone; each point says how many cohorts it has.
   *
   * @return the share at each age that was observed for at least one cohort
   */
  public CohortCurve pooledCurve() {
    List<CohortCurve.Point> points = new ArrayList<>();
    for (int age = 0; pooled(age).isPresent(); age++) {
      int at = age;
      int observed = (int) observedAt(age).count();
      pooled(age).ifPresent(share -> points.add(new CohortCurve.Point(at, share, observed)));
    }
    return new CohortCurve(points);
  }

  private Optional<Proportion> pooled(int age) {
    return observedAt(age).reduce(Proportion::plus);
  }

  private Stream<Proportion> observedAt(int age) {
    return IntStream.range(0, cohorts.size())
        .filter(row -> age < ages(row))
        .mapToObj(row -> cell(row, age).share())
        .flatMap(Optional::stream);
  }
}
