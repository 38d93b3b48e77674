package io.github.retention4j.survival;

import io.github.retention4j.customer.CustomerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Customers drawn with replacement, each draw with all rows of its customer. */
final class SampleDraw {

  private final LifetimeSample sample;
  private final List<Integer> rows = new ArrayList<>();
  private final List<CustomerId> customers = new ArrayList<>();

  SampleDraw(LifetimeSample sample, RandomGenerator random) {
    this.sample = sample;
    List<List<Integer>> ofCustomer = rowsOfCustomers(sample);
    for (int draw = 1; draw <= ofCustomer.size(); draw++) {
      for (int row : ofCustomer.get(random.nextInt(ofCustomer.size()))) {
        rows.add(row);
        customers.add(CustomerId.of(draw));
      }
    }
  }

  private static List<List<Integer>> rowsOfCustomers(LifetimeSample sample) {
    if (!sample.hasCustomers()) {
      return IntStream.range(0, sample.rows()).mapToObj(List::of).toList();
    }
    Map<CustomerId, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < sample.rows(); row++) {
      rows.computeIfAbsent(sample.customer(row), customer -> new ArrayList<>()).add(row);
    }
    return List.copyOf(rows.values());
  }

  LifetimeSample sample() {
    LifetimeSample drawn = sample.select(rows.stream().mapToInt(Integer::intValue).toArray());
    return sample.hasCustomers() ? drawn.withCustomers(customers) : drawn;
  }
}
