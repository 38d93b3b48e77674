package io.github.retention4j.testing;

import io.github.retention4j.cohort.Cohort;
import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.stats.Proportion;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a {@link CohortTable}. */
public final class CohortTableAssert extends AbstractAssert<CohortTableAssert, CohortTable> {

  CohortTableAssert(CohortTable actual) {
    super(actual, CohortTableAssert.class);
  }

  /** Passes if there is a cohort of that name with that many customers. */
  public CohortTableAssert hasCohort(String label, long size) {
    Cohort cohort = actual.cohorts().get(rowOf(label));
    if (cohort.size() != size) {
      failWithMessage(
          "Expected cohort %s to have %s customers but it has %s", label, size, cohort.size());
    }
    return this;
  }

  /** Passes if that many members of the cohort were active at an age that is wholly observed. */
  public CohortTableAssert hasCell(String label, int age, long active) {
    CohortCell cell = cell(label, age);
    long size = actual.cohorts().get(rowOf(label)).size();
    if (!cell.equals(new CohortCell.Observed(new Proportion(active, size)))) {
      failWithMessage(
          "Expected cohort %s at age %s to be %s/%s active but it is %s",
          label, age, active, size, cell);
    }
    return this;
  }

  /** Passes if the cohort is not yet observed at an age. */
  public CohortTableAssert isNotYetObserved(String label, int age) {
    CohortCell cell = cell(label, age);
    if (cell.share().isPresent()) {
      failWithMessage(
          "Expected cohort %s at age %s to be not yet observed but it is %s", label, age, cell);
    }
    return this;
  }

  private CohortCell cell(String label, int age) {
    int row = rowOf(label);
    if (age < 0 || age >= actual.ages(row)) {
      throw failure(
          "Expected cohort %s to have an age %s but it has 0 to %s",
          label, age, actual.ages(row) - 1);
    }
    return actual.cell(row, age);
  }

  private int rowOf(String label) {
    isNotNull();
    List<String> labels = actual.cohorts().stream().map(Cohort::label).toList();
    if (!labels.contains(label)) {
      throw failure("Expected a cohort %s but there are %s", label, labels);
    }
    return labels.indexOf(label);
  }
}
