package io.github.retention4j.concentration;

/** Which Gini index is meant. They differ by a factor of n / (n - 1) for n customers. */
public enum GiniDefinition {
  /**
   * The mean absolute difference of two customers drawn with replacement over twice the mean: twice
   * the area between the Lorenz curve and the diagonal. From 0 to (n - 1) / n. {@code Gini} of the
   * R package ineq by default.
   */
  POPULATION,
  /**
   * The same of two different customers: n / (n - 1) times as much, from 0 to 1. Nearly unbiased
   * where the customers are a sample. {@code Gini} of DescTools by default, and of ineq with {@code
   * corr = TRUE}.
   */
  UNBIASED;

  double factor(int customers) {
    return this == POPULATION ? 1 : (double) customers / (customers - 1);
  }
}
