package io.github.retention4j.testing;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.retention.PeriodMovement;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Assertions about who stayed, left, came and came back, period by period. */
public final class CustomerMovementsAssert
    extends MetricAssert<CustomerMovementsAssert, List<PeriodMovement>> {

  CustomerMovementsAssert(List<PeriodMovement> actual) {
    super(actual, CustomerMovementsAssert.class, "customer movements");
  }

  /**
   * Passes if each period follows the one before without a gap and begins with the very customers
   * with which that one ended.
   */
  public CustomerMovementsAssert reconciles() {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    for (int i = 1; i < actual.size(); i++) {
      check(reconciliation, actual.get(i - 1), actual.get(i));
    }
    return expectReconciled(reconciliation);
  }

  private static void check(
      Reconciliation reconciliation, PeriodMovement before, PeriodMovement now) {
    reconciliation.same(
        now.label(),
        "first day",
        now.days().start(),
        "end of " + before.label(),
        before.days().endExclusive());
    SortedSet<CustomerId> atEnd = before.movement().atEnd();
    SortedSet<CustomerId> atStart = now.movement().atStart();
    if (!atEnd.equals(atStart)) {
      reconciliation.add(
          now.label()
              + ": customers at start ("
              + atStart.size()
              + ") must be those at end of "
              + before.label()
              + " ("
              + atEnd.size()
              + "), missing "
              + without(atEnd, atStart)
              + ", unexpected "
              + without(atStart, atEnd));
    }
  }

  private static SortedSet<CustomerId> without(
      Collection<CustomerId> customers, Collection<CustomerId> others) {
    SortedSet<CustomerId> rest = new TreeSet<>(customers);
    rest.removeAll(others);
    return rest;
  }

  /** Goes on with the counts of a period, without its short stays. */
  public CustomerCountsAssert counts(String label) {
    isNotNull();
    PeriodMovement period =
        actual.stream()
            .filter(it -> it.label().equals(label))
            .findFirst()
            .orElseThrow(() -> refused("to have a period " + label, labels()));
    return new CustomerCountsAssert(period.counts());
  }

  private String labels() {
    return actual.stream().map(PeriodMovement::label).toList().toString();
  }
}
