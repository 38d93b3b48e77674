package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Covariates as they change over time, for all customers alike or for one: each has one value in
 * each period of an axis and holds it from the first to the last day of the period. Immutable.
 *
 * <p>The periods may be weeks, months or of the caller's own boundaries. A path that is to predict
 * must reach into the future: what the season, the campaigns will be there is for the caller to
 * say.
 */
public final class CovariatePath {

  private final PeriodAxis axis;
  private final List<String> names;
  private final List<double[]> columns;

  private CovariatePath(PeriodAxis axis, List<String> names, List<double[]> columns) {
    this.axis = axis;
    this.names = names;
    this.columns = columns;
  }

  /**
   * Returns a path without covariates yet.
   *
   * @param axis the periods over which covariates hold their values
   * @return the path
   */
  public static CovariatePath of(PeriodAxis axis) {
    return new CovariatePath(requireNonNull(axis, "axis"), List.of(), List.of());
  }

  /**
   * Adds a covariate that changes. The array is copied.
   *
   * @param name its name, new to the path
   * @param values for each period its value, finite
   * @return the path with this covariate
   * @throws IllegalArgumentException if the name is taken, there is not one value for each period,
   *     or a value is not finite; the message names the period
   */
  public CovariatePath withValues(String name, double[] values) {
    requireNew(requireNonNull(name, "name"));
    if (values.length != axis.size()) {
      throw new IllegalArgumentException(
          "values of "
              + name
              + " ("
              + values.length
              + ") must be as many as periods ("
              + axis.size()
              + ")");
    }
    for (int period = 0; period < values.length; period++) {
      if (!Double.isFinite(values[period])) {
        throw new IllegalArgumentException(
            name + " (" + values[period] + ") of " + axis.range(period) + " must be finite");
      }
    }
    return withColumn(name, values.clone());
  }

  /**
   * Adds a covariate that does not change.
   *
   * @param name its name, new to the path
   * @param value its value, finite
   * @return the path with this covariate
   * @throws IllegalArgumentException if the name is taken or the value is not finite
   */
  public CovariatePath withConstant(String name, double value) {
    requireNew(requireNonNull(name, "name"));
    PurchaseChecks.finite(name, value);
    double[] column = new double[axis.size()];
    Arrays.fill(column, value);
    return withColumn(name, column);
  }

  private void requireNew(String name) {
    if (names.contains(name)) {
      throw new IllegalArgumentException("name (" + name + ") must be new to the path");
    }
  }

  private CovariatePath withColumn(String name, double[] column) {
    List<String> newNames = new ArrayList<>(names);
    newNames.add(name);
    List<double[]> newColumns = new ArrayList<>(columns);
    newColumns.add(column);
    return new CovariatePath(axis, List.copyOf(newNames), List.copyOf(newColumns));
  }

  /**
   * Returns the periods.
   *
   * @return the axis, which covers all days that the path knows
   */
  public PeriodAxis axis() {
    return axis;
  }

  /**
   * Returns the names of the covariates.
   *
   * @return in the order in which they were added
   */
  public List<String> names() {
    return names;
  }

  /**
   * Returns the covariates on a day.
   *
   * @param date the day
   * @return the value of each covariate by its name, in the order of the names
   * @throws IllegalArgumentException if the path does not cover the day
   */
  public Map<String, Double> values(LocalDate date) {
    int period = periodOf(date);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int column = 0; column < names.size(); column++) {
      values.put(names.get(column), columns.get(column)[period]);
    }
    return Collections.unmodifiableMap(values);
  }

  int periodOf(LocalDate date) {
    if (!axis.covers(date)) {
      throw new IllegalArgumentException(
          "date (" + date + ") must be covered by the covariates, known for " + axis.range());
    }
    return axis.periodOf(date);
  }

  /** Returns the values of some covariates in a period. */
  double[] values(int period, List<String> chosen) {
    return chosen.stream().mapToDouble(name -> column(name)[period]).toArray();
  }

  private double[] column(String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException(
          "covariate (" + name + ") must be one of " + String.join(", ", names));
    }
    return columns.get(column);
  }

  /**
   * Returns the shape.
   *
   * @return the names and the days for which they are known
   */
  @Override
  public String toString() {
    DateRange range = axis.range();
    return "covariates " + String.join(", ", names) + " in " + axis.size() + " periods " + range;
  }
}
