package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of customers over time: covariates that change for all alike, such as a season,
 * those that change for each customer, such as the mailings that it got, and those that do not
 * change. Immutable.
 *
 * <p>All are known in the same periods, those of the path that all customers share. Columns come in
 * the order in which they were added.
 *
 * <p>Models take e to the sum of coefficient times value, so numbers are best given with a spread
 * near 1.
 */
public final class TimeVaryingCovariates {

  /** Adds to a path what is known of one customer. */
  @FunctionalInterface
  private interface Layer {
    CovariatePath addTo(CovariatePath path, CustomerId customer);
  }

  private final CovariatePath common;
  private final List<String> names;
  private final List<Layer> layers;

  private TimeVaryingCovariates(CovariatePath common, List<String> names, List<Layer> layers) {
    this.common = common;
    this.names = names;
    this.layers = layers;
  }

  /**
   * Returns a table of covariates that all customers share.
   *
   * @param common the periods and what changes for all alike; it may be without covariates
   * @return the table
   */
  public static TimeVaryingCovariates of(CovariatePath common) {
    return new TimeVaryingCovariates(common, common.names(), List.of());
  }

  /**
   * Adds covariates of customers that do not change.
   *
   * @param constants the table of them
   * @return the table with all its columns; it knows no other customers than those of {@code
   *     constants}
   * @throws IllegalArgumentException if a name is taken
   */
  public TimeVaryingCovariates withConstants(CustomerCovariates constants) {
    return with(
        constants.names(),
        (path, customer) -> {
          CovariatePath longer = path;
          for (Map.Entry<String, Double> entry : constants.values(customer).entrySet()) {
            longer = longer.withConstant(entry.getKey(), entry.getValue());
          }
          return longer;
        });
  }

  /**
   * Adds a covariate that changes for each customer. The arrays are copied.
   *
   * @param name its name, new to the table
   * @param values for each customer the value in each period, finite
   * @return the table with this column; it knows no other customers than those of {@code values}
   * @throws IllegalArgumentException if the name is taken, or a customer does not have one finite
   *     value for each period; the message names it
   */
  public TimeVaryingCovariates withCustomerValues(String name, Map<CustomerId, double[]> values) {
    Map<CustomerId, double[]> copy = new HashMap<>();
    CovariatePath empty = CovariatePath.of(common.axis());
    values.forEach(
        (customer, own) -> {
          try {
            empty.withValues(name, own);
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("customer " + customer + ": " + e.getMessage(), e);
          }
          copy.put(customer, own.clone());
        });
    return with(List.of(name), (path, customer) -> path.withValues(name, required(copy, customer)));
  }

  private static double[] required(Map<CustomerId, double[]> values, CustomerId customer) {
    double[] own = values.get(customer);
    if (own == null) {
      throw new IllegalArgumentException("customer (" + customer + ") must have covariates");
    }
    return own;
  }

  private TimeVaryingCovariates with(List<String> added, Layer layer) {
    List<String> newNames = new ArrayList<>(names);
    for (String name : added) {
      if (newNames.contains(name)) {
        throw new IllegalArgumentException("name (" + name + ") must be new to the table");
      }
      newNames.add(name);
    }
    List<Layer> newLayers = new ArrayList<>(layers);
    newLayers.add(layer);
    return new TimeVaryingCovariates(common, List.copyOf(newNames), List.copyOf(newLayers));
  }

  /**
   * Returns the names of the columns.
   *
   * @return in the order in which they were added
   */
  public List<String> names() {
    return names;
  }

  /**
   * Returns the covariates of a customer over time.
   *
   * @param customer one of the table
   * @return the path of all columns
   * @throws IllegalArgumentException if a column does not know the customer
   */
  public CovariatePath path(CustomerId customer) {
    requireNonNull(customer, "customer");
    CovariatePath path = common;
    for (Layer layer : layers) {
      path = layer.addTo(path, customer);
    }
    return path;
  }

  /**
   * Returns the shape.
   *
   * @return the names and the days for which they are known
   */
  @Override
  public String toString() {
    return "covariates " + String.join(", ", names) + " in " + common.axis();
  }
}
