package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.ProportionDifference;
import io.github.retention4j.stats.RatioEstimate;
import io.github.retention4j.stats.RiskRatio;
import io.github.retention4j.stats.TestResult;
import java.util.Optional;

/**
 * By how much a programme, such as a loyalty card, lifts retention over a control group.
 *
 * <p>Both rates are of the same period and definition, and of customers who belong to one group
 * only. How customers came into the groups decides what the difference means, so it must be said by
 * name. Example: by lot, 870 of 1000 members and 820 of 1000 others stayed: a lift of 5.0 points,
 * 95 % Newcombe 1.8 to 8.2, one more kept in 20 members.
 *
 * <p>How many customers are needed to find a lift is for {@link
 * io.github.retention4j.stats.ProportionPower}, before the programme starts.
 *
 * @param assignment how customers came into the groups
 * @param programme the retention rate of members
 * @param control the retention rate of the control group
 */
public record ProgrammeEffect(
    Assignment assignment, RetentionRate programme, RetentionRate control) {

  /**
   * Checks that the rates compare.
   *
   * @param assignment how customers came into the groups
   * @param programme the retention rate of members
   * @param control the retention rate of the control group
   * @throws IllegalArgumentException if the rates differ in period or definition
   */
  public ProgrammeEffect {
    requireNonNull(assignment, "assignment");
    if (programme.per() != control.per()) {
      throw new IllegalArgumentException(
          "control.per (" + control.per() + ") must be that of the programme, " + programme.per());
    }
    if (programme.definition() != control.definition()) {
      throw new IllegalArgumentException(
          "control.definition ("
              + control.definition()
              + ") must be that of the programme, "
              + programme.definition());
    }
  }

  /**
   * Returns the shares kept, to be compared: members less controls.
   *
   * @return the difference, with Newcombe's interval, the z test and Fisher's
   */
  public ProportionDifference difference() {
    return new ProportionDifference(programme.retained(), control.retained());
  }

  /**
   * Returns the lift.
   *
   * @return share of members kept - share of controls kept, from -1 to 1
   */
  public double lift() {
    return difference().difference();
  }

  /**
   * Returns Newcombe's interval of the lift.
   *
   * @param level the confidence level, in (0, 1)
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(double level) {
    return difference().interval(level);
  }

  /**
   * Returns how many times as large the share kept is.
   *
   * @param level the confidence level, in (0, 1)
   * @return the ratio with Katz's interval, counts of 0 corrected
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public RatioEstimate ratio(double level) {
    return new RiskRatio(programme.retained(), control.retained()).estimate(level);
  }

  /**
   * Tests whether the shares are equal, by the pooled z test.
   *
   * @return the result
   */
  public TestResult test() {
    return difference().test();
  }

  /**
   * Returns how many members it takes to keep one more customer.
   *
   * @param level the confidence level, in (0, 1)
   * @return the number with its limits
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public NumberNeededToTreat numberNeededToTreat(double level) {
    return new NumberNeededToTreat(lift(), interval(level));
  }

  /**
   * Returns how many of the members stayed who would not have.
   *
   * @return lift x members, not rounded; negative if the programme did harm
   */
  public double keptMore() {
    return lift() * (double) programme.retained().total();
  }

  /**
   * Returns an interval of {@link #keptMore()}.
   *
   * @param level the confidence level, in (0, 1)
   * @return Newcombe's interval of the lift times the members
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval keptMoreInterval(double level) {
    double members = (double) programme.retained().total();
    return interval(level).map(lift -> lift * members);
  }

  /**
   * Returns what to bear in mind when reading the difference.
   *
   * @return one line; empty if customers were assigned by lot
   */
  public Optional<String> warning() {
    return assignment.warning();
  }

  /**
   * Returns both rates, the lift, the test and the warning.
   *
   * @param level the confidence level of the intervals, in (0, 1)
   * @return text that ends with a line feed
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public String toText(double level) {
    return Texts.format(
        """
        Programme %s
        Control   %s
          lift %s %s, %s
          ratio %s
          one more kept in %s
          kept more %.1f, %.1f to %.1f
        %s\
        """,
        programme,
        control,
        Texts.points(lift()),
        Texts.range(interval(level)),
        test().pValueText(),
        ratio(level),
        numberNeededToTreat(level),
        keptMore(),
        keptMoreInterval(level).lower(),
        keptMoreInterval(level).upper(),
        warning().map(text -> "  caution: " + text + "\n").orElse(""));
  }
}
