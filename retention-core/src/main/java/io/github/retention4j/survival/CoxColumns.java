package io.github.retention4j.survival;

import io.github.retention4j.customer.CovariateTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The columns of a model of Cox: those with a coefficient to find, and the offset that has 1. */
final class CoxColumns {

  private final List<String> names;
  private final Optional<String> offset;
  private final int[] estimated;

  private CoxColumns(List<String> names, Optional<String> offset) {
    this.names = names;
    this.offset = offset;
    this.estimated = IntStream.range(0, names.size()).filter(i -> !isOffset(i)).toArray();
  }

  /**
   * Divides the columns of a table.
   *
   * @throws IllegalArgumentException if the offset is none of its numbers, or the only column
   */
  static CoxColumns of(CovariateTable covariates, Optional<String> offset) {
    List<String> numbers =
        covariates.terms().stream()
            .filter(term -> term.reference().isEmpty())
            .map(CovariateTable.Term::name)
            .toList();
    if (offset.isPresent() && !numbers.contains(offset.get())) {
      throw new IllegalArgumentException(
          "offset (" + offset.get() + ") must be one of the numbers " + numbers);
    }
    CoxColumns columns = new CoxColumns(covariates.names(), offset);
    if (columns.estimated.length == 0) {
      throw new IllegalArgumentException(
          "covariates (0 columns"
              + offset.map(name -> " beside the offset " + name).orElse("")
              + ") must have at least one");
    }
    return columns;
  }

  private boolean isOffset(int column) {
    return offset.isPresent() && offset.get().equals(names.get(column));
  }

  /** All columns, in the order of the table. */
  List<String> names() {
    return names;
  }

  Optional<String> offset() {
    return offset;
  }

  /** How many coefficients are to be found. */
  int estimated() {
    return estimated.length;
  }

  /** Returns the column of a coefficient, counted among all. */
  int number(int coefficient) {
    return estimated[coefficient];
  }

  /** The names of the columns with a coefficient to find. */
  List<String> estimatedNames() {
    return IntStream.of(estimated).mapToObj(names::get).toList();
  }
}
