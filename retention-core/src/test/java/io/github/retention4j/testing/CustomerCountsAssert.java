package io.github.retention4j.testing;

import io.github.retention4j.retention.CustomerCounts;
import java.util.Collection;
import java.util.function.ToLongFunction;

/** Assertions about the {@link CustomerCounts} of a period. */
public final class CustomerCountsAssert extends MetricAssert<CustomerCountsAssert, CustomerCounts> {

  CustomerCountsAssert(CustomerCounts actual) {
    super(actual, CustomerCountsAssert.class, "customer counts");
  }

  @Override
  String shown() {
    return words(actual.atStart(), actual.acquired(), actual.lost(), actual.atEnd())
        + ", "
        + actual.shortStays()
        + " short stays";
  }

  private static String words(long atStart, long acquired, long lost, long atEnd) {
    return atStart + " + " + acquired + " acquired - " + lost + " lost = " + atEnd;
  }

  /** Passes if the four counts are those. */
  public CustomerCountsAssert hasCounts(long atStart, long acquired, long lost, long atEnd) {
    return expect(
        () ->
            actual.withShortStays(0).equals(new CustomerCounts(atStart, acquired, lost, atEnd, 0)),
        "to be " + words(atStart, acquired, lost, atEnd));
  }

  /** Passes if that many customers of the start were retained. */
  public CustomerCountsAssert hasRetained(long customers) {
    return expect(() -> actual.retained() == customers, "to have " + customers + " retained");
  }

  /** Passes if that many customers came and went within the period. */
  public CustomerCountsAssert hasShortStays(long customers) {
    return expect(() -> actual.shortStays() == customers, "to have " + customers + " short stays");
  }

  /** Passes if the period begins with the customers with which the one before ended. */
  public CustomerCountsAssert continues(CustomerCounts before) {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    reconciliation.same(
        "customers", "at start", actual.atStart(), "at end of the period before", before.atEnd());
    return expectReconciled(reconciliation);
  }

  /** Passes if each count is the sum of those of the parts, such as segments of the customers. */
  public CustomerCountsAssert reconcilesWith(Collection<CustomerCounts> parts) {
    isNotNull();
    Reconciliation reconciliation = new Reconciliation();
    same(reconciliation, parts, "at start", CustomerCounts::atStart);
    same(reconciliation, parts, "acquired", CustomerCounts::acquired);
    same(reconciliation, parts, "lost", CustomerCounts::lost);
    same(reconciliation, parts, "at end", CustomerCounts::atEnd);
    same(reconciliation, parts, "short stays", CustomerCounts::shortStays);
    return expectReconciled(reconciliation);
  }

  private void same(
      Reconciliation reconciliation,
      Collection<CustomerCounts> parts,
      String name,
      ToLongFunction<CustomerCounts> count) {
    long sum = parts.stream().mapToLong(count).sum();
    reconciliation.same(name, "sum of the parts", sum, "the whole", count.applyAsLong(actual));
  }
}
