package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door through which events come in, in any order. Mutable, not thread-safe.
 *
 * <p>An event is refused if it lies on or after the end of observation (a future event), or if its
 * amount is in another currency than the amounts before it. What a refusal does is the {@link
 * FaultPolicy}; the default is to stop.
 */
public final class EventCollector {

  private final LocalDate observationEndExclusive;
  private final FaultPolicy policy;
  private final Map<CustomerId, Integer> indexOf = new HashMap<>();
  private final List<CustomerId> customers = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private int[] customer = new int[16];
  private int[] day = new int[16];
  private @Nullable Money[] amount = new Money[16];
  private @Nullable Currency currency;
  private int size;

  private EventCollector(LocalDate observationEndExclusive, FaultPolicy policy) {
    this.observationEndExclusive =
        requireNonNull(observationEndExclusive, "observationEndExclusive");
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
    return add(event.customer(), event.date(), event.amount().orElse(null));
  }

  /**
   * Takes an event without an amount.
   *
   * @param customer who
   * @param date when, in the zone of the business
   * @return true if it was taken, false if it was refused and recorded in {@link #rejections()}
   * @throws IllegalArgumentException if it is refused and the policy is {@link FaultPolicy#STOP}
   */
  public boolean add(CustomerId customer, LocalDate date) {
    return add(customer, date, null);
  }

  private boolean add(CustomerId who, LocalDate date, @Nullable Money paid) {
    requireNonNull(who, "customer");
    requireNonNull(date, "date");
    try {
      check(who, date, paid);
    } catch (IllegalArgumentException fault) {
      if (policy == FaultPolicy.STOP) {
        throw fault;
      }
      rejections.add(new Rejection(offered() + 1, String.valueOf(fault.getMessage())));
      return false;
    }
    append(who, date, paid);
    return true;
  }

  private void check(CustomerId who, LocalDate date, @Nullable Money paid) {
    if (!date.isBefore(observationEndExclusive)) {
      throw new IllegalArgumentException(
          "date ("
              + date
              + ") of customer "
              + who
              + " must be before the end of observation ("
              + observationEndExclusive
              + ")");
    }
    if (paid != null && currency != null && !paid.currency().equals(currency)) {
      throw new CurrencyMismatchException(
          currency, paid.currency(), "amount of customer " + who + " on " + date);
    }
  }

  private void append(CustomerId who, LocalDate date, @Nullable Money paid) {
    if (size == day.length) {
      grow();
    }
    customer[size] = indexOf.computeIfAbsent(who, this::register);
    day[size] = Math.toIntExact(date.toEpochDay());
    amount[size] = paid;
    size++;
    if (paid != null) {
      currency = paid.currency();
    }
  }

  private int register(CustomerId who) {
    customers.add(who);
    return customers.size() - 1;
  }

  private void grow() {
    int capacity = Math.addExact(size, size >> 1);
    customer = Arrays.copyOf(customer, capacity);
    day = Arrays.copyOf(day, capacity);
    amount = Arrays.copyOf(amount, capacity);
  }

  /**
   * Returns how many events were offered.
   *
   * @return those taken and those refused
   */
  public long offered() {
    return (long) size + rejections.size();
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
    if (size == 0) {
      throw new IllegalArgumentException(
          "events (0 taken of " + offered() + " offered) must be at least one");
    }
    int[] rankOf = ranks();
    int[] rowStart = new int[customers.size() + 1];
    for (int i = 0; i < size; i++) {
      rowStart[rankOf[customer[i]] + 1]++;
    }
    Arrays.parallelPrefix(rowStart, Integer::sum);
    int[] next = rowStart.clone();
    long[] dayAndEvent = new long[size];
    for (int i = 0; i < size; i++) {
      dayAndEvent[next[rankOf[customer[i]]]++] = ((long) day[i] << 32) | i;
    }
    for (int row = 0; row < customers.size(); row++) {
      Arrays.sort(dayAndEvent, rowStart[row], rowStart[row + 1]);
    }
    return log(rowStart, dayAndEvent);
  }

  private EventLog log(int[] rowStart, long[] dayAndEvent) {
    int[] days = new int[size];
    @Nullable Money[] amounts = currency == null ? null : new Money[size];
    for (int i = 0; i < size; i++) {
      days[i] = (int) (dayAndEvent[i] >> 32);
      if (amounts != null) {
        amounts[i] = amount[(int) dayAndEvent[i]];
      }
    }
    CustomerId[] ordered = customers.stream().sorted().toArray(CustomerId[]::new);
    return new EventLog(ordered, rowStart, days, amounts, currency, observationEndExclusive);
  }

  private int[] ranks() {
    int[] rankOf = new int[customers.size()];
    int rank = 0;
    for (CustomerId who : customers.stream().sorted().toList()) {
      rankOf[requireNonNull(indexOf.get(who))] = rank++;
    }
    return rankOf;
  }
}
