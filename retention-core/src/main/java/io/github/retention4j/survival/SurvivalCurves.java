package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The curve of each group of customers. Immutable. */
public final class SurvivalCurves {

  private final String attribute;
  private final SortedMap<String, SurvivalCurve> curves;

  SurvivalCurves(String attribute, Map<String, SurvivalCurve> curves) {
    this.attribute = attribute;
    this.curves = Collections.unmodifiableSortedMap(new TreeMap<>(curves));
  }

  /**
   * Returns what the groups are groups of.
   *
   * @return for example {@code plan}
   */
  public String attribute() {
    return attribute;
  }

  /**
   * Returns all curves.
   *
   * @return by the name of the group, in its order
   */
  public SortedMap<String, SurvivalCurve> byGroup() {
    return curves;
  }

  /**
   * Returns the curve of a group.
   *
   * @param group its name
   * @return the curve
   * @throws IllegalArgumentException if there is no such group
   */
  public SurvivalCurve of(String group) {
    SurvivalCurve curve = curves.get(requireNonNull(group, "group"));
    if (curve == null) {
      throw new IllegalArgumentException("group (" + group + ") must be one of " + curves.keySet());
    }
    return curve;
  }

  /**
   * Returns a line for each group: customers, losses, median and its interval.
   *
   * @return lines of text
   */
  public String toText() {
    TextTable table =
        new TextTable().line(attribute, "rows", "customers", "lost", "median", "lower", "upper");
    curves.forEach(
        (group, curve) -> {
          LifetimeQuantile median = curve.median();
          table.line(
              group,
              Long.toString(curve.rows()),
              TextTable.number(curve.largestAtRisk()),
              TextTable.number(curve.lost()),
              median.estimate().words(),
              median.lower().words(),
              median.upper().words());
        });
    return table.toString();
  }
}
