package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The share of customers that has left by any time, for each reason, and the share still active:
 * together 1 at any time. Immutable.
 */
public final class IncidenceCurves {

  private final SurvivalCurve active;
  private final SortedMap<String, IncidenceCurve> curves;

  private IncidenceCurves(SurvivalCurve active, Map<String, IncidenceCurve> curves) {
    this.active = active;
    this.curves = Collections.unmodifiableSortedMap(new TreeMap<>(curves));
  }

  static IncidenceCurves of(LifetimeRows rows, RiskTable table, CurveOptions options) {
    SurvivalCurve active = SurvivalCurve.of(rows.sample().timeScale(), table, options);
    List<String> reasons = rows.sample().reasons();
    double[][] lost = lost(rows, table, reasons.size());
    Map<String, IncidenceCurve> curves = new TreeMap<>();
    for (int reason = 0; reason < lost.length; reason++) {
      curves.put(
          reasons.get(reason),
          IncidenceCurve.of(reasons.get(reason), active, table, lost[reason], options));
    }
    return new IncidenceCurves(active, curves);
  }

  /** Returns the weight of those lost for each reason at each time of the table. */
  static double[][] lost(LifetimeRows rows, RiskTable table, int reasons) {
    double[][] lost = new double[reasons][table.size()];
    for (int row = 0; row < rows.size(); row++) {
      int reason = rows.endNumber(row);
      if (reason > 0) {
        lost[reason - 1][table.firstFrom(rows.time(row))] += rows.weight(row);
      }
    }
    return lost;
  }

  /**
   * Returns the share still active, whatever the reasons of those who left.
   *
   * @return the Kaplan-Meier curve of the same rows
   */
  public SurvivalCurve active() {
    return active;
  }

  /**
   * Returns all curves.
   *
   * @return by reason, in its order; without any where no reason was given as no one left
   */
  public SortedMap<String, IncidenceCurve> byReason() {
    return curves;
  }

  /**
   * Returns the curve of a reason.
   *
   * @param reason its name
   * @return the curve
   * @throws IllegalArgumentException if there is no such reason
   */
  public IncidenceCurve of(String reason) {
    IncidenceCurve curve = curves.get(requireNonNull(reason, "reason"));
    if (curve == null) {
      throw new IllegalArgumentException(
          "reason (" + reason + ") must be one of " + curves.keySet());
    }
    return curve;
  }

  /**
   * Returns a line for each time at which customers are lost, of which as many as fit: those at
   * risk, the share still active and the share that has left for each reason.
   *
   * @return lines of text
   */
  public String toText() {
    StepText lines = new StepText(heads());
    for (int step = 0; step < active.size(); step++) {
      if (active.lost(step) > 0) {
        lines.add(cells(step));
      }
    }
    return "Cumulative incidence (Aalen-Johansen), " + active.timeScale() + "\n" + lines;
  }

  private String[] heads() {
    List<String> heads = new ArrayList<>(List.of("time", "at risk", "active"));
    heads.addAll(curves.keySet());
    return heads.toArray(String[]::new);
  }

  private String[] cells(int step) {
    List<String> cells = new ArrayList<>();
    cells.add(TextTable.number(active.time(step)));
    cells.add(TextTable.number(active.atRisk(step)));
    cells.add(TextTable.share(active.survival(step)));
    curves.values().forEach(curve -> cells.add(TextTable.share(curve.incidence(step))));
    return cells.toArray(String[]::new);
  }
}
