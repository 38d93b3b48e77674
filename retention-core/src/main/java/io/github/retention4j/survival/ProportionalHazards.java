package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TermTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a test of proportional hazards found.
 *
 * @param transform on what scale of time
 * @param terms a test for each term, in their order
 * @param global a test of all terms together
 * @param changes for each column by how much its coefficient changes
 */
public record ProportionalHazards(
    TimeTransform transform, List<TermTest> terms, TermTest global, List<Change> changes) {

  /**
   * Copies the lists.
   *
   * @param transform on what scale of time
   * @param terms a test for each term
   * @param global a test of all together
   * @param changes for each column
   */
  public ProportionalHazards {
    requireNonNull(transform, "transform");
    requireNonNull(global, "global");
    terms = List.copyOf(requireNonNull(terms, "terms"));
    changes = List.copyOf(requireNonNull(changes, "changes"));
  }

  /**
   * By how much a coefficient changes over time.
   *
   * @param column its column
   * @param slope the change of the coefficient with one more on the scale of time, estimated by one
   *     step of Newton; over its error, squared, it is the score test of the column alone
   * @param standardError of the slope; empty where the scale of time is the same for all
   * @param correlation of the scaled residuals of Schoenfeld with the scale of time, from -1 to 1:
   *     under 0.1 either way a change is slight, whatever the p-value
   */
  public record Change(
      String column, double slope, OptionalDouble standardError, double correlation) {

    /**
     * Checks that all are there.
     *
     * @param column its column
     * @param slope the change
     * @param standardError of the slope
     * @param correlation of residuals with time
     * @throws IllegalArgumentException if a number is NaN
     */
    public Change {
      requireNonNull(column, "column");
      requireNonNull(standardError, "standardError");
      LifetimeChecks.number("slope", slope);
      LifetimeChecks.number("standardError", standardError);
      LifetimeChecks.number("correlation", correlation);
    }

    static Change of(String column, double slope, double error, double correlation) {
      return new Change(
          column,
          slope,
          error > 0 ? OptionalDouble.of(error) : OptionalDouble.empty(),
          correlation);
    }

    /**
     * Returns the interval of Wald of the slope.
     *
     * @param level the confidence level, over 0 and under 1
     * @return the interval; empty without a standard error
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Optional<ConfidenceInterval> interval(double level) {
      if (!(level > 0 && level < 1)) {
        throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
      }
      if (standardError.isEmpty()) {
        return Optional.empty();
      }
      double margin = Normal.criticalValue(level) * standardError.getAsDouble();
      return Optional.of(new ConfidenceInterval(slope - margin, slope + margin, level, "Wald"));
    }
  }

  /**
   * Returns tests and changes as a table.
   *
   * @return a line for each term, one for all, and one for each column
   */
  public String toText() {
    StringBuilder text = new StringBuilder("proportional hazards, time scale " + transform);
    terms.forEach(term -> text.append(line(term)));
    text.append(line(global));
    for (Change change : changes) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n  %s: slope %.4g, correlation %.3f",
              change.column(),
              change.slope(),
              change.correlation()));
    }
    return text.toString();
  }

  private static String line(TermTest test) {
    return String.format(
        Locale.ROOT,
        "\n  %s: chi-square %.3f on %d, %s",
        test.term(),
        test.result().statistic(),
        test.degreesOfFreedom(),
        test.result().pValueText());
  }
}
