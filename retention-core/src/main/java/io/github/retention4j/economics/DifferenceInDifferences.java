package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.MeanContrast;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionDifference;
import io.github.retention4j.stats.SampleMean;
import java.util.List;

/**
 * The change of a share among members of a programme, less the change of the same share in a
 * control group.
 *
 * <pre>{@code (member share after - before) - (control share after - before)}</pre>
 *
 * <p>What differed between the groups all along drops out. What remains is an effect of the
 * programme only if both groups would have changed alike without it (parallel trends), which two
 * periods cannot show. The four shares are taken to be of separate customers, or of choices made
 * anew in each period; where a customer's two choices hang together the interval is too wide or too
 * narrow.
 *
 * <p>Example: members from 700 to 760 of 1000, controls from 690 to 700 of 1000: 6 points less 1, a
 * difference of 5 points.
 *
 * @param programmeBefore members before the programme
 * @param programmeAfter members after it began
 * @param controlBefore the control group before
 * @param controlAfter the control group after
 */
public record DifferenceInDifferences(
    Proportion programmeBefore,
    Proportion programmeAfter,
    Proportion controlBefore,
    Proportion controlAfter) {

  /**
   * Checks that there are four.
   *
   * @param programmeBefore members before the programme
   * @param programmeAfter members after it began
   * @param controlBefore the control group before
   * @param controlAfter the control group after
   */
  public DifferenceInDifferences {
    requireNonNull(programmeBefore, "programmeBefore");
    requireNonNull(programmeAfter, "programmeAfter");
    requireNonNull(controlBefore, "controlBefore");
    requireNonNull(controlAfter, "controlAfter");
  }

  /**
   * Returns the same for the mean of a measure, such as spending, of separate customers in the four
   * groups.
   *
   * @param programmeBefore members before the programme
   * @param programmeAfter members after it began
   * @param controlBefore the control group before
   * @param controlAfter the control group after
   * @return the difference in differences, with Welch's interval and test
   */
  public static MeanContrast ofMeans(
      SampleMean programmeBefore,
      SampleMean programmeAfter,
      SampleMean controlBefore,
      SampleMean controlAfter) {
    return new MeanContrast(
        List.of(programmeAfter, programmeBefore, controlAfter, controlBefore),
        List.of(1.0, -1.0, -1.0, 1.0));
  }

  /**
   * Returns the same where the same customers were measured twice: from the mean change of each
   * group's customers. What differs between customers drops out, so it is the surer way.
   *
   * @param programmeChange after - before of each member
   * @param controlChange after - before of each control
   * @return the difference of the mean changes, with Welch's interval and test
   */
  public static MeanContrast ofChanges(SampleMean programmeChange, SampleMean controlChange) {
    return MeanContrast.difference(programmeChange, controlChange);
  }

  private ProportionDifference members() {
    return new ProportionDifference(programmeAfter, programmeBefore);
  }

  private ProportionDifference controls() {
    return new ProportionDifference(controlAfter, controlBefore);
  }

  /**
   * Returns the difference in differences.
   *
   * @return change of the members - change of the controls, from -2 to 2; 0.05 is five points
   */
  public double difference() {
    return members().difference() - controls().difference();
  }

  /**
   * Returns an interval that combines Newcombe's intervals of both changes, by the method of
   * variance estimates recovery (MOVER).
   *
   * <pre>{@code
   * lower = d - sqrt((d1 - l1)^2 + (u2 - d2)^2)
   * upper = d + sqrt((u1 - d1)^2 + (d2 - l2)^2)
   * }</pre>
   *
   * <p>d1 and d2 are the changes of members and controls, l and u their limits. Good also for small
   * groups and shares near 0 or 1.
   *
   * @param level the confidence level, in (0, 1)
   * @return the interval
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1002/sim.3095">Zou and Donner (2008)</a>
   */
  public ConfidenceInterval interval(double level) {
    ConfidenceInterval one = members().interval(level);
    ConfidenceInterval two = controls().interval(level);
    double d1 = members().difference();
    double d2 = controls().difference();
    double down = Math.hypot(d1 - one.lower(), two.upper() - d2);
    double up = Math.hypot(one.upper() - d1, d2 - two.lower());
    return new ConfidenceInterval(
        difference() - down, difference() + up, level, "MOVER of Newcombe");
  }

  /**
   * Returns the interval of the linear regression with interaction and robust standard errors
   * (HC0), as most statistics packages make it. Too narrow for small groups.
   *
   * @param level the confidence level, in (0, 1)
   * @return difference -+ z * standard error
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval waldInterval(double level) {
    double margin = Normal.criticalValue(Checks.level(level)) * standardError();
    return new ConfidenceInterval(difference() - margin, difference() + margin, level, "Wald");
  }

  /**
   * Returns the standard error of the difference.
   *
   * @return {@code sqrt(sum over the four groups of p (1 - p) / n)}; 0 where every share is 0 or 1
   */
  public double standardError() {
    return Math.sqrt(
        variance(programmeBefore)
            + variance(programmeAfter)
            + variance(controlBefore)
            + variance(controlAfter));
  }

  private static double variance(Proportion share) {
    return share.value() * share.complement().value() / share.total();
  }

  /**
   * Returns the change of both groups and their difference.
   *
   * @param level the confidence level of the interval, in (0, 1)
   * @return text that ends with a line feed
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public String toText(double level) {
    return Texts.format(
        """
        Programme %s, then %s: %s
        Control   %s, then %s: %s
          difference in differences %s %s, if both would have changed alike
        """,
        programmeBefore,
        programmeAfter,
        Texts.points(members().difference()),
        controlBefore,
        controlAfter,
        Texts.points(controls().difference()),
        Texts.points(difference()),
        Texts.range(interval(level)));
  }
}
