package io.github.retention4j.testing;

import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.MovedRevenue;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueMovement;
import java.util.Collection;
import java.util.List;

/** Assertions about a {@link RevenueBridge}. */
public final class RevenueBridgeAssert extends MetricAssert<RevenueBridgeAssert, RevenueBridge> {

  RevenueBridgeAssert(RevenueBridge actual) {
    super(actual, RevenueBridgeAssert.class, "revenue bridge");
  }

  /**
   * Passes if each period opens where the one before closed, and the members of each movement sum
   * to its amount and its count.
   */
  public RevenueBridgeAssert reconciles() {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    check(reconciliation, actual.periods());
    for (int period = 0; period < actual.periods().size(); period++) {
      for (RevenueMovement movement : RevenueMovement.values()) {
        List<MovedRevenue> members = actual.members(period, movement);
        checkMembers(reconciliation, actual.periods().get(period), movement, members);
      }
    }
    return expectReconciled(reconciliation);
  }

  static void check(Reconciliation reconciliation, List<RevenueBridgePeriod> periods) {
    for (int i = 1; i < periods.size(); i++) {
      RevenueBridgePeriodAssert.checkFollows(reconciliation, periods.get(i - 1), periods.get(i));
    }
  }

  static void checkMembers(
      Reconciliation reconciliation,
      RevenueBridgePeriod period,
      RevenueMovement movement,
      List<MovedRevenue> members) {
    Money amount = period.revenue().amount(movement);
    Money sum =
        members.stream()
            .map(MovedRevenue::amount)
            .reduce(Money.zero(amount.currency()), Money::plus);
    reconciliation.same(
        period.label(), "members of " + movement.words(), sum, movement.words(), amount);
    reconciliation.same(
        period.label(),
        "number of members of " + movement.words(),
        members.size(),
        "customers of " + movement.words(),
        period.customers().count(movement));
  }

  /**
   * Passes if in each period opening, movements and closing are the sums of those of the parts,
   * such as the bridges of segments of the customers, in money and in heads.
   */
  public RevenueBridgeAssert reconcilesWith(Collection<RevenueBridge> parts) {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    for (RevenueBridgePeriod whole : actual.periods()) {
      checkParts(reconciliation, whole, periodsOf(parts, whole.label()));
    }
    return expectReconciled(reconciliation);
  }

  private static List<RevenueBridgePeriod> periodsOf(
      Collection<RevenueBridge> parts, String label) {
    return parts.stream()
        .flatMap(part -> part.periods().stream())
        .filter(period -> period.label().equals(label))
        .toList();
  }

  private static void checkParts(
      Reconciliation reconciliation, RevenueBridgePeriod whole, List<RevenueBridgePeriod> parts) {
    Money zero = Money.zero(whole.revenue().currency());
    Money opening = parts.stream().map(part -> part.revenue().opening()).reduce(zero, Money::plus);
    reconciliation.same(
        whole.label(), "opening of the parts", opening, "the whole", whole.revenue().opening());
    long heads = parts.stream().mapToLong(part -> part.customers().opening()).sum();
    reconciliation.same(
        whole.label(),
        "customers at opening of the parts",
        heads,
        "the whole",
        whole.customers().opening());
    for (RevenueMovement movement : RevenueMovement.values()) {
      checkParts(reconciliation, whole, parts, movement);
    }
  }

  private static void checkParts(
      Reconciliation reconciliation,
      RevenueBridgePeriod whole,
      List<RevenueBridgePeriod> parts,
      RevenueMovement movement) {
    Money amount = whole.revenue().amount(movement);
    Money sum =
        parts.stream()
            .map(part -> part.revenue().amount(movement))
            .reduce(Money.zero(amount.currency()), Money::plus);
    String name = movement.words() + " of the parts";
    reconciliation.same(whole.label(), name, sum, "the whole", amount);
    long heads = parts.stream().mapToLong(part -> part.customers().count(movement)).sum();
    reconciliation.same(
        whole.label(),
        "customers of " + name,
        heads,
        "the whole",
        whole.customers().count(movement));
  }

  /** Goes on with a period. */
  public RevenueBridgePeriodAssert period(String label) {
    isNotNull();
    return new RevenueBridgePeriodAssert(
        actual.periods().stream()
            .filter(it -> it.label().equals(label))
            .findFirst()
            .orElseThrow(() -> refused("to have a period " + label, labels())));
  }

  /** Goes on with all periods as one. */
  public RevenueBridgePeriodAssert total() {
    isNotNull();
    return new RevenueBridgePeriodAssert(
        actual.total().orElseThrow(() -> refused("to have a period", labels())));
  }

  private String labels() {
    return actual.periods().stream().map(RevenueBridgePeriod::label).toList().toString();
  }
}
