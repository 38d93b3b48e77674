package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.customer.CustomerId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of customers that does not change: a table of numbers, one row for each customer
 * and one column for each covariate. Immutable.
 *
 * <p>A factor becomes a column for each of its levels but the reference, 1 for the customers of
 * that level and 0 for others, named {@code factor=level}. Columns come in the order in which they
 * were added, those of a factor in the order of its levels.
 *
 * <p>Models take e to the sum of coefficient times value, so numbers are best given with a spread
 * near 1: thousands of euros rather than cents.
 */
public final class CustomerCovariates {

  private final List<CustomerId> customers;
  private final Map<CustomerId, Integer> rowOf;
  private final CovariateTable table;

  private CustomerCovariates(
      List<CustomerId> customers, Map<CustomerId, Integer> rowOf, CovariateTable table) {
    this.customers = customers;
    this.rowOf = rowOf;
    this.table = table;
  }

  /**
   * Returns a table of customers, without covariates yet.
   *
   * @param customers the customers, each once, at least one
   * @return the table
   * @throws IllegalArgumentException if there is no customer or one comes twice
   */
  public static CustomerCovariates of(List<CustomerId> customers) {
    List<CustomerId> copy = List.copyOf(customers);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("customers (0) must be at least one");
    }
    Map<CustomerId, Integer> rows = new HashMap<>();
    for (int row = 0; row < copy.size(); row++) {
      if (rows.put(copy.get(row), row) != null) {
        throw new IllegalArgumentException("customer (" + copy.get(row) + ") must come once only");
      }
    }
    return new CustomerCovariates(copy, rows, CovariateTable.ofRows(copy.size()));
  }

  /**
   * Adds a covariate that is a number. The array is copied.
   *
   * @param name its name, new to the table
   * @param values for each customer its value, finite
   * @return the table with this column
   * @throws IllegalArgumentException if the name is blank or taken, there is not one value for each
   *     customer, or a value is not finite; the message names the customer
   */
  public CustomerCovariates withNumbers(String name, double[] values) {
    for (int row = 0; row < Math.min(values.length, customers.size()); row++) {
      if (!Double.isFinite(values[row])) {
        throw new IllegalArgumentException(
            name + " (" + values[row] + ") of customer " + customers.get(row) + " must be finite");
      }
    }
    return with(table.withNumbers(name, values));
  }

  /**
   * Adds a covariate that is one of some levels.
   *
   * @param name the name of the factor
   * @param levels for each customer its level
   * @param reference the level to which the others are compared; it gets no column
   * @return the table with a column for each other level, in the order of their names
   * @throws IllegalArgumentException if a name is blank or taken, there is not one level for each
   *     customer, nobody has the reference level, or nobody has another
   */
  public CustomerCovariates withFactor(String name, List<String> levels, String reference) {
    return with(table.withFactor(name, levels, reference));
  }

  private CustomerCovariates with(CovariateTable newTable) {
    return new CustomerCovariates(customers, rowOf, newTable);
  }

  /**
   * Returns the customers.
   *
   * @return in the order of the rows
   */
  public List<CustomerId> customers() {
    return customers;
  }

  /**
   * Returns the names of the columns.
   *
   * @return in the order in which they were added
   */
  public List<String> names() {
    return table.names();
  }

  /**
   * Returns the covariates of a customer.
   *
   * @param customer one of the table
   * @return the value of each column by its name, in the order of the names
   * @throws IllegalArgumentException if the customer is not in the table
   */
  public Map<String, Double> values(CustomerId customer) {
    return table.row(row(customer));
  }

  private int row(CustomerId customer) {
    Integer row = rowOf.get(requireNonNull(customer, "customer"));
    if (row == null) {
      throw new IllegalArgumentException("customer (" + customer + ") must have covariates");
    }
    return row;
  }

  /** Returns the values of some columns, one array for each customer of a sample in its order. */
  double[][] rows(List<CustomerId> wanted, List<String> chosen) {
    int[] columns = chosen.stream().mapToInt(this::column).toArray();
    return wanted.stream()
        .mapToInt(this::row)
        .mapToObj(row -> Arrays.stream(columns).mapToDouble(c -> table.value(row, c)).toArray())
        .toArray(double[][]::new);
  }

  private int column(String name) {
    int column = names().indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException(
          "covariate (" + name + ") must be one of " + String.join(", ", names()));
    }
    return column;
  }

  /**
   * Returns the shape.
   *
   * @return the number of customers and the names
   */
  @Override
  public String toString() {
    return customers.size() + " customers, covariates " + String.join(", ", names());
  }
}
