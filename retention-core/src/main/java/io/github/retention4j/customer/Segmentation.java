package io.github.retention4j.customer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A division of customers into groups by one attribute, such as plan, region or channel. Each
 * customer belongs to one group; those nobody assigned form a group of their own, {@link
 * #UNASSIGNED}, so that the parts always sum to the whole.
 *
 * @param attribute what the groups are groups of, such as {@code plan}; not blank
 * @param segments the group of each customer; names not blank
 */
public record Segmentation(String attribute, Map<CustomerId, String> segments) {

  /** The group of customers that have no other. */
  public static final String UNASSIGNED = "(unassigned)";

  /**
   * Copies the groups, in the order of the customers.
   *
   * @param attribute what the groups are groups of
   * @param segments the group of each customer
   * @throws IllegalArgumentException if a name is blank
   */
  public Segmentation {
    requireNonNull(attribute, "attribute");
    if (attribute.isBlank()) {
      throw new IllegalArgumentException("attribute (" + attribute + ") must not be blank");
    }
    segments = sorted(requireNonNull(segments, "segments"));
    segments.forEach(
        (customer, segment) -> {
          requireNonNull(segment, () -> "segment of customer " + customer);
          if (segment.isBlank()) {
            throw new IllegalArgumentException(
                "segment (" + segment + ") of customer " + customer + " must not be blank");
          }
        });
  }

  /**
   * Returns the group of a customer.
   *
   * @param customer the customer
   * @return its group, {@link #UNASSIGNED} if it has none
   */
  public String segmentOf(CustomerId customer) {
    return segments.getOrDefault(requireNonNull(customer, "customer"), UNASSIGNED);
  }

  /**
   * Splits customers by group.
   *
   * @param customers the customers to split
   * @return the members of each group that has any, groups and members in order, unmodifiable;
   *     every customer is in exactly one
   */
  public SortedMap<String, SortedSet<CustomerId>> split(Collection<CustomerId> customers) {
    SortedMap<String, SortedSet<CustomerId>> parts = new TreeMap<>();
    for (CustomerId customer : requireNonNull(customers, "customers")) {
      parts.computeIfAbsent(segmentOf(customer), name -> new TreeSet<>()).add(customer);
    }
    parts.replaceAll((name, members) -> Collections.unmodifiableSortedSet(members));
    return Collections.unmodifiableSortedMap(parts);
  }

  /** Hashed for the lookups, ordered so that equal divisions read the same. */
  private static Map<CustomerId, String> sorted(Map<CustomerId, String> segments) {
    List<CustomerId> customers = new ArrayList<>(segments.keySet());
    customers.forEach(customer -> requireNonNull(customer, "customer"));
    Collections.sort(customers);
    Map<CustomerId, String> copy = new LinkedHashMap<>();
    customers.forEach(customer -> copy.put(customer, segments.get(customer)));
    return Collections.unmodifiableMap(copy);
  }
}
