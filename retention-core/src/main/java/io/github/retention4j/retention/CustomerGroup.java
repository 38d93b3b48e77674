package io.github.retention4j.retention;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Some customers of a grid, in the order of ids: counted at once, named when asked for, which costs
 * far more.
 */
@SuppressWarnings("JdkObsolete") // what CustomerMovement gives is a SortedSet
final class CustomerGroup extends AbstractSet<CustomerId> implements SortedSet<CustomerId> {

  private final ActivityGrid grid;
  private final int[] rows;
  private volatile @Nullable SortedSet<CustomerId> named;

  /** Keeps the rows, each once. */
  CustomerGroup(ActivityGrid grid, int[] rows) {
    this.grid = grid;
    this.rows = rows;
  }

  /** Two threads may both name them, to the same end. */
  private SortedSet<CustomerId> named() {
    SortedSet<CustomerId> known = named;
    if (known == null) {
      known =
          Collections.unmodifiableSortedSet(
              new TreeSet<>(Arrays.stream(rows).mapToObj(grid::customer).toList()));
      named = known;
    }
    return known;
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public boolean contains(Object customer) {
    return named().contains(customer);
  }

  @Override
  public Iterator<CustomerId> iterator() {
    return named().iterator();
  }

  @Override
  public @Nullable Comparator<? super CustomerId> comparator() {
    return null;
  }

  @Override
  public SortedSet<CustomerId> subSet(CustomerId from, CustomerId toExclusive) {
    return named().subSet(from, toExclusive);
  }

  @Override
  public SortedSet<CustomerId> headSet(CustomerId toExclusive) {
    return named().headSet(toExclusive);
  }

  @Override
  public SortedSet<CustomerId> tailSet(CustomerId from) {
    return named().tailSet(from);
  }

  @Override
  public CustomerId first() {
    return named().first();
  }

  @Override
  public CustomerId last() {
    return named().last();
  }
}
