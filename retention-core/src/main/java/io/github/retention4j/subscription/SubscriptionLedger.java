package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happened to the subscriptions of customers, as dated records: starts, changes of price,
 * discounts, pauses, failed payments, renewals and ends. Immutable, at least one record.
 *
 * <p>Held in columns of numbers, by customer, subscription, day and arrival. Records may be dated
 * after the end of observation where they were agreed before it, such as a start or a cancellation
 * to come. Made by the factory here, or by a {@link LedgerCollector} where faults are to be
 * collected. What is recurring revenue in it is for a {@link RecurringRevenueCalculator} to say.
 */
public final class SubscriptionLedger {

  private final LedgerCustomers customers;
  private final LedgerRows rows;
  private final ValuePool<String> names;
  private final ChangeCodes codes;
  private final LedgerColumns records;
  private final LocalDate observationEndExclusive;

  SubscriptionLedger(
      LedgerCustomers customers,
      LedgerRows rows,
      ValuePool<String> names,
      ChangeCodes codes,
      LedgerColumns records,
      LocalDate observationEndExclusive) {
    this.customers = customers;
    this.rows = rows;
    this.names = names;
    this.codes = codes;
    this.records = records;
    this.observationEndExclusive = observationEndExclusive;
  }

  /**
   * Returns a ledger of records; the first that cannot be used ends the work.
   *
   * @param events the records, in any order, at least one
   * @param observationEndExclusive the first day about which nothing is known but what was agreed
   *     before it, within a million years of 1970
   * @return the ledger
   * @throws IllegalArgumentException if there is no record, or one that {@link LedgerCollector}
   *     refuses, or the end is farther
   */
  public static SubscriptionLedger of(
      Iterable<SubscriptionEvent> events, LocalDate observationEndExclusive) {
    LedgerCollector collector = LedgerCollector.until(observationEndExclusive);
    events.forEach(collector::add);
    return collector.toLedger();
  }

  /**
   * Returns the records of several ledgers that have no customer in common. Merging is associative
   * and commutative, and merging the parts of a ledger gives it back.
   *
   * @param parts the ledgers, at least one, with the same end of observation
   * @return one ledger of all their records
   * @throws IllegalArgumentException if there is no part, a customer is in two, ends of observation
   *     differ, or some know customers by text and others by number
   */
  public static SubscriptionLedger merge(List<SubscriptionLedger> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts (0) must be at least one");
    }
    LedgerRecords all = new LedgerRecords();
    int customers = 0;
    for (SubscriptionLedger part : parts) {
      requireSameEnd(parts.get(0).observationEndExclusive, part.observationEndExclusive);
      part.addTo(all, customer -> true);
      customers += part.customers.size();
    }
    SubscriptionLedger merged = all.ledger(parts.get(0).observationEndExclusive);
    if (merged.customers.size() < customers) {
      throw new IllegalArgumentException(
          "customer (" + firstShared(parts) + ") must be in one of the parts only");
    }
    return merged;
  }

  private static void requireSameEnd(LocalDate own, LocalDate other) {
    if (!own.equals(other)) {
      throw new IllegalArgumentException("observationEndExclusive (" + other + ") must be " + own);
    }
  }

  private static CustomerId firstShared(List<SubscriptionLedger> parts) {
    SortedSet<CustomerId> seen = new TreeSet<>();
    return parts.stream()
        .flatMap(part -> part.customers().stream())
        .filter(customer -> !seen.add(customer))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * Returns the records of some customers.
   *
   * @param condition whose records to keep
   * @return a ledger of those; empty if there are none
   */
  public Optional<SubscriptionLedger> filter(Predicate<CustomerId> condition) {
    LedgerRecords kept = new LedgerRecords();
    addTo(kept, requireNonNull(condition, "condition"));
    return kept.size() == 0 ? Optional.empty() : Optional.of(kept.ledger(observationEndExclusive));
  }

  private void addTo(LedgerRecords target, Predicate<CustomerId> condition) {
    for (int row = 0; row < customers.size(); row++) {
      if (condition.test(customers.id(row))) {
        addTo(target, row);
      }
    }
  }

  private void addTo(LedgerRecords target, int row) {
    for (int sub = rows.firstSubscription(row); sub < rows.endSubscription(row); sub++) {
      for (int record = rows.firstEvent(sub); record < rows.endEvent(sub); record++) {
        target.customers().add(customers, row);
        target.add(
            names.get(rows.name(sub)), records.dayAt(record), codes.decode(records.codeAt(record)));
      }
    }
  }

  /**
   * Returns the number of records.
   *
   * @return at least 1
   */
  public int size() {
    return records.size();
  }

  /**
   * Returns the number of subscriptions.
   *
   * @return at least 1
   */
  public int subscriptions() {
    return rows.subscriptions();
  }

  /**
   * Returns the first day about which nothing is known but what was agreed before it.
   *
   * @return the end of observation
   */
  public LocalDate observationEndExclusive() {
    return observationEndExclusive;
  }

  /**
   * Returns the customers.
   *
   * @return in the order of the ledger: by text, or by number
   */
  public List<CustomerId> customers() {
    return IntStream.range(0, customers.size()).mapToObj(customers::id).toList();
  }

  /**
   * Returns the currencies of what is charged, now or after a trial.
   *
   * @return in the order of their codes; those of the free plans if nothing is ever charged
   */
  public SortedSet<Currency> currencies() {
    SortedSet<Currency> charged = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
    SortedSet<Currency> free = new TreeSet<>(charged.comparator());
    for (int number : plans()) {
      Plan plan = codes.plan(number);
      (plan.kind() == PlanKind.FREE ? free : charged).add(plan.price().currency());
    }
    return Collections.unmodifiableSortedSet(charged.isEmpty() ? free : charged);
  }

  private Set<Integer> plans() {
    Set<Integer> plans = new HashSet<>();
    for (int record = 0; record < records.size(); record++) {
      if (hasPlan(record)) {
        plans.add(records.itemAt(record));
      }
    }
    return plans;
  }

  private boolean hasPlan(int record) {
    return records.kindAt(record).hasPlan() && records.itemAt(record) != LedgerColumns.NONE;
  }

  /**
   * Returns all records.
   *
   * @return by customer, then by the name of the subscription, then by day, then in the order of
   *     arrival
   */
  public Stream<SubscriptionEvent> events() {
    return IntStream.range(0, rows.subscriptions()).boxed().flatMap(this::eventsOf);
  }

  private Stream<SubscriptionEvent> eventsOf(int subscription) {
    CustomerId customer = customerOf(subscription);
    String name = names.get(rows.name(subscription));
    return IntStream.range(rows.firstEvent(subscription), rows.endEvent(subscription))
        .mapToObj(
            record ->
                new SubscriptionEvent(
                    customer, name, date(record), codes.decode(records.codeAt(record))));
  }

  private LocalDate date(int record) {
    return LocalDate.ofEpochDay(records.dayAt(record));
  }

  LedgerCustomers keys() {
    return customers;
  }

  LedgerRows rows() {
    return rows;
  }

  LedgerColumns records() {
    return records;
  }

  ChangeCodes codes() {
    return codes;
  }

  CustomerId customerOf(int subscription) {
    return customers.id(rows.rowOf(subscription));
  }

  /** Names a record, to stand in a message. */
  String where(int subscription, int record) {
    return LedgerCollector.where(
        names.get(rows.name(subscription)), customerOf(subscription), date(record));
  }

  /** Names the first record by which something is charged in one of the currencies. */
  String whereCharged(Currency currency) {
    for (int subscription = 0; subscription < subscriptions(); subscription++) {
      int end = rows.endEvent(subscription);
      for (int record = rows.firstEvent(subscription); record < end; record++) {
        if (hasPlan(record) && codes.plan(records.itemAt(record)).isChargedIn(currency)) {
          return where(subscription, record);
        }
      }
    }
    return "";
  }

  /** Two ledgers are equal if they have the same records in the same order of each day. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SubscriptionLedger that
        && observationEndExclusive.equals(that.observationEndExclusive)
        && customers.equals(that.customers)
        && records.size() == that.records.size()
        && events().toList().equals(that.events().toList());
  }

  @Override
  public int hashCode() {
    return 31 * customers.hashCode() + records.size();
  }

  /**
   * Returns the shape.
   *
   * @return customers, subscriptions, records and end of observation in one line
   */
  @Override
  public String toString() {
    return customers.size()
        + " customers, "
        + rows.subscriptions()
        + " subscriptions, "
        + records.size()
        + " records, observed until "
        + observationEndExclusive;
  }
}
