package io.github.retention4j.cohort;

/**
 * Ages from a first to a last one, both included.
 *
 * @param first the first age, 0 or more
 * @param last the last age, not under the first
 */
public record AgeBracket(int first, int last) {

  /**
   * Checks the ends.
   *
   * @param first the first age
   * @param last the last age
   * @throws IllegalArgumentException if first is negative or last under first
   */
  public AgeBracket {
    if (first < 0) {
      throw new IllegalArgumentException("first (" + first + ") must be 0 or more");
    }
    if (last < first) {
      throw new IllegalArgumentException(
          "last (" + last + ") must not be under first (" + first + ")");
    }
  }

  /**
   * Returns the ends, or the one age.
   *
   * @return for example {@code 4-7} or {@code 0}
   */
  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
