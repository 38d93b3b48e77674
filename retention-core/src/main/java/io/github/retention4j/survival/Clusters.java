package io.github.retention4j.survival;

import io.github.retention4j.customer.CustomerId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of one customer, which are not independent, taken together. */
final class Clusters {

  private final int @Nullable [] customer;

  private Clusters(int @Nullable [] customer) {
    this.customer = customer;
  }

  /** Each row is one of its own where no customers are named. */
  static Clusters of(LifetimeSample sample) {
    if (!sample.hasCustomers()) {
      return new Clusters(null);
    }
    Map<CustomerId, Integer> numberOf = new HashMap<>();
    int[] customer = new int[sample.rows()];
    for (int row = 0; row < customer.length; row++) {
      customer[row] = numberOf.computeIfAbsent(sample.customer(row), name -> numberOf.size());
    }
    return new Clusters(customer);
  }

  /** Returns the sums of values of rows over each customer. */
  double[] sums(double[] values) {
    if (customer == null) {
      return values;
    }
    double[] sums = new double[values.length];
    for (int row = 0; row < values.length; row++) {
      sums[customer[row]] += values[row];
    }
    return sums;
  }

  /** Returns the sum over customers of the outer products of their sums, one per column. */
  double[][] crossProducts(double[][] columns) {
    double[][] sums = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      sums[j] = sums(columns[j]);
    }
    double[][] products = new double[columns.length][columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int k = 0; k <= j; k++) {
        double product = 0;
        for (int i = 0; i < sums[j].length; i++) {
          product += sums[j][i] * sums[k][i];
        }
        products[j][k] = product;
        products[k][j] = product;
      }
    }
    return products;
  }
}
