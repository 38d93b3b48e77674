package io.github.retention4j.stats;

/**
 * How many customers two groups have.
 *
 * @param first customers of the first group, at least 1
 * @param second customers of the second group, at least 1
 */
public record GroupSizes(long first, long second) {

  /**
   * Checks the sizes.
   *
   * @param first customers of the first group
   * @param second customers of the second group
   * @throws IllegalArgumentException if a group is empty
   */
  public GroupSizes {
    requireSome("first", first);
    requireSome("second", second);
  }

  private static void requireSome(String name, long size) {
    if (size < 1) {
      throw new IllegalArgumentException(name + " (" + size + ") must be at least 1");
    }
  }

  /**
   * Returns two groups of one size.
   *
   * @param each customers of each group, at least 1
   * @return the sizes
   * @throws IllegalArgumentException if each is below 1
   */
  public static GroupSizes equal(long each) {
    return new GroupSizes(each, each);
  }

  /**
   * Returns the customers of both.
   *
   * @return first + second
   * @throws ArithmeticException if the sum exceeds a long
   */
  public long total() {
    return Math.addExact(first, second);
  }

  /**
   * Returns both sizes.
   *
   * @return for example {@code 388 + 388}
   */
  @Override
  public String toString() {
    return first + " + " + second;
  }
}
