package io.github.retention4j.retention;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which customers stayed, left, came and came back over a period, one by one. Immutable; every set
 * is in the order of ids.
 *
 * <p>The sets never overlap, and they account for everyone: start = retained + lost, end = retained
 * + acquired + reactivated.
 */
public final class CustomerMovement {

  private final SortedSet<CustomerId> retained;
  private final SortedSet<CustomerId> lost;
  private final SortedSet<CustomerId> acquired;
  private final SortedSet<CustomerId> reactivated;
  private final SortedSet<CustomerId> shortStays;

  CustomerMovement(
      SortedSet<CustomerId> retained,
      SortedSet<CustomerId> lost,
      SortedSet<CustomerId> acquired,
      SortedSet<CustomerId> reactivated,
      SortedSet<CustomerId> shortStays) {
    this.retained = Collections.unmodifiableSortedSet(retained);
    this.lost = Collections.unmodifiableSortedSet(lost);
    this.acquired = Collections.unmodifiableSortedSet(acquired);
    this.reactivated = Collections.unmodifiableSortedSet(reactivated);
    this.shortStays = Collections.unmodifiableSortedSet(shortStays);
  }

  /**
   * Compares the customers at the start and at the end of a period. Whoever is there at the end
   * only counts as acquired, for want of knowledge about earlier times; customers who came and went
   * in between are not seen.
   *
   * @param atStart the customers when the period began
   * @param atEnd the customers when the period ended
   * @return the movement
   */
  public static CustomerMovement between(Set<CustomerId> atStart, Set<CustomerId> atEnd) {
    return between(atStart, atEnd, Set.of(), Set.of());
  }

  /**
   * Compares the customers at the start and at the end of a period and tells those who came back
   * from those who are new.
   *
   * @param atStart the customers when the period began
   * @param atEnd the customers when the period ended
   * @param earlier customers at any time before the start; those at the start may be among them
   * @param shortStays new customers who came and went within the period
   * @return the movement
   * @throws IllegalArgumentException if a short stay was a customer at the start, at the end or
   *     earlier
   */
  public static CustomerMovement between(
      Set<CustomerId> atStart,
      Set<CustomerId> atEnd,
      Set<CustomerId> earlier,
      Set<CustomerId> shortStays) {
    for (CustomerId customer : new TreeSet<>(shortStays)) {
      if (atStart.contains(customer) || atEnd.contains(customer) || earlier.contains(customer)) {
        throw new IllegalArgumentException(
            "shortStays ("
                + customer
                + ") must have been no customer at the start, at the end or earlier");
      }
    }
    SortedSet<CustomerId> came = without(atEnd, atStart);
    SortedSet<CustomerId> acquired = without(came, earlier);
    return new CustomerMovement(
        without(atStart, without(atStart, atEnd)),
        without(atStart, atEnd),
        acquired,
        without(came, acquired),
        new TreeSet<>(shortStays));
  }

  /**
   * Returns the customers at both start and end.
   *
   * @return the retained
   */
  public SortedSet<CustomerId> retained() {
    return retained;
  }

  /**
   * Returns the customers at the start who were none at the end.
   *
   * @return the lost
   */
  public SortedSet<CustomerId> lost() {
    return lost;
  }

  /**
   * Returns the customers at the end who had never been one before.
   *
   * @return the acquired
   */
  public SortedSet<CustomerId> acquired() {
    return acquired;
  }

  /**
   * Returns the customers at the end who were none at the start but had been one earlier.
   *
   * @return the reactivated; empty where nothing is known about earlier times
   */
  public SortedSet<CustomerId> reactivated() {
    return reactivated;
  }

  /**
   * Returns the new customers who came and went within the period. They are in no other set and in
   * no count.
   *
   * @return the short stays; empty where they cannot be seen
   */
  public SortedSet<CustomerId> shortStays() {
    return shortStays;
  }

  /**
   * Returns the customers when the period began.
   *
   * @return retained and lost
   */
  public SortedSet<CustomerId> atStart() {
    return union(List.of(retained, lost));
  }

  /**
   * Returns the customers when the period ended.
   *
   * @return retained, acquired and reactivated
   */
  public SortedSet<CustomerId> atEnd() {
    return union(List.of(retained, acquired, reactivated));
  }

  /**
   * Returns the four counts, by the choice that {@link ShortStayCounting} names. The reactivated
   * count as acquired, since the identity of the four knows no fifth.
   *
   * @param counting whether short stays are counted
   * @return the counts
   */
  public CustomerCounts counts(ShortStayCounting counting) {
    long brief = counting == ShortStayCounting.AS_ACQUIRED_AND_LOST ? shortStays.size() : 0;
    long came = (long) acquired.size() + reactivated.size();
    return CustomerCounts.ofStartAcquiredLost(
            (long) retained.size() + lost.size(), came, lost.size())
        .plusShortStays(brief);
  }

  /**
   * Returns the share of the customers at the start who are customers at the end.
   *
   * @param per the length of the period
   * @return retained / (retained + lost); empty if nobody was there at the start
   */
  public Optional<RetentionRate> retention(Granularity per) {
    return Proportion.ifAny(retained.size(), (long) retained.size() + lost.size())
        .map(share -> new RetentionRate(share, per, RetentionDefinition.SAME_CUSTOMERS));
  }

  /**
   * Splits the movement by group of customer.
   *
   * @param segmentation the groups
   * @return the movement of each group that has anyone in it, by name; the parts sum to this
   */
  public SortedMap<String, CustomerMovement> split(Segmentation segmentation) {
    List<SortedMap<String, SortedSet<CustomerId>>> parts = new ArrayList<>();
    for (SortedSet<CustomerId> set : sets()) {
      parts.add(segmentation.split(set));
    }
    SortedSet<String> names = new TreeSet<>();
    parts.forEach(part -> names.addAll(part.keySet()));
    SortedMap<String, CustomerMovement> movements = new TreeMap<>();
    for (String name : names) {
      Function<Integer, SortedSet<CustomerId>> members =
          set -> parts.get(set).getOrDefault(name, new TreeSet<>());
      movements.put(
          name,
          new CustomerMovement(
              members.apply(0),
              members.apply(1),
              members.apply(2),
              members.apply(3),
              members.apply(4)));
    }
    return movements;
  }

  private List<SortedSet<CustomerId>> sets() {
    return List.of(retained, lost, acquired, reactivated, shortStays);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CustomerMovement that && sets().equals(that.sets());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(sets());
  }

  /**
   * Returns the sizes of the sets.
   *
   * @return in one line
   */
  @Override
  public String toString() {
    return retained.size()
        + " retained, "
        + lost.size()
        + " lost, "
        + acquired.size()
        + " acquired, "
        + reactivated.size()
        + " reactivated, "
        + shortStays.size()
        + " short stays";
  }

  private static SortedSet<CustomerId> without(
      Set<CustomerId> customers, Set<CustomerId> excluded) {
    SortedSet<CustomerId> rest = new TreeSet<>();
    for (CustomerId customer : customers) {
      if (!excluded.contains(customer)) {
        rest.add(customer);
      }
    }
    return rest;
  }

  private static SortedSet<CustomerId> union(Collection<SortedSet<CustomerId>> sets) {
    TreeSet<CustomerId> all = new TreeSet<>();
    sets.forEach(all::addAll);
    return Collections.unmodifiableSortedSet(all);
  }
}
