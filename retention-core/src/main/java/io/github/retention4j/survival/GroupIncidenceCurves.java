package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shares that have left by any time, for each reason, of each group. Immutable. */
public final class GroupIncidenceCurves {

  private final String attribute;
  private final SortedMap<String, IncidenceCurves> curves;

  GroupIncidenceCurves(String attribute, Map<String, IncidenceCurves> curves) {
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
   * Returns the curves of all groups.
   *
   * @return by the name of the group, in its order; all groups have the reasons of the whole sample
   */
  public SortedMap<String, IncidenceCurves> byGroup() {
    return curves;
  }

  /**
   * Returns the curves of a group.
   *
   * @param group its name
   * @return the curves
   * @throws IllegalArgumentException if there is no such group
   */
  public IncidenceCurves of(String group) {
    IncidenceCurves found = curves.get(requireNonNull(group, "group"));
    if (found == null) {
      throw new IllegalArgumentException("group (" + group + ") must be one of " + curves.keySet());
    }
    return found;
  }

  /**
   * Returns the share of each group that has left for each reason by a time, with its interval.
   *
   * @param time 0 or more
   * @return lines of text; a group not observed for so long has no shares
   * @throws IllegalArgumentException if the time is negative or not finite
   */
  public String toText(double time) {
    TextTable table =
        new TextTable().line(attribute, "reason", "lost", "incidence", "lower", "upper");
    curves.forEach(
        (group, byReason) ->
            byReason
                .byReason()
                .forEach((reason, curve) -> table.line(cells(group, reason, curve, time))));
    return table.toString();
  }

  private static String[] cells(String group, String reason, IncidenceCurve curve, double time) {
    return curve
        .at(time)
        .map(
            it ->
                new String[] {
                  group,
                  reason,
                  TextTable.number(it.lost()),
                  TextTable.share(it.incidence()),
                  it.interval().map(limits -> TextTable.share(limits.lower())).orElse("-"),
                  it.interval().map(limits -> TextTable.share(limits.upper())).orElse("-")
                })
        .orElse(new String[] {group, reason, "-", "-", "-", "-"});
  }
}
