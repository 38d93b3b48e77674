package io.github.retention4j.cohort;

import java.util.List;

/**
 * Members of a cohort who are counted in the same columns.
 *
 * @param columns the ages in which each of them is counted, or the numbers of the brackets,
 *     ascending; those that are not yet observed for the whole cohort are among them
 * @param members how many they are, at least 1
 */
public record MemberPath(List<Integer> columns, int members) {

  /**
   * Checks that there is a member.
   *
   * @param columns the columns in which each of them is counted
   * @param members how many they are
   * @throws IllegalArgumentException if there is none
   */
  public MemberPath {
    columns = List.copyOf(columns);
    if (members < 1) {
      throw new IllegalArgumentException("members (" + members + ") must be at least 1");
    }
  }
}
