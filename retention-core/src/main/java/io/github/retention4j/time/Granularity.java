package io.github.retention4j.time;

import static java.util.Objects.requireNonNull;

/**
 * The length of a period. A rate per unit of time carries one: 3 % a month is not 3 % a year.
 *
 * <p>Lengths convert exactly within two families: day and week, and month, quarter and year.
 * Between them no exact factor exists (a month has 28 to 31 days), so none is offered.
 */
public enum Granularity {
  /** One calendar day. */
  DAY("day", "a day", 1, Family.DAYS),
  /** Seven days. */
  WEEK("week", "a week", 7, Family.DAYS),
  /** One calendar month, or one month of a retail calendar: twelve make a year. */
  MONTH("month", "a month", 1, Family.MONTHS),
  /** Three months. */
  QUARTER("quarter", "a quarter", 3, Family.MONTHS),
  /** Twelve months. */
  YEAR("year", "a year", 12, Family.MONTHS),
  /** Boundaries of the caller's own: converts to nothing else. */
  CUSTOM("period", "a period of its own", 1, Family.CUSTOM);

  private enum Family {
    DAYS,
    MONTHS,
    CUSTOM
  }

  private final String noun;
  private final String words;
  private final int length;
  private final Family family;

  Granularity(String noun, String words, int length, Family family) {
    this.noun = noun;
    this.words = words;
    this.length = length;
    this.family = family;
  }

  /**
   * Tells whether this length is a fixed multiple or fraction of another.
   *
   * @param unit the other length
   * @return true within a family: month, quarter and year; day and week; custom with itself
   */
  public boolean convertsTo(Granularity unit) {
    return family == requireNonNull(unit, "unit").family;
  }

  /**
   * Returns how many of another length make this one.
   *
   * <p>Example: {@code YEAR.lengthIn(MONTH)} is 12 and {@code MONTH.lengthIn(QUARTER)} is 1/3.
   *
   * @param unit a length of the same family
   * @return this length in that unit, positive
   * @throws IllegalArgumentException if no exact factor exists
   */
  public double lengthIn(Granularity unit) {
    if (!convertsTo(unit)) {
      throw new IllegalArgumentException(
          "unit ("
              + unit
              + ") must have a fixed length in terms of "
              + this
              + ": day and week convert exactly, and month, quarter and year do, but no others");
    }
    return (double) length / unit.length;
  }

  /**
   * Returns the length in words, to follow a rate: 95 % "a quarter".
   *
   * @return for example {@code a month}
   */
  public String perUnit() {
    return words;
  }

  /**
   * Returns a number of such lengths in words.
   *
   * @param count how many
   * @return for example {@code 1 month} or {@code 5 months}
   */
  public String times(long count) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
