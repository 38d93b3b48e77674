package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.text.CellText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * How many days ago each customer was last in contact, as of a date. All customers are looked at,
 * not a sample of them, so that the numbers have no interval.
 *
 * @param asOf the day from which days are counted; a contact on it was 0 days ago
 * @param days for each customer who was ever in contact how many days ago, in the order of
 *     customers
 * @param never customers who never were, in order
 */
public record ContactRecency(
    LocalDate asOf, SortedMap<CustomerId, Long> days, SortedSet<CustomerId> never) {

  /**
   * Copies the customers.
   *
   * @param asOf the day from which days are counted
   * @param days for each customer who was ever in contact how many days ago
   * @param never customers who never were
   * @throws IllegalArgumentException if days are negative or a customer is in both
   */
  public ContactRecency {
    requireNonNull(asOf, "asOf");
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    never = Collections.unmodifiableSortedSet(new TreeSet<>(never));
    days.forEach((customer, ago) -> Checks.count("days of customer " + customer, ago));
    for (CustomerId customer : never) {
      if (days.containsKey(customer)) {
        throw new IllegalArgumentException(
            "never (" + customer + ") must not hold a customer who was in contact");
      }
    }
  }

  /**
   * Looks at a log of contacts. To count some kinds only, such as calls, pass {@link
   * EventLog#ofKind}.
   *
   * @param contacts the contacts; those after {@code asOf} are passed over, and those of others
   *     than the customers
   * @param customers of whom to know
   * @param asOf the day from which days are counted, before the end of observation of the log
   * @return days since the last contact
   * @throws IllegalArgumentException if asOf is not before the end of observation: then later
   *     contacts are not known
   */
  public static ContactRecency of(EventLog contacts, Set<CustomerId> customers, LocalDate asOf) {
    if (!asOf.isBefore(contacts.observationEndExclusive())) {
      throw new IllegalArgumentException(
          Texts.format(
              "asOf (%s) must be before the end of observation (%s)",
              asOf, contacts.observationEndExclusive()));
    }
    Map<CustomerId, LocalDate> last = new HashMap<>();
    contacts
        .events()
        .filter(event -> !event.date().isAfter(asOf))
        .forEach(event -> last.merge(event.customer(), event.date(), ContactRecency::later));
    return of(last, customers, asOf);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Takes the days of the last contacts.
   *
   * @param last the day of the last contact of each customer who ever was in contact; those of
   *     others than the customers are passed over
   * @param customers of whom to know
   * @param asOf the day from which days are counted
   * @return days since the last contact
   * @throws IllegalArgumentException if the last contact of a customer is after asOf: then the last
   *     one before it is not known
   */
  public static ContactRecency of(
      Map<CustomerId, LocalDate> last, Set<CustomerId> customers, LocalDate asOf) {
    return of(
        last,
        customers,
        asOf,
        fault -> {
          throw new IllegalArgumentException(fault.reason());
        });
  }

  /**
   * Takes the days of the last contacts without customers whose last contact is after asOf.
   *
   * @param last the day of the last contact of each customer who ever was in contact; those of
   *     others than the customers are passed over
   * @param customers of whom to know
   * @param asOf the day from which days are counted
   * @param refused is told each customer that is left out, with its number in ascending order of
   *     the customers, from 1, and what is wrong
   * @return days since the last contact of the others
   */
  public static ContactRecency of(
      Map<CustomerId, LocalDate> last,
      Set<CustomerId> customers,
      LocalDate asOf,
      Consumer<Rejection> refused) {
    requireNonNull(refused, "refused");
    SortedMap<CustomerId, Long> days = new TreeMap<>();
    SortedSet<CustomerId> never = new TreeSet<>();
    long number = 0;
    for (CustomerId customer : new TreeSet<>(customers)) {
      number++;
      LocalDate date = last.get(customer);
      if (date == null) {
        never.add(customer);
      } else if (date.isAfter(asOf)) {
        refused.accept(new Rejection(number, tooLate(customer, date, asOf)));
      } else {
        days.put(customer, ChronoUnit.DAYS.between(date, asOf));
      }
    }
    return new ContactRecency(asOf, days, never);
  }

  private static String tooLate(CustomerId customer, LocalDate date, LocalDate asOf) {
    return Texts.format(
        "last contact (%s) of customer %s must not be after asOf (%s)", date, customer, asOf);
  }

  /**
   * Returns those out of contact for longer than a limit. Those never in contact are apart, in
   * {@link #never()}.
   *
   * @param limit days, 0 or more
   * @return customers last in contact more than so many days ago, the longest first, then in order
   * @throws IllegalArgumentException if the limit is negative
   */
  public List<CustomerId> over(long limit) {
    return entriesOver(limit).stream().map(Map.Entry::getKey).toList();
  }

  private List<Map.Entry<CustomerId, Long>> entriesOver(long limit) {
    Checks.count("limit", limit);
    return days.entrySet().stream()
        .filter(entry -> entry.getValue() > limit)
        .sorted(Map.Entry.comparingByValue(Comparator.<Long>reverseOrder()))
        .toList();
  }

  /**
   * Returns a quantile of the days since the last contact, of those ever in contact: the smallest
   * number that at least a share p of them do not exceed (type 1 of Hyndman and Fan).
   *
   * @param p the share, over 0 and at most 1; 0.5 for the median
   * @return days; empty if nobody was ever in contact
   * @throws IllegalArgumentException if p is not over 0 and at most 1
   * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996)</a>
   */
  public OptionalLong quantile(double p) {
    if (!(p > 0 && p <= 1)) {
      throw new IllegalArgumentException("p (" + p + ") must be over 0 and at most 1");
    }
    if (days.isEmpty()) {
      return OptionalLong.empty();
    }
    int rank =
        BigDecimal.valueOf(p)
            .multiply(BigDecimal.valueOf(days.size()))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    return OptionalLong.of(days.values().stream().sorted().toList().get(rank - 1));
  }

  /**
   * Tells why there are no quantiles.
   *
   * @return the reason; empty where there are
   */
  public Optional<String> whyNoQuantiles() {
    return days.isEmpty() ? Optional.of("nobody was ever in contact") : Optional.empty();
  }

  /**
   * Returns the quartiles and those over a limit, in lines.
   *
   * @param limit days, 0 or more
   * @return text that ends with a line feed
   * @throws IllegalArgumentException if the limit is negative
   */
  public String toText(long limit) {
    List<Map.Entry<CustomerId, Long>> over = entriesOver(limit);
    StringBuilder text = new StringBuilder();
    text.append(
        Texts.format(
            "Days since last contact as of %s, %s",
            asOf, Texts.customers((long) days.size() + never.size())));
    if (!days.isEmpty()) {
      text.append(
          Texts.format(
              ": quartiles %d, %d, %d, longest %d",
              quantile(0.25).orElseThrow(),
              quantile(0.5).orElseThrow(),
              quantile(0.75).orElseThrow(),
              quantile(1).orElseThrow()));
    }
    text.append(Texts.format("\nOver %d days: %d\n", limit, over.size()));
    over.forEach(it -> text.append(Texts.format("  %s: %d\n", shown(it.getKey()), it.getValue())));
    text.append(Texts.format("Never: %d\n", never.size()));
    never.forEach(it -> text.append(Texts.format("  %s\n", shown(it))));
    return text.toString();
  }

  private static String shown(CustomerId customer) {
    return CellText.escaped(customer.value());
  }
}
