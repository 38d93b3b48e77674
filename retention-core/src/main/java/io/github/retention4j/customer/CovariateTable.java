package io.github.retention4j.customer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Numbers that are known of each row of a sample, in columns. Immutable; rows are those of the
 * sample that it goes with, in its order.
 *
 * <p>A factor becomes a column for each of its levels but the reference, 1 for the rows of that
 * level and 0 for others, named {@code factor=level}, in the order of the levels. A number or a
 * factor is one {@link Term}: its columns belong together.
 *
 * <p>Example: {@code contract} with levels month, one year and two years and the reference month
 * has the columns {@code contract=one year} and {@code contract=two years}.
 */
public final class CovariateTable {

  private final int rows;
  private final List<Term> terms;
  private final List<String> names;
  private final List<double[]> columns;

  private CovariateTable(int rows, List<Term> terms, List<String> names, List<double[]> columns) {
    this.rows = rows;
    this.terms = terms;
    this.names = names;
    this.columns = columns;
  }

  /**
   * What one number or one factor contributes.
   *
   * @param name of the number or the factor
   * @param firstColumn the index of its first column
   * @param columns how many columns it has, at least 1
   * @param reference the level without a column; empty for a number
   */
  public record Term(String name, int firstColumn, int columns, Optional<String> reference) {

    /**
     * Checks that all are there.
     *
     * @param name of the number or the factor
     * @param firstColumn the index of its first column
     * @param columns how many columns it has
     * @param reference the level without a column
     */
    public Term {
      requireNonNull(name, "name");
      requireNonNull(reference, "reference");
    }
  }

  /**
   * Returns a table without columns yet.
   *
   * @param rows how many rows the sample has, at least 1
   * @return the table
   * @throws IllegalArgumentException if there is no row
   */
  public static CovariateTable ofRows(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("rows (" + rows + ") must be at least 1");
    }
    return new CovariateTable(rows, List.of(), List.of(), List.of());
  }

  /**
   * Adds a number. The array is copied.
   *
   * @param name new to the table, not blank
   * @param values for each row its value, finite
   * @return the table with this column
   * @throws IllegalArgumentException if the name is blank or taken, there is not one value for each
   *     row, or a value is not finite; the message names the row, from 1
   */
  public CovariateTable withNumbers(String name, double[] values) {
    requireEachRow(name, values.length);
    for (int row = 0; row < rows; row++) {
      if (!Double.isFinite(values[row])) {
        throw new IllegalArgumentException(
            name + " (" + values[row] + ") of row " + (row + 1) + " must be finite");
      }
    }
    return with(new Term(name, names.size(), 1, Optional.empty()), Map.of(name, values.clone()));
  }

  /**
   * Adds what is so or not: 1 where it is, 0 where it is not.
   *
   * @param name new to the table, not blank
   * @param values for each row whether it is so
   * @return the table with this column
   * @throws IllegalArgumentException if the name is blank or taken, or there is not one value for
   *     each row
   */
  public CovariateTable withFlags(String name, boolean[] values) {
    requireEachRow(name, values.length);
    double[] column = new double[rows];
    for (int row = 0; row < rows; row++) {
      column[row] = values[row] ? 1 : 0;
    }
    return with(new Term(name, names.size(), 1, Optional.empty()), Map.of(name, column));
  }

  /**
   * Adds what is one of some levels.
   *
   * @param name of the factor, new to the table, not blank
   * @param levels for each row its level
   * @param reference the level to which the others are compared; it gets no column
   * @return the table with a column for each other level, in the order of their names
   * @throws IllegalArgumentException if a name is blank or taken, there is not one level for each
   *     row, no row has the reference level, or none has another
   */
  public CovariateTable withFactor(String name, List<String> levels, String reference) {
    requireEachRow(name, levels.size());
    TreeSet<String> others = new TreeSet<>(levels);
    if (!others.remove(requireNonNull(reference, "reference"))) {
      throw new IllegalArgumentException(
          "reference (" + reference + ") of " + name + " must be the level of some row");
    }
    if (others.isEmpty()) {
      throw new IllegalArgumentException(
          "levels of " + name + " (only " + reference + ") must be at least two");
    }
    Map<String, double[]> added = new LinkedHashMap<>();
    for (String level : others) {
      added.put(name + "=" + level, new double[rows]);
    }
    int row = 0;
    for (String level : levels) {
      if (!level.equals(reference)) {
        Objects.requireNonNull(added.get(name + "=" + level))[row] = 1;
      }
      row++;
    }
    return with(new Term(name, names.size(), added.size(), Optional.of(reference)), added);
  }

  private void requireEachRow(String name, int length) {
    if (length != rows) {
      throw new IllegalArgumentException(
          "values of " + name + " (" + length + ") must be as many as rows (" + rows + ")");
    }
  }

  private CovariateTable with(Term term, Map<String, double[]> added) {
    if (term.name().isBlank()) {
      throw new IllegalArgumentException("name (" + term.name() + ") must not be blank");
    }
    List<Term> newTerms = new ArrayList<>(terms);
    List<String> newNames = new ArrayList<>(names);
    List<double[]> newColumns = new ArrayList<>(columns);
    for (Map.Entry<String, double[]> column : added.entrySet()) {
      if (newNames.contains(column.getKey())) {
        throw new IllegalArgumentException(
            "name (" + column.getKey() + ") must be new to the table");
      }
      newNames.add(column.getKey());
      newColumns.add(column.getValue());
    }
    newTerms.add(term);
    return new CovariateTable(
        rows, List.copyOf(newTerms), List.copyOf(newNames), List.copyOf(newColumns));
  }

  /**
   * Returns the table without a term.
   *
   * @param name of the number or the factor
   * @return the other columns
   * @throws IllegalArgumentException if there is no such term
   */
  public CovariateTable without(String name) {
    if (terms.stream().noneMatch(term -> term.name().equals(name))) {
      throw new IllegalArgumentException(
          "name (" + name + ") must be one of " + terms.stream().map(Term::name).toList());
    }
    CovariateTable rest = ofRows(rows);
    for (Term term : terms) {
      if (!term.name().equals(name)) {
        Map<String, double[]> kept = new LinkedHashMap<>();
        for (int c = term.firstColumn(); c < term.firstColumn() + term.columns(); c++) {
          kept.put(names.get(c), columns.get(c));
        }
        int first = rest.names.size();
        rest = rest.with(new Term(term.name(), first, term.columns(), term.reference()), kept);
      }
    }
    return rest;
  }

  /**
   * Returns the number of rows.
   *
   * @return at least 1
   */
  public int rows() {
    return rows;
  }

  /**
   * Returns the numbers and factors.
   *
   * @return in the order in which they were added
   */
  public List<Term> terms() {
    return terms;
  }

  /**
   * Returns the names of the columns.
   *
   * @return in their order
   */
  public List<String> names() {
    return names;
  }

  /**
   * Returns a value.
   *
   * @param row from 0
   * @param column from 0
   * @return the value, finite
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  public double value(int row, int column) {
    return columns.get(column)[row];
  }

  /**
   * Returns the values of a column.
   *
   * @param column from 0
   * @return a copy, one value for each row
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public double[] column(int column) {
    return columns.get(column).clone();
  }

  /**
   * Returns the values of a row by the names of the columns.
   *
   * @param row from 0
   * @return in the order of the columns, unmodifiable
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Map<String, Double> row(int row) {
    Objects.checkIndex(row, rows);
    Map<String, Double> values = new LinkedHashMap<>();
    for (int column = 0; column < names.size(); column++) {
      values.put(names.get(column), columns.get(column)[row]);
    }
    return Collections.unmodifiableMap(values);
  }

  /**
   * Returns the shape.
   *
   * @return the number of rows and the names
   */
  @Override
  public String toString() {
    return rows + " rows, covariates " + String.join(", ", names);
  }
}
