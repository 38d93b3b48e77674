package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import java.time.LocalDate;

/** What two grids that are read together must have in common. */
final class GridChecks {

  private GridChecks() {}

  static void sameFrame(String nameA, ActivityGrid a, String nameB, ActivityGrid b) {
    require(nameA, nameB, "axis", a.axis(), b.axis());
    sameEnd(nameA, a.observationEndExclusive(), nameB, b.observationEndExclusive());
  }

  static void sameEnd(String nameA, LocalDate a, String nameB, LocalDate b) {
    require(nameA, nameB, "end of observation", a, b);
  }

  static void require(String nameA, String nameB, String what, Object a, Object b) {
    if (!a.equals(b)) {
      throw new IllegalArgumentException(
          what + " of " + nameA + " (" + a + ") must be that of " + nameB + " (" + b + ")");
    }
  }
}
