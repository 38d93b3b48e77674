package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.Workers;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Estimates how often something has happened to a customer, on average, by any time since its
 * start: events that come again, such as complaints, pauses or failed payments.
 *
 * <p>A customer has a row for each stretch from one event to the next, which ends {@link
 * LifetimeEnd.Left} for the event, whatever its reason, and a last one from its last event to the
 * end of its observation, which ends {@link LifetimeEnd#stillActive()}. Customers are named by
 * {@link LifetimeSample#withCustomers}.
 *
 * <pre>{@code
 * M(t) = sum over t_i <= t of d_i / n_i
 * variance = sum over customers of (sum over t_i <= t of (d_ci - n_ci d_i / n_i) / n_i)^2
 * }</pre>
 *
 * <p>d_i events fall on t_i and n_i customers are observed then, d_ci and n_ci of customer c; all
 * are sums of weights. That is Nelson and Aalen's sum, with the variance of Lawless and Nadeau: it
 * holds where the events of a customer hang together, as they do where some are prone to them. It
 * is the same as that of R's {@code survfit} with {@code id}.
 *
 * <p><b>Those who leave.</b> Observation must end for reasons that say nothing of events to come.
 * For the mean of all who came, a customer that left for good stays in the sample, without events,
 * to the day until which it would have been observed; ended when it left, its row makes a mean for
 * customers that never leave.
 *
 * <p>Worked number: one customer had events after 2 and 5 months and was seen for 6, another had
 * one after 3 and was seen for 4. M(2) = 1/2, M(3) = 1, and M(5) = 1 + 1/1 = 2.
 *
 * <p>Defaults: intervals of level 0.95, symmetric for the logarithm.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1995.10484300">Lawless and Nadeau (1995)</a>
 */
public final class MeanCumulativeCount {

  private final double level;

  private MeanCumulativeCount(double level) {
    this.level = level;
  }

  /**
   * Returns the calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static MeanCumulativeCount withDefaults() {
    return new MeanCumulativeCount(0.95);
  }

  /**
   * Chooses the confidence level.
   *
   * @param newLevel over 0 and under 1
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public MeanCumulativeCount withLevel(double newLevel) {
    CurveOptions.requireLevel(newLevel);
    return new MeanCumulativeCount(newLevel);
  }

  /**
   * Computes the mean count of all rows; groups and strata are not looked at.
   *
   * @param sample the stretches between events, with their customers
   * @return the mean count by time
   * @throws IllegalArgumentException if the sample names no customers, or rows of a customer
   *     overlap
   */
  public MeanCountCurve calculate(LifetimeSample sample) {
    if (!sample.hasCustomers()) {
      throw new IllegalArgumentException("sample (" + sample + ") must name its customers");
    }
    try (Workers workers = new Workers(1)) {
      RiskTable table = RiskTable.of(LifetimeRows.all(sample), workers);
      return MeanCountCurve.of(sample, table, level);
    }
  }

  /**
   * Computes the mean count of each group.
   *
   * @param sample the stretches between events, with their customers, divided into groups
   * @return the mean counts by the name of the group, in its order; unmodifiable
   * @throws IllegalArgumentException if the sample has no groups or names no customers, or rows of
   *     a customer in a group overlap
   */
  public SortedMap<String, MeanCountCurve> calculateByGroup(LifetimeSample sample) {
    GroupRows.requireGroups(sample);
    TreeMap<String, MeanCountCurve> curves = new TreeMap<>();
    int[][] rows = GroupRows.of(sample);
    for (int group = 0; group < rows.length; group++) {
      curves.put(sample.groups().get(group), calculate(sample.select(rows[group])));
    }
    return Collections.unmodifiableSortedMap(curves);
  }
}
