package io.github.retention4j.benchmark;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.Granularity;
import java.util.Optional;

/**
 * The length of time that a benchmark's value belongs to, and who says so.
 *
 * @param basis whether the source states the length
 * @param length the length; empty exactly when the basis is {@link Basis#NONE}
 */
public record BenchmarkPeriod(Basis basis, Optional<Granularity> length) {

  /** Who says how long the period is. */
  public enum Basis {
    /** The source does. */
    STATED,
    /** The source does not; whoever made the catalogue reads it so. */
    ASSUMED,
    /** The value belongs to no length of time, as with a survey. */
    NONE
  }

  /**
   * Checks that the two agree.
   *
   * @param basis whether the source states the length
   * @param length the length
   * @throws IllegalArgumentException if a length is missing, superfluous, or {@code CUSTOM}, which
   *     says nothing about how long it is
   */
  public BenchmarkPeriod {
    requireNonNull(basis, "basis");
    requireNonNull(length, "length");
    if (length.isPresent() == (basis == Basis.NONE)) {
      throw new IllegalArgumentException(
          "length ("
              + length.map(Granularity::name).orElse("none")
              + ") must be given unless the basis is NONE, and the basis is "
              + basis);
    }
    if (length.equals(Optional.of(Granularity.CUSTOM))) {
      throw new IllegalArgumentException(
          "length (CUSTOM) must be a known length such as MONTH or YEAR");
    }
  }

  /**
   * Returns a length that the source states.
   *
   * @param length the length, not {@code CUSTOM}
   * @return the period
   * @throws IllegalArgumentException if the length is {@code CUSTOM}
   */
  public static BenchmarkPeriod stated(Granularity length) {
    return new BenchmarkPeriod(Basis.STATED, Optional.of(length));
  }

  /**
   * Returns a length that the source does not state.
   *
   * @param length the length it is read as, not {@code CUSTOM}
   * @return the period
   * @throws IllegalArgumentException if the length is {@code CUSTOM}
   */
  public static BenchmarkPeriod assumed(Granularity length) {
    return new BenchmarkPeriod(Basis.ASSUMED, Optional.of(length));
  }

  /**
   * Returns what a survey's result has: no length of time.
   *
   * @return the absence of a period
   */
  public static BenchmarkPeriod none() {
    return new BenchmarkPeriod(Basis.NONE, Optional.empty());
  }

  /**
   * Returns words that follow a value.
   *
   * @return for example {@code a year}, {@code a year (assumed)} or {@code by survey}
   */
  @Override
  public String toString() {
    return length.map(Granularity::perUnit).orElse("by survey")
        + (basis == Basis.ASSUMED ? " (assumed)" : "");
  }
}
