package io.github.retention4j.survival;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitWarning;
import io.github.retention4j.estimation.FitWarning.Kind;
import io.github.retention4j.internal.mle.MaximumLikelihood;
import java.math.BigDecimal;
import java.util.List;

/** The fit of a family to a sample. */
final class LifetimeEstimation<M extends LifetimeModel> {

  /** With fewer who left, a family is hardly told from another. */
  private static final int FEW_EVENTS = 30;

  private final LifetimeFamily<M> family;
  private final EventTimes eventTimes;
  private final LifetimeSample sample;
  private final LifetimeSummary summary;

  LifetimeEstimation(LifetimeFamily<M> family, EventTimes eventTimes, LifetimeSample sample) {
    this.family = family;
    this.eventTimes = eventTimes;
    this.sample = sample;
    this.summary = LifetimeSummary.of(sample);
  }

  Fit<M> fit(FitOptions options) {
    checkTimes(family.name(), family.allowsZero(), eventTimes, sample, summary);
    GroupedLifetimes rows = GroupedLifetimes.of(sample, eventTimes);
    checkConcentration(rows);
    family.check(rows);
    return MaximumLikelihood.of(
            family.name(),
            family.parameters(summary),
            new LifetimeLikelihood(family, rows),
            summary.customers())
        .withStarts(family.starts(summary).toArray(double[][]::new))
        .withWarnings(warnings(summary))
        .fit(options, p -> family.model(p, sample.timeScale()));
  }

  /** Refuses samples in which nobody left, or left at a time when none can. */
  static void checkTimes(
      String model,
      boolean allowsZero,
      EventTimes eventTimes,
      LifetimeSample sample,
      LifetimeSummary summary) {
    if (summary.events() == 0) {
      throw refused(model, "nobody left, so that lifetimes may be of any length");
    }
    if (summary.exposure() == 0) {
      throw refused(model, "all lifetimes are 0");
    }
    for (int row = 0; row < sample.rows(); row++) {
      if (sample.left(row)) {
        checkEvent(model, allowsZero, eventTimes, sample.duration(row), row);
      }
    }
  }

  private static void checkEvent(
      String model, boolean allowsZero, EventTimes eventTimes, double duration, int row) {
    String place = "duration (" + duration + ") of row " + (row + 1) + ", which left, must be ";
    boolean isGrouped = eventTimes == EventTimes.GROUPED_BY_UNIT;
    if (duration == 0 && (isGrouped || !allowsZero)) {
      throw refused(model, place + "over 0");
    }
    if (isGrouped && duration != Math.rint(duration)) {
      throw refused(model, place + "whole where times are grouped by unit");
    }
  }

  private void checkConcentration(GroupedLifetimes rows) {
    boolean hasCure = family instanceof CureFamily<?>;
    if (family.mayConcentrate()
        && rows.hasOneEventTime()
        && (hasCure || !rows.isSeenBeyondEvents())) {
      throw refused(
          family.name(),
          "all who left did so at one time, and the likelihood rises without end as lifetimes"
              + " gather there");
    }
  }

  static List<FitWarning> warnings(LifetimeSummary summary) {
    if (summary.events() >= FEW_EVENTS) {
      return List.of();
    }
    String events = BigDecimal.valueOf(summary.events()).stripTrailingZeros().toPlainString();
    return List.of(new FitWarning(Kind.SMALL_SAMPLE, "only " + events + " customers left"));
  }

  private static FitException refused(String model, String message) {
    return new FitException(Reason.DEGENERATE_SAMPLE, model + ": " + message);
  }
}
