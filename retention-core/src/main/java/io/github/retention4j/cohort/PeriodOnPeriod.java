package io.github.retention4j.cohort;

import io.github.retention4j.stats.Proportion;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Of the members of a cohort that were active at the age before, the share active at an age. Unlike
 * the ratio of two cells of the table it is never over 1, for it leaves out those who come back
 * after a pause. Made by {@link CohortTable#periodOnPeriod()}.
 *
 * <p>Example: a, b, c and d begin in January; a and c are active in February, a and b in March. Age
 * 1 is 2/4. Age 2 is 1/2: of a and c, only a.
 */
public final class PeriodOnPeriod {

  private final CohortTable active;
  private final CohortTable both;

  /** Takes who was active at each age, and who both there and at the age before. */
  PeriodOnPeriod(CohortTable active, CohortTable both) {
    this.active = active;
    this.both = both;
  }

  /**
   * Returns the rate of one cohort.
   *
   * @param row a cohort, as in the table
   * @param age from 1
   * @return active at this age, of those active at the age before; empty if that is not yet
   *     observed or nobody was active at the age before
   * @throws IndexOutOfBoundsException if there is no such row, age is 0 or the axis ends before it
   */
  public Optional<Proportion> rate(int row, int age) {
    Objects.checkIndex(age - 1, active.ages(row) - 1);
    return both.cell(row, age).share().flatMap(share -> of(share.count(), row, age));
  }

  private Optional<Proportion> of(long count, int row, int age) {
    return active.cell(row, age - 1).share().flatMap(s -> Proportion.ifAny(count, s.count()));
  }

  /**
   * Returns the rate of all cohorts that were observed at an age.
   *
   * @param age from 1
   * @return active at this age in all, of those active at the age before in all; empty if none was
   *     observed or nobody was active at the age before
   * @throws IllegalArgumentException if age is under 1
   */
  public Optional<Proportion> pooled(int age) {
    if (age < 1) {
      throw new IllegalArgumentException("age (" + age + ") must be at least 1");
    }
    return IntStream.range(0, active.cohorts().size())
        .filter(row -> age < active.ages(row))
        .mapToObj(row -> rate(row, age))
        .flatMap(Optional::stream)
        .reduce(Proportion::plus);
  }
}
