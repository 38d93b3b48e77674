package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** Rows of a table in the order of arrival: customer, period and amount, in columns. */
final class RevenueRows {

  private final Map<CustomerId, Integer> indexOf = new HashMap<>();
  private final List<CustomerId> names = new ArrayList<>();
  private int size;
  private long[] customers = new long[16];
  private int[] periods = new int[16];
  private long[] units = new long[16];
  private long[] numbers = new long[16];

  /** Takes a row of a customer known by text, with its number in the table. */
  void add(CustomerId customer, long number, int period, long amount) {
    requireNonNull(customer, "customer");
    requireOneKind(names.isEmpty());
    Integer index = indexOf.get(customer);
    if (index == null) {
      index = names.size();
      indexOf.put(customer, index);
      names.add(customer);
    }
    append(index, number, period, amount);
  }

  /** Takes a row of a customer known by number, with its number in the table. */
  void add(long customer, long number, int period, long amount) {
    requireOneKind(!names.isEmpty());
    append(customer, number, period, amount);
  }

  private void requireOneKind(boolean otherKind) {
    if (size > 0 && otherKind) {
      throw new IllegalArgumentException(
          "customers known by text must not join customers known by number");
    }
  }

  private void append(long customer, long number, int period, long amount) {
    if (size == periods.length) {
      int larger = Math.addExact(size, size >> 1);
      customers = Arrays.copyOf(customers, larger);
      periods = Arrays.copyOf(periods, larger);
      units = Arrays.copyOf(units, larger);
      numbers = Arrays.copyOf(numbers, larger);
    }
    customers[size] = customer;
    periods[size] = period;
    units[size] = amount;
    numbers[size] = number;
    size++;
  }

  /** Returns the grid; cells that cannot be used are left out where the consumer returns. */
  RevenueGrid toGrid(RevenueShape shape, Consumer<Rejection> refused) {
    RevenueGridBuilder builder = new RevenueGridBuilder(shape);
    long[] known = Arrays.stream(customers, 0, size).sorted().distinct().toArray();
    int[] order = new int[size];
    Arrays.setAll(order, row -> row);
    order = sorted(order, row -> periods[row] + 1, shape.axis().size() + 1);
    order = sorted(order, row -> Arrays.binarySearch(known, customers[row]), known.length);
    int end = 0;
    while (end < size) {
      int start = end;
      while (end < size && customers[order[end]] == customers[order[start]]) {
        end++;
      }
      new Cells(shape, refused, order, start, end).writeTo(builder);
    }
    return builder.grid();
  }

  /** A counting sort, which keeps the order of rows with equal keys. */
  private static int[] sorted(int[] rows, IntUnaryOperator key, int keys) {
    int[] start = new int[keys + 1];
    int[] keyOf = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      keyOf[i] = key.applyAsInt(rows[i]);
      start[keyOf[i] + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] result = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      result[start[keyOf[i]]++] = rows[i];
    }
    return result;
  }

  /** The rows of one customer in the order of their periods. */
  private final class Cells {

    private final RevenueShape shape;
    private final Consumer<Rejection> refused;
    private final int[] order;
    private final int start;
    private final int end;

    Cells(RevenueShape shape, Consumer<Rejection> refused, int[] order, int start, int end) {
      this.shape = shape;
      this.refused = refused;
      this.order = order;
      this.start = start;
      this.end = end;
    }

    void writeTo(RevenueGridBuilder builder) {
      startCustomer(builder);
      int next = start;
      int period = RevenueSteps.OPENING;
      while (next < end) {
        int from = next;
        int of = periods[order[from]];
        while (next < end && periods[order[next]] == of) {
          next++;
        }
        if (of > period) {
          builder.step(period, 0);
        }
        builder.step(of, sum(from, next));
        period = of + 1;
      }
      if (period < shape.completePeriods()) {
        builder.step(period, 0);
      }
    }

    private void startCustomer(RevenueGridBuilder builder) {
      long customer = customers[order[start]];
      if (names.isEmpty()) {
        builder.startCustomer(customer);
      } else {
        builder.startCustomer(names.get((int) customer));
      }
    }

    /** Returns the revenue of a cell, zero if it cannot be used. */
    private long sum(int from, int to) {
      long sum = 0;
      try {
        for (int i = from; i < to; i++) {
          sum = Math.addExact(sum, units[order[i]]);
        }
      } catch (ArithmeticException overflow) {
        return refuse(to - 1, "must be at most " + shape.most());
      }
      return sum >= 0 ? sum : refuse(to - 1, "must be zero or more, but is " + shape.money(sum));
    }

    private long refuse(int last, String problem) {
      int row = order[last];
      Object customer = names.isEmpty() ? customers[row] : names.get((int) customers[row]);
      refused.accept(
          new Rejection(
              numbers[row],
              "revenue of customer "
                  + customer
                  + " in "
                  + shape.label(periods[row])
                  + " "
                  + problem));
      return 0;
    }
  }
}
