package io.github.retention4j.subscription;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Values that many records have in common, each known by a number in the order of arrival. */
final class ValuePool<T> {

  private final List<T> values = new ArrayList<>();
  private final Map<T, Integer> numbers = new HashMap<>();

  int numberOf(T value) {
    Integer known = numbers.putIfAbsent(value, values.size());
    if (known != null) {
      return known;
    }
    values.add(value);
    return values.size() - 1;
  }

  T get(int number) {
    return values.get(number);
  }

  int size() {
    return values.size();
  }

  /** Returns for each number the place of its value in an order. */
  int[] ranks(Comparator<? super T> order) {
    int[] rankOf = new int[values.size()];
    List<Integer> sorted =
        IntStream.range(0, rankOf.length)
            .boxed()
            .sorted(Comparator.comparing(values::get, order))
            .toList();
    for (int rank = 0; rank < rankOf.length; rank++) {
      rankOf[sorted.get(rank)] = rank;
    }
    return rankOf;
  }
}
