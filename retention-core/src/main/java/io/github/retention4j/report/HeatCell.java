package io.github.retention4j.report;

import io.github.retention4j.cohort.CohortAmount;
import io.github.retention4j.cohort.CohortAmountCell;
import io.github.retention4j.cohort.CohortCell;
import io.github.retention4j.stats.Proportion;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A cell of a heatmap.
 *
 * @param value what its colour shows; empty if not yet observed
 * @param evidence the counts or sums that the value rests on, or those so far
 */
record HeatCell(OptionalDouble value, Function<Numbers, String> evidence) {

  static HeatCell of(CohortCell cell) {
    return cell instanceof CohortCell.NotYetObserved open
        ? new HeatCell(OptionalDouble.empty(), numbers -> numbers.count(open.activeSoFar()))
        : of(cell.share().orElseThrow());
  }

  static HeatCell of(Proportion share) {
    return new HeatCell(
        OptionalDouble.of(share.value()),
        numbers -> numbers.count(share.count()) + " of " + numbers.count(share.total()));
  }

  static HeatCell of(CohortAmountCell cell) {
    return cell instanceof CohortAmountCell.NotYetObserved open
        ? new HeatCell(OptionalDouble.empty(), numbers -> numbers.money(open.sumSoFar()))
        : of(cell.amount().orElseThrow());
  }

  static HeatCell of(CohortAmount paid) {
    return new HeatCell(
        OptionalDouble.of(paid.perMember().amount()),
        numbers ->
            numbers.money(paid.sum())
                + " of "
                + Words.counted(numbers.count(paid.members()), paid.members(), "member"));
  }
}
