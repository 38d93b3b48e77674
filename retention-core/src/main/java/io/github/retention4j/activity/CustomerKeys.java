package io.github.retention4j.activity;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.internal.numeric.KeyMix;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The customers of the rows of a grid, in the order of the rows. */
sealed interface CustomerKeys {

  int size();

  CustomerId id(int row);

  /** Returns the row of a customer, or a negative number if it has none. */
  int rowOf(CustomerId customer);

  /** Returns the row of the customer at a row of other keys, or a negative number. */
  int rowOf(CustomerKeys others, int row);

  /** Returns the customers of some rows, in ascending order. */
  CustomerKeys select(int[] rows);

  /** Returns all customers of several keys, all known by text or all by number. */
  static CustomerKeys union(List<CustomerKeys> parts) {
    boolean numbers = parts.get(0) instanceof Numbers;
    for (CustomerKeys part : parts) {
      if (part instanceof Numbers != numbers) {
        throw new IllegalArgumentException(
            "customers known by text must not join customers known by number");
      }
    }
    if (numbers) {
      return Numbers.distinct(
          parts.stream().flatMapToLong(part -> Arrays.stream(((Numbers) part).mixed)).toArray());
    }
    return new Names(
        parts.stream()
            .flatMap(part -> Arrays.stream(((Names) part).sorted))
            .sorted()
            .distinct()
            .toArray(CustomerId[]::new));
  }

  /** Customers known by number, in ascending unsigned order of the mixed number. */
  final class Numbers implements CustomerKeys {

    private final long[] mixed;

    Numbers(long[] mixed) {
      this.mixed = mixed;
    }

    @Override
    public int size() {
      return mixed.length;
    }

    @Override
    public CustomerId id(int row) {
      return CustomerId.of(KeyMix.unmix(mixed[row]));
    }

    @Override
    public int rowOf(CustomerId customer) {
      OptionalLong key = customer.number();
      return key.isPresent() ? find(KeyMix.mix(key.getAsLong())) : -1;
    }

    /** Returns the customers of events, each once. */
    static Numbers distinct(long[] mixedOfEvents) {
      long[] flipped = new long[mixedOfEvents.length];
      Arrays.setAll(flipped, event -> mixedOfEvents[event] ^ Long.MIN_VALUE);
      Arrays.parallelSort(flipped);
      int size = 0;
      for (int i = 0; i < flipped.length; i++) {
        if (i == 0 || flipped[i] != flipped[size - 1]) {
          flipped[size++] = flipped[i];
        }
      }
      long[] mixed = Arrays.copyOf(flipped, size);
      Arrays.setAll(mixed, row -> mixed[row] ^ Long.MIN_VALUE);
      return new Numbers(mixed);
    }

    /**
     * Returns the row of a mixed key, or a negative number. Mixed keys spread evenly, so that a key
     * tells about where it is; from there the search steps out, twice as far each time.
     */
    int find(long key) {
      int guess = (int) (((key >>> Integer.SIZE) * mixed.length) >>> Integer.SIZE);
      int low = guess;
      int high = guess;
      for (int step = 1; low > 0 && Long.compareUnsigned(mixed[low], key) > 0; step *= 2) {
        low = Math.max(0, low - step);
      }
      int last = mixed.length - 1;
      for (int step = 1; high < last && Long.compareUnsigned(mixed[high], key) < 0; step *= 2) {
        high = (int) Math.min(last, (long) high + step);
      }
      return find(key, low, high);
    }

    private int find(long key, int from, int to) {
      int low = from;
      int high = to;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        int order = Long.compareUnsigned(mixed[middle], key);
        if (order == 0) {
          return middle;
        }
        if (order < 0) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return -1;
    }

    @Override
    public int rowOf(CustomerKeys others, int row) {
      return others instanceof Numbers numbers ? find(numbers.mixed[row]) : rowOf(others.id(row));
    }

    @Override
    public CustomerKeys select(int[] rows) {
      return new Numbers(Arrays.stream(rows).mapToLong(row -> mixed[row]).toArray());
    }

    long mixed(int row) {
      return mixed[row];
    }

    long[] mixed() {
      return mixed;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Numbers that && Arrays.equals(mixed, that.mixed);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(mixed);
    }
  }

  /** Customers known by text, in the order of the text. */
  final class Names implements CustomerKeys {

    private final CustomerId[] sorted;

    Names(CustomerId[] sorted) {
      this.sorted = sorted;
    }

    @Override
    public int size() {
      return sorted.length;
    }

    @Override
    public CustomerId id(int row) {
      return sorted[row];
    }

    @Override
    public int rowOf(CustomerId customer) {
      return Arrays.binarySearch(sorted, customer);
    }

    @Override
    public int rowOf(CustomerKeys others, int row) {
      return rowOf(others.id(row));
    }

    @Override
    public CustomerKeys select(int[] rows) {
      return new Names(Arrays.stream(rows).mapToObj(row -> sorted[row]).toArray(CustomerId[]::new));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Names that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(sorted);
    }
  }
}
