package io.github.retention4j.testing;

import io.github.retention4j.cohort.Cohort;
import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Assertions about a {@link CohortTable}. */
public final class CohortTableAssert extends MetricAssert<CohortTableAssert, CohortTable> {

  CohortTableAssert(CohortTable actual) {
    super(actual, CohortTableAssert.class, "cohort table");
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

  /** Goes on with the curve of all cohorts, each age pooled over those observed at it. */
  public CohortCurveAssert pooledCurve() {
    isNotNull();
    return new CohortCurveAssert(actual.pooledCurve());
  }

  /**
   * Passes if each cohort has as many members as its size says and each cell as many as its count,
   * all of them members of the cohort, and the pooled curve is the sum of the observed cells.
   */
  public CohortTableAssert reconciles() {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    for (int row = 0; row < actual.cohorts().size(); row++) {
      Cohort cohort = actual.cohorts().get(row);
      SortedSet<CustomerId> members = actual.members(row);
      reconciliation.same(cohort.label(), "members", members.size(), "size", cohort.size());
      for (int age = 0; age < actual.ages(row); age++) {
        String where = cohort.label() + " at age " + age;
        SortedSet<CustomerId> active = actual.members(row, age);
        checkCell(reconciliation, where, count(actual.cell(row, age)), active, members);
      }
    }
    checkPooled(reconciliation, actual.pooledCurve());
    return expectReconciled(reconciliation);
  }

  static void checkCell(
      Reconciliation reconciliation,
      String where,
      long count,
      SortedSet<CustomerId> active,
      SortedSet<CustomerId> members) {
    reconciliation.same(where, "active members", active.size(), "count", count);
    SortedSet<CustomerId> strangers = new TreeSet<>(active);
    strangers.removeAll(members);
    if (!strangers.isEmpty()) {
      reconciliation.add(where + ": " + strangers + " must be members of the cohort");
    }
  }

  void checkPooled(Reconciliation reconciliation, CohortCurve pooled) {
    for (CohortCurve.Point point : pooled.points()) {
      Proportion sum =
          actual.series(point.age()).stream()
              .flatMap(cohort -> cohort.cell().share().stream())
              .reduce(Proportion::plus)
              .orElseThrow();
      reconciliation.same(
          "age " + point.age(), "pooled curve", point.active(), "sum of observed cells", sum);
    }
  }

  /**
   * Passes if each size and each count is the sum of those of the parts, such as the tables of
   * segments of the customers.
   */
  public CohortTableAssert reconcilesWith(Collection<CohortTable> parts) {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    for (int row = 0; row < actual.cohorts().size(); row++) {
      Cohort cohort = actual.cohorts().get(row);
      long members = parts.stream().mapToLong(part -> size(part, cohort.label())).sum();
      reconciliation.same(
          cohort.label(), "members of the parts", members, "the whole", cohort.size());
      for (int age = 0; age < actual.ages(row); age++) {
        String where = cohort.label() + " at age " + age;
        long active = sum(parts, cohort.label(), age);
        long whole = count(actual.cell(row, age));
        reconciliation.same(where, "active members of the parts", active, "the whole", whole);
      }
    }
    return expectReconciled(reconciliation);
  }

  private static long size(CohortTable table, String label) {
    int row = labels(table).indexOf(label);
    return row < 0 ? 0 : table.cohorts().get(row).size();
  }

  private static long sum(Collection<CohortTable> parts, String label, int age) {
    return parts.stream()
        .mapToLong(
            part -> {
              int row = labels(part).indexOf(label);
              return row < 0 || age >= part.ages(row) ? 0 : count(part.cell(row, age));
            })
        .sum();
  }

  private static long count(CohortCell cell) {
    return cell instanceof CohortCell.NotYetObserved open
        ? open.activeSoFar()
        : cell.share().orElseThrow().count();
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
    List<String> labels = labels(actual);
    if (!labels.contains(label)) {
      throw failure("Expected a cohort %s but there are %s", label, labels);
    }
    return labels.indexOf(label);
  }

  private static List<String> labels(CohortTable table) {
    return table.cohorts().stream().map(Cohort::label).toList();
  }
}
