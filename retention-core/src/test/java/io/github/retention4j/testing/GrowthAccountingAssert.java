package io.github.retention4j.testing;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.lifecycle.GrowthAccounting;
import io.github.retention4j.lifecycle.GrowthPeriod;
import java.util.List;

/** Assertions about {@link GrowthAccounting}. */
public final class GrowthAccountingAssert
    extends MetricAssert<GrowthAccountingAssert, GrowthAccounting> {

  GrowthAccountingAssert(GrowthAccounting actual) {
    super(actual, GrowthAccountingAssert.class, "growth accounting");
  }

  /** Passes if each period begins on the day on which the one before ended. */
  public GrowthAccountingAssert reconciles() {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    List<GrowthPeriod> periods = actual.periods();
    for (int i = 1; i < periods.size(); i++) {
      checkFollows(reconciliation, periods.get(i - 1), periods.get(i));
    }
    return expectReconciled(reconciliation);
  }

  private static void checkFollows(
      Reconciliation reconciliation, GrowthPeriod before, GrowthPeriod now) {
    reconciliation.same(
        now.label(),
        "first day",
        now.days().start(),
        "end of " + before.label(),
        before.days().endExclusive());
  }

  /** Passes if in each period as many are active as a grid says. */
  public GrowthAccountingAssert reconcilesWith(ActivityGrid grid) {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    for (GrowthPeriod period : actual.periods()) {
      reconciliation.same(
          period.label(),
          "active",
          period.active(),
          "active in the grid",
          grid.activeIn(period.period()).size());
    }
    return expectReconciled(reconciliation);
  }

  /** Passes if a complete period has those customers. */
  public GrowthAccountingAssert hasPeriod(
      String label, long newCustomers, long retained, long resurrected, long churned) {
    isNotNull();
    GrowthPeriod period =
        actual.periods().stream()
            .filter(it -> it.label().equals(label))
            .findFirst()
            .orElseThrow(() -> refused("to have a period " + label, labels()));
    String expected = words(newCustomers, retained, resurrected, churned);
    String found =
        words(period.newCustomers(), period.retained(), period.resurrected(), period.churned());
    if (!found.equals(expected)) {
      throw refused("of " + label + " to be " + expected, found);
    }
    return this;
  }

  private static String words(long newCustomers, long retained, long resurrected, long churned) {
    return newCustomers
        + " new, "
        + retained
        + " retained, "
        + resurrected
        + " resurrected, "
        + churned
        + " churned";
  }

  private String labels() {
    return actual.periods().stream().map(GrowthPeriod::label).toList().toString();
  }
}
