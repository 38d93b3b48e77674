package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a test of equal cumulative incidences in several groups found. Immutable. */
public final class IncidenceComparison {

  private final String attribute;
  private final String reason;
  private final List<String> groups;
  private final double[] observed;
  private final double[] expected;
  private final int degreesOfFreedom;
  private final Optional<TestResult> test;

  IncidenceComparison(
      String attribute,
      String reason,
      List<String> groups,
      double[] observed,
      double[] expected,
      int degreesOfFreedom,
      Optional<TestResult> test) {
    this.attribute = attribute;
    this.reason = reason;
    this.groups = groups;
    this.observed = observed.clone();
    this.expected = expected.clone();
    this.degreesOfFreedom = degreesOfFreedom;
    this.test = test;
  }

  /**
   * Returns the reason.
   *
   * @return for example {@code involuntary}
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns the groups.
   *
   * @return their names, in order
   */
  public List<String> groups() {
    return groups;
  }

  /**
   * Returns the test; its statistic is chi-square.
   *
   * @return empty if no one left for the reason while customers of two groups were at risk
   */
  public Optional<TestResult> test() {
    return test;
  }

  /**
   * Returns the degrees of freedom.
   *
   * @return the groups that could be compared, less 1
   */
  public int degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /**
   * Returns how many of a group left for the reason.
   *
   * @param group its name
   * @return a sum of weights
   * @throws IllegalArgumentException if there is no such group
   */
  public double observed(String group) {
    return observed[number(group)];
  }

  /**
   * Returns how many of a group would have left for the reason if all groups did so alike.
   *
   * @param group its name
   * @return 0 or more
   * @throws IllegalArgumentException if there is no such group
   */
  public double expected(String group) {
    return expected[number(group)];
  }

  private int number(String group) {
    int number = groups.indexOf(requireNonNull(group, "group"));
    if (number < 0) {
      throw new IllegalArgumentException("group (" + group + ") must be one of " + groups);
    }
    return number;
  }

  /**
   * Returns a line for each group, and what the test found.
   *
   * @return lines of text
   */
  public String toText() {
    TextTable table = new TextTable().line(attribute, "lost", "expected");
    for (int group = 0; group < groups.size(); group++) {
      table.line(
          groups.get(group), TextTable.number(observed[group]), TextTable.number(expected[group]));
    }
    return "Gray's test, "
        + reason
        + "\n"
        + table
        + test.map(this::words).orElse("nothing to compare\n");
  }

  private String words(TestResult result) {
    return String.format(
        Locale.ROOT,
        "chi-square %.4f, df %d, %s\n",
        result.statistic(),
        degreesOfFreedom,
        result.pValueText());
  }
}
