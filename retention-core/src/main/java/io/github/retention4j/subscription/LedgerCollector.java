package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.subscription.SubscriptionChange.Cancellation;
import io.github.retention4j.subscription.SubscriptionChange.DiscountStart;
import io.github.retention4j.subscription.SubscriptionChange.PlanChange;
import io.github.retention4j.subscription.SubscriptionChange.Renewal;
import io.github.retention4j.subscription.SubscriptionChange.Start;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes records of subscriptions, in any order, and checks them. Mutable, not thread-safe.
 *
 * <p>What is wrong with a record alone is told when it comes: a price under zero, or an end that is
 * not after its start. What is wrong with it among the others is told when all are there:
 *
 * <ul>
 *   <li>a start while a term of the same subscription runs, or a renewal that ends no later than
 *       the term before it: terms of one subscription never overlap;
 *   <li>a change before the start, after the end, or of a subscription that never started;
 *   <li>the same record twice; a pause, a failed payment or a cancel request while there is one
 *       already; the end of what has not begun;
 *   <li>a discount by an amount in another currency than the price.
 * </ul>
 *
 * <p>Records of one subscription and day are taken in the order of arrival. Customers are known by
 * text or by number; the first record decides.
 */
public final class LedgerCollector {

  /** More than a million years, so that days can be added without care. */
  private static final long FARTHEST_DAY = 400_000_000;

  private final LocalDate observationEndExclusive;
  private final FaultPolicy policy;
  private final LedgerRecords records = new LedgerRecords();
  private final List<Rejection> rejections = new ArrayList<>();
  private int[] numbers = new int[16];

  private LedgerCollector(LocalDate observationEndExclusive, FaultPolicy policy) {
    this.observationEndExclusive =
        requireNonNull(observationEndExclusive, "observationEndExclusive");
    this.policy = requireNonNull(policy, "policy");
    if (isTooFar(observationEndExclusive)) {
      throw new IllegalArgumentException(
          "observationEndExclusive ("
              + observationEndExclusive
              + ") must be within a million years of 1970");
    }
  }

  /**
   * Returns an empty collector that stops at the first fault.
   *
   * @param observationEndExclusive the first day about which nothing is known but what was agreed
   *     before it, within a million years of 1970
   * @return the collector
   * @throws IllegalArgumentException if it is farther
   */
  public static LedgerCollector until(LocalDate observationEndExclusive) {
    return new LedgerCollector(observationEndExclusive, FaultPolicy.STOP);
  }

  /**
   * Returns an empty collector.
   *
   * @param observationEndExclusive the first day about which nothing is known but what was agreed
   *     before it, within a million years of 1970
   * @param policy what becomes of a record that cannot be used
   * @return the collector
   * @throws IllegalArgumentException if it is farther
   */
  public static LedgerCollector until(LocalDate observationEndExclusive, FaultPolicy policy) {
    return new LedgerCollector(observationEndExclusive, policy);
  }

  /**
   * Takes a record of a customer known by text.
   *
   * @param event the record
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP},
   *     or customers are known by number here
   */
  public boolean add(SubscriptionEvent event) {
    if (isRefused(event)) {
      return false;
    }
    records.customers().add(event.customer());
    take(event);
    return true;
  }

  /**
   * Takes a record of a customer known by number.
   *
   * @param customer whose subscription it is
   * @param subscription its name among those of the customer, not blank
   * @param date the first day on which the change holds
   * @param change what happens
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP},
   *     or customers are known by text here
   */
  public boolean add(
      long customer, String subscription, LocalDate date, SubscriptionChange change) {
    SubscriptionEvent event;
    try {
      event = new SubscriptionEvent(CustomerId.of(customer), subscription, date, change);
    } catch (IllegalArgumentException blank) {
      refuse(Math.addExact(offered(), 1), String.valueOf(blank.getMessage()));
      return false;
    }
    if (isRefused(event)) {
      return false;
    }
    records.customers().add(customer);
    take(event);
    return true;
  }

  private boolean isRefused(SubscriptionEvent event) {
    Optional<String> problem = problem(requireNonNull(event, "event"));
    problem.ifPresent(reason -> refuse(Math.addExact(offered(), 1), reason));
    return problem.isPresent();
  }

  private void refuse(long number, String reason) {
    if (policy == FaultPolicy.STOP) {
      throw new IllegalArgumentException(reason);
    }
    rejections.add(new Rejection(number, reason));
  }

  private void take(SubscriptionEvent event) {
    if (records.size() == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.addExact(numbers.length, numbers.length >> 1));
    }
    numbers[records.size()] = Math.toIntExact(offered() + 1);
    records.add(event.subscription(), ChangeCodes.dayOf(event.date()), event.change());
  }

  private static Optional<String> problem(SubscriptionEvent event) {
    if (isTooFar(event.date())) {
      return Optional.of(
          "date ("
              + event.date()
              + ")"
              + where(event)
              + " must be within a million"
              + " years of 1970");
    }
    SubscriptionChange change = event.change();
    if (change instanceof Start start) {
      return problemOfStart(event, start);
    }
    if (change instanceof PlanChange planChange) {
      return problemOfPrice(event, planChange.plan());
    }
    if (change instanceof Renewal renewal) {
      return problemOfEnd(event, "termEndExclusive", Optional.of(renewal.termEndExclusive()))
          .or(() -> renewal.plan().flatMap(plan -> problemOfPrice(event, plan)));
    }
    if (change instanceof DiscountStart start) {
      return problemOfEnd(event, "endExclusive", start.discount().endExclusive());
    }
    return change instanceof Cancellation cancellation
        ? problemOfPaidTime(event, cancellation.paidUntilExclusive())
        : Optional.empty();
  }

  private static Optional<String> problemOfStart(SubscriptionEvent event, Start start) {
    return problemOfPrice(event, start.plan())
        .or(() -> problemOfEnd(event, "termEndExclusive", start.termEndExclusive()))
        .or(() -> problemOfSigning(event, start.signed()));
  }

  private static Optional<String> problemOfPrice(SubscriptionEvent event, Plan plan) {
    return plan.price().signum() < 0
        ? Optional.of("price (" + plan.price() + ")" + where(event) + " must not be negative")
        : Optional.empty();
  }

  private static Optional<String> problemOfEnd(
      SubscriptionEvent event, String name, Optional<LocalDate> end) {
    return end.filter(day -> !day.isAfter(event.date()) || isTooFar(day))
        .map(day -> name + " (" + day + ")" + where(event) + " must be after that day");
  }

  private static Optional<String> problemOfSigning(
      SubscriptionEvent event, Optional<LocalDate> signed) {
    return signed
        .filter(day -> day.isAfter(event.date()) || isTooFar(day))
        .map(day -> "signed (" + day + ")" + where(event) + " must not be after that day");
  }

  private static Optional<String> problemOfPaidTime(
      SubscriptionEvent event, Optional<LocalDate> paidUntil) {
    return paidUntil
        .filter(day -> day.isBefore(event.date()) || isTooFar(day))
        .map(
            day ->
                "paidUntilExclusive (" + day + ")" + where(event) + " must not be before that day");
  }

  private static boolean isTooFar(LocalDate day) {
    return Math.abs(day.toEpochDay()) > FARTHEST_DAY;
  }

  private static String where(SubscriptionEvent event) {
    return where(event.subscription(), event.customer(), event.date());
  }

  /** Names a record, to stand in a message. */
  static String where(String subscription, CustomerId customer, LocalDate date) {
    return " of subscription " + subscription + " of customer " + customer + " on " + date;
  }

  /**
   * Returns how many records were offered.
   *
   * @return those taken and those refused when they came
   */
  public long offered() {
    return (long) records.size() + rejections.size();
  }

  /**
   * Returns the records offered so far that are not in the ledger.
   *
   * @return those refused when they came and those that do not fit the others, in the order of
   *     arrival; always empty with {@link FaultPolicy#STOP}
   */
  public List<Rejection> rejections() {
    if (policy == FaultPolicy.STOP) {
      return List.of();
    }
    int[] order = records.allRecords();
    SubscriptionLedger ledger = records.ledger(order, observationEndExclusive);
    Stream<Rejection> misfits =
        LedgerCheck.faults(ledger).stream()
            .map(fault -> new Rejection(numbers[order[fault.record()]], fault.reason()));
    return Stream.concat(rejections.stream(), misfits)
        .sorted(Comparator.comparingLong(Rejection::number))
        .toList();
  }

  /**
   * Returns the records taken so far that fit together. The collector may go on.
   *
   * @return an immutable ledger
   * @throws IllegalArgumentException if there is none, or one does not fit the others and the
   *     policy is {@link FaultPolicy#STOP}: the message is about the first such record to arrive
   */
  public SubscriptionLedger toLedger() {
    requireRecords(records.size());
    int[] order = records.allRecords();
    SubscriptionLedger ledger = records.ledger(order, observationEndExclusive);
    List<LedgerCheck.Fault> faults = LedgerCheck.faults(ledger);
    return faults.isEmpty() ? ledger : without(faults, order);
  }

  private SubscriptionLedger without(List<LedgerCheck.Fault> faults, int[] order) {
    if (policy == FaultPolicy.STOP) {
      throw new IllegalArgumentException(
          faults.stream()
              .min(Comparator.comparingInt(fault -> order[fault.record()]))
              .orElseThrow()
              .reason());
    }
    boolean[] faulty = new boolean[records.size()];
    faults.forEach(fault -> faulty[order[fault.record()]] = true);
    int[] kept = IntStream.range(0, faulty.length).filter(record -> !faulty[record]).toArray();
    requireRecords(kept.length);
    return records.ledger(kept, observationEndExclusive);
  }

  private void requireRecords(int kept) {
    if (kept == 0) {
      throw new IllegalArgumentException(
          "records (0 kept of " + offered() + " offered) must be at least one");
    }
  }
}
