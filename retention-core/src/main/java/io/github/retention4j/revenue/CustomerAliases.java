package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which customers are one and the same: accounts that were merged, and customers that got a new key
 * when a product moved. What goes on under another key is neither churn nor new business.
 *
 * <p>Example: {@code a -> b} and {@code b -> c} make a, b and c one customer, c.
 */
public final class CustomerAliases {

  private static final CustomerAliases NONE = new CustomerAliases(Map.of());

  private final Map<CustomerId, CustomerId> customerOf;

  private CustomerAliases(Map<CustomerId, CustomerId> customerOf) {
    this.customerOf = customerOf;
  }

  /**
   * Returns no aliases: every customer stands for itself.
   *
   * @return no aliases
   */
  public static CustomerAliases none() {
    return NONE;
  }

  /**
   * Returns aliases. A customer that an alias leads to may itself be an alias of another.
   *
   * @param customerOf for each alias the customer that it stands for
   * @return the aliases, each led to its last customer
   * @throws IllegalArgumentException if aliases lead round in a circle; the message names it
   */
  public static CustomerAliases of(Map<CustomerId, CustomerId> customerOf) {
    requireNonNull(customerOf, "customerOf");
    Map<CustomerId, CustomerId> resolved = new LinkedHashMap<>();
    for (CustomerId alias : new TreeSet<>(customerOf.keySet())) {
      resolved.put(alias, last(alias, customerOf));
    }
    return new CustomerAliases(Collections.unmodifiableMap(resolved));
  }

  /**
   * Returns those aliases that can be followed, and tells the others: those that lead round in a
   * circle, and those that are unknown or lead to an unknown customer.
   *
   * @param customerOf for each alias the customer that it stands for
   * @param known whether there is such a customer
   * @param refused is told each alias that is left out, with its number in ascending order of the
   *     aliases, from 1, and what is wrong with it
   * @return the others, each led to its last customer
   */
  public static CustomerAliases of(
      Map<CustomerId, CustomerId> customerOf,
      Predicate<CustomerId> known,
      Consumer<Rejection> refused) {
    requireNonNull(known, "known");
    requireNonNull(refused, "refused");
    Map<CustomerId, CustomerId> resolved = new LinkedHashMap<>();
    long number = 0;
    for (CustomerId alias : new TreeSet<>(customerOf.keySet())) {
      number++;
      try {
        CustomerAliases one = new CustomerAliases(Map.of(alias, last(alias, customerOf)));
        one.requireKnown(known);
        resolved.putAll(one.customerOf);
      } catch (IllegalArgumentException fault) {
        refused.accept(new Rejection(number, String.valueOf(fault.getMessage())));
      }
    }
    return new CustomerAliases(Collections.unmodifiableMap(resolved));
  }

  private static CustomerId last(CustomerId alias, Map<CustomerId, CustomerId> customerOf) {
    Map<CustomerId, Boolean> path = new LinkedHashMap<>();
    CustomerId at = alias;
    while (customerOf.containsKey(at)) {
      if (path.put(at, true) != null) {
        throw new IllegalArgumentException(
            "aliases ("
                + String.join(" -> ", path.keySet().stream().map(CustomerId::value).toList())
                + " -> "
                + at
                + ") must not lead round in a circle");
      }
      CustomerId name = at;
      at = requireNonNull(customerOf.get(at), () -> "customer of alias " + name);
    }
    return at;
  }

  /**
   * Returns the customer that a key stands for.
   *
   * @param customer a customer or an alias
   * @return the last customer that it leads to; itself if it is no alias
   */
  public CustomerId resolve(CustomerId customer) {
    return customerOf.getOrDefault(requireNonNull(customer, "customer"), customer);
  }

  /**
   * Returns all aliases with the customer that each leads to in the end.
   *
   * @return in the order of the aliases, unmodifiable
   */
  public Map<CustomerId, CustomerId> toMap() {
    return customerOf;
  }

  /**
   * Returns the aliases and the customers they lead to that nobody knows: slips of the pen.
   *
   * @param known whether there is such a customer
   * @return in ascending order, unmodifiable
   */
  public SortedSet<CustomerId> unknown(Predicate<CustomerId> known) {
    SortedSet<CustomerId> unknown = new TreeSet<>(customerOf.keySet());
    unknown.addAll(customerOf.values());
    unknown.removeIf(known);
    return Collections.unmodifiableSortedSet(unknown);
  }

  /**
   * Leaves out aliases that are unknown or lead to an unknown customer; {@link #unknown} tells
   * which those are.
   *
   * @param known whether there is such a customer
   * @return the others
   */
  public CustomerAliases filter(Predicate<CustomerId> known) {
    Map<CustomerId, CustomerId> kept = new LinkedHashMap<>(customerOf);
    kept.entrySet().removeIf(it -> !known.test(it.getKey()) || !known.test(it.getValue()));
    return new CustomerAliases(Collections.unmodifiableMap(kept));
  }

  /**
   * Checks that each alias and each customer that one leads to is known, so that a slip of the pen
   * does not go unseen.
   *
   * @param known whether there is such a customer
   * @throws IllegalArgumentException if one is not; the message names the first
   */
  public void requireKnown(Predicate<CustomerId> known) {
    SortedSet<CustomerId> unknown = unknown(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "aliases ("
              + unknown.first()
              + ") must name known customers; "
              + unknown.size()
              + (unknown.size() == 1 ? " is" : " are")
              + " not");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CustomerAliases that && customerOf.equals(that.customerOf);
  }

  @Override
  public int hashCode() {
    return customerOf.hashCode();
  }

  /**
   * Returns all aliases.
   *
   * @return for example {@code {a=c, b=c}}
   */
  @Override
  public String toString() {
    return customerOf.toString();
  }
}
