package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The door through which events come in, in any order. Mutable, not thread-safe.
 *
 * <p>An event is refused if it lies on or after the end of observation (a future event), if its
 * amount is in another currency than the amounts before it, or if it has an instant where those
 * before it have only a day, or the other way round. Amounts are kept exactly, with at most 18
 * digits at the most decimals that any of them has; one that needs more is refused. What a refusal
 * does is the {@link FaultPolicy}; the default is to stop.
 */
public final class EventCollector {

  private final LocalDate observationEndExclusive;
  private final FaultPolicy policy;
  private final KeyIndex index = new KeyIndex();
  private final EventColumns columns = new EventColumns();
  private final List<Rejection> rejections = new ArrayList<>();
  private int[] customer = new int[16];

  private EventCollector(LocalDate observationEndExclusive, FaultPolicy policy) {
    this.observationEndExclusive =
        requireNonNull(observationEndExclusive, "observationEndExclusive");
    EpochDays.of("observationEndExclusive", observationEndExclusive);
    this.policy = requireNonNull(policy, "policy");
  }

  /**
   * Returns an empty collector that stops at the first fault.
   *
   * @param observationEndExclusive the first day about which nothing is known
   * @return the collector
   */
  public static EventCollector until(LocalDate observationEndExclusive) {
    return new EventCollector(observationEndExclusive, FaultPolicy.STOP);
  }

  /**
   * Returns an empty collector.
   *
   * @param observationEndExclusive the first day about which nothing is known
   * @param policy what becomes of an event that cannot be used
   * @return the collector
   */
  public static EventCollector until(LocalDate observationEndExclusive, FaultPolicy policy) {
    return new EventCollector(observationEndExclusive, policy);
  }

  /**
   * Takes an event.
   *
   * @param event the event
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP}
   */
  public boolean add(Event event) {
    try {
      addOrThrow(event);
      return true;
    } catch (IllegalArgumentException fault) {
      refuse(fault);
      return false;
    }
  }

  /** Takes an event, or says why not, whatever the policy. */
  void addOrThrow(Event event) {
    check(event);
    if (columns.size() == customer.length) {
      customer = Arrays.copyOf(customer, Math.addExact(customer.length, customer.length >> 1));
    }
    customer[columns.size()] = index.indexOf(event.customer());
    columns.add(event);
  }

  /**
   * Takes an event without an amount.
   *
   * @param who the customer
   * @param date when, in the zone of the business
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP}
   */
  public boolean add(CustomerId who, LocalDate date) {
    return add(Event.of(who, date));
  }

  /** Stops at a fault, or takes note of it, as the policy has it. */
  void refuse(IllegalArgumentException fault) {
    if (policy == FaultPolicy.STOP) {
      throw fault;
    }
    rejections.add(new Rejection(offered() + 1, String.valueOf(fault.getMessage())));
  }

  private void check(Event event) {
    EpochDays.of("date", event.date());
    if (!event.date().isBefore(observationEndExclusive)) {
      throw new IllegalArgumentException(
          "date ("
              + event.date()
              + ") of customer "
              + event.customer()
              + " must be before the end of observation ("
              + observationEndExclusive
              + ")");
    }
    if (columns.size() > 0 && columns.hasInstants() != event.instant().isPresent()) {
      throw new IllegalArgumentException(
          "event of customer "
              + event.customer()
              + " on "
              + event.date()
              + (columns.hasInstants() ? " must have an instant" : " must have no instant")
              + ", like those before it");
    }
    event.amount().ifPresent(amount -> columns.checkAmount(event, amount));
  }

  /**
   * Returns how many events were offered.
   *
   * @return those taken and those refused
   */
  public long offered() {
    return (long) columns.size() + rejections.size();
  }

  /**
   * Returns the events that were refused.
   *
   * @return in the order of arrival; always empty with {@link FaultPolicy#STOP}
   */
  public List<Rejection> rejections() {
    return List.copyOf(rejections);
  }

  /**
   * Returns the events taken so far. The collector may go on.
   *
   * @return an immutable log
   * @throws IllegalArgumentException if no event was taken
   */
  public EventLog toLog() {
    if (columns.size() == 0) {
      throw new IllegalArgumentException(
          "events (0 taken of " + offered() + " offered) must be at least one");
    }
    int[] rankOf = index.ranks();
    int[] rowOf = new int[columns.size()];
    Arrays.setAll(rowOf, event -> rankOf[customer[event]]);
    return LogLayout.log(
        index.names(), rowOf, columns, observationEndExclusive, Collections.emptySortedMap());
  }
}
